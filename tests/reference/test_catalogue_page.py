"""The page of all checks."""

from tests.reference.loaded import harbour, installed

from govcheck.reference.catalogue import catalogue_page

PAGE = """\
| pack | checks | looks at |
|---|---:|---|
| harbour | 5 | Small \\| harbours. |

## Harbours: a look

Framework `harbours-2024`.

### Recommendation 1: Keep the harbour

| requirement | checks |
|---|---|
| `1.berths` There are berths \\| quays. | [HAR-001](#har-001), [HAR-003](#har-003), [HAR-005](#har-005) |
| `1.crew` There is a crew. | [HAR-002](#har-002), [HAR-003](#har-003) |
| `1.lights` The lights burn. | none: the own answer is judged |

#### <a id="har-001"></a>HAR-001: The berths are counted

Critical, substance; pack harbour, `harbour.py`.
Serves `1.berths`.

*Why:* nobody can keep what nobody counts.

*Close the gap:* count them.

#### <a id="har-003"></a>HAR-003: The tides are known

Minor, substance; pack harbour, `harbour.py`.
Serves `1.crew`, `1.berths`.

*Close the gap:* measure them.

#### <a id="har-005"></a>HAR-005: Ships that come in are written down

Minor, substance; pack harbour, `harbour.py`.
Serves `1.berths`.
Counts the data set `ships`.

*Close the gap:* keep a list.

#### <a id="har-002"></a>HAR-002: Everybody who works there is trained

Major, substance; pack harbour, `harbour.py`.
Serves `1.crew`.

*Close the gap:* train them.

## Checks for every recommendation

These are written for no report in particular and run for all.

#### <a id="har-004"></a>HAR-004: A notice is posted

Major, duty; pack harbour, `harbour.py`.

*Close the gap:* post it.
"""


def test_the_page_word_for_word() -> None:
    assert catalogue_page(harbour()).endswith("\n\n" + PAGE)


def test_every_check_stands_on_the_page_once() -> None:
    page = catalogue_page(installed())
    for loaded in installed().checks:
        assert page.count(f'<a id="{loaded.check.id.lower()}"></a>') == 1
