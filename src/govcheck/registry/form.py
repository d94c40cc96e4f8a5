"""Whether a Pack holds what its fields promise: authors do not all use a type checker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from govcheck.plugin.pack import Pack

NAME = re.compile(r"[a-z][a-z0-9_-]{0,59}")
"""What a pack or a section can be called."""

_VERSION = re.compile(
    r"[0-9]+(\.[0-9]+)*((a|b|rc)[0-9]+)?(\.post[0-9]+)?(\.dev[0-9]+)?(\+[a-z0-9]+(\.[a-z0-9]+)*)?"
)


def misshapen(pack: Pack) -> Iterator[str]:
    """What is wrong with the fields of a pack, a sentence or two each."""
    if not _is_text(pack.name) or not NAME.fullmatch(pack.name):
        yield (
            f"{pack.name!r} cannot be the name of a pack. "
            "Use small letters, digits, hyphens and underscores, a letter first."
        )
    if not _is_text(pack.version) or not _VERSION.fullmatch(pack.version):
        yield f'the version of the pack {pack.name} is {pack.version!r}. Write it as "1.0".'
    if not _is_text(pack.about) or not pack.about.strip():
        yield f"the pack {pack.name} does not say what it looks at. Fill in about, one line."
    if not _all_are(ModuleType, pack.modules):
        yield (
            f"modules of the pack {pack.name} has to hold imported modules. "
            "Write `from my_package import checks` and modules=(checks,), with the comma."
        )
    if not _all_are(Path, pack.frameworks):
        yield (
            f"frameworks of the pack {pack.name} has to hold paths. "
            'Write frameworks=(Path(__file__).with_name("framework.yaml"),), with the comma.'
        )
    if pack.forces is not None and not _all_are(Path, (pack.forces,)):
        yield (
            f"forces of the pack {pack.name} has to be a path. "
            'Write forces=Path(__file__).with_name("forces.yaml").'
        )


def missing_files(pack: Pack) -> Iterator[str]:
    """Which files a well-formed pack names that are not there, a sentence or two each."""
    forces = (pack.forces,) if pack.forces else ()
    for path in (*pack.frameworks, *forces):
        if not path.is_file():
            yield (
                f"the pack {pack.name} names a file that is not there: {path}. Correct the name. "
                "Where the name is right, the build of the distribution left the file out: have it "
                "take data files along."
            )


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _all_are(kind: type, values: object) -> bool:
    return isinstance(values, tuple | list) and all(isinstance(value, kind) for value in values)
