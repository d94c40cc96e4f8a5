"""The page in a real browser: no barrier, no sideways scrolling, by keyboard, without its script."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.report.web.pages import EXAMPLES, page_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
EVERY = (*EXAMPLES, "gated", "hostile")
Scheme = Literal["light", "dark"]
SEEN = [
    ("invented-force", "light", 1280, True),
    ("invented-force", "dark", 320, True),
    ("invented-force", "dark", 1280, False),
    ("invented-force", "light", 320, False),
    ("cumbria-2023", "light", 320, True),
    ("cumbria-2023", "dark", 1280, False),
    ("strong", "dark", 1280, True),
    ("hostile", "light", 320, True),
    ("hostile", "dark", 1280, True),
]
"""Every scheme and width folded and unfolded. Each takes axe some seconds: not every product."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


class Visit:
    """A page that is open, what it asked the network for, and what it complained about."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(file.as_uri())


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[type]:
    contexts = []

    class Opened(Visit):
        def __init__(
            self, example: str, scheme: Scheme = "light", width: int = 1280, *, script: bool = True
        ) -> None:
            (file := tmp_path / "page.html").write_text(page_of(example), "utf-8")
            context = browser.new_context(
                color_scheme=scheme,
                viewport={"width": width, "height": 900},
                java_script_enabled=script,
            )
            contexts.append(context)
            super().__init__(context.new_page(), file)

    yield Opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("example", "scheme", "width", "unfolded"), SEEN)
def test_axe_finds_no_barrier_and_nothing_scrolls_sideways(
    visit: type[Visit],
    example: str,
    scheme: Scheme,
    width: int,
    unfolded: bool,  # noqa: FBT001
) -> None:
    opened = visit(example, scheme, width)  # type: ignore[arg-type, call-arg]
    if unfolded:
        opened.page.evaluate(
            "for (const item of document.querySelectorAll('details')) item.open = true"
        )
    found = Axe().run(opened.page, options={"runOnly": RULES}).response
    assert [(item["id"], item["nodes"][0]["html"]) for item in found["violations"]] == []
    assert len(found["passes"]) > 20
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("example", EVERY)
def test_the_page_asks_the_network_for_nothing_and_breaks_no_rule_of_its_own(
    visit: type[Visit], example: str
) -> None:
    opened = visit(example)  # type: ignore[arg-type, call-arg]
    assert [url for url in opened.asked if not url.startswith("file:")] == []
    assert len(opened.asked) == 1
    assert opened.complaints == []


def test_the_first_key_leads_past_the_head_of_the_page(visit: type[Visit]) -> None:
    page = visit("strong").page  # type: ignore[arg-type, call-arg]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_filter_is_reached_by_keyboard_and_shows_what_was_asked_for(
    visit: type[Visit],
) -> None:
    page = visit("invented-force").page  # type: ignore[arg-type, call-arg]
    status = page.locator("form.filter select[name=status]").first
    status.focus()
    page.keyboard.type("gap")
    shown = page.locator(".check:visible")
    assert shown.count() > 0
    assert {item.get_attribute("data-status") for item in shown.all()} == {"gap"}
    told = page.locator("form.filter [role=status]").first.inner_text()
    assert told.startswith(f"{page.locator('.check:not([hidden])').count()} of ")
    page.keyboard.press("Tab")
    page.keyboard.type("critical")
    assert {item.get_attribute("data-severity") for item in shown.all()} == {"critical"}
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("!document.querySelector('.check[hidden]')")


def test_a_link_to_what_the_filter_hides_shows_it_again(visit: type[Visit]) -> None:
    page = visit("invented-force").page  # type: ignore[arg-type, call-arg]
    page.locator("form.filter select[name=status]").first.select_option("not applicable")
    hidden = page.locator(".requirement[hidden]").first.locator("[id]").first.get_attribute("id")
    page.evaluate(f"location.hash = '{hidden}'")
    page.wait_for_function("!document.querySelector('.check[hidden]')")


def test_the_name_of_a_check_leads_to_its_entry_and_unfolds_it(visit: type[Visit]) -> None:
    page = visit("strong").page  # type: ignore[arg-type, call-arg]
    page.locator(".three a").first.click()
    entry = page.locator(":target")
    assert entry.get_attribute("class") == "check met"
    assert entry.is_visible()


def test_without_script_everything_can_be_read_and_no_filter_is_offered(
    visit: type[Visit],
) -> None:
    page = visit("invented-force", script=False).page  # type: ignore[arg-type, call-arg]
    assert page.locator("form.filter:visible").count() == 0
    assert page.locator(".requirement:visible").count() == page.locator(".requirement").count() > 0


def test_on_paper_everything_is_unfolded_and_nothing_is_cut(visit: type[Visit]) -> None:
    page = visit("strong").page  # type: ignore[arg-type, call-arg]
    page.emulate_media(media="print")
    assert page.locator("form.filter:visible").count() == 0
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
