"""Hold the packs against each other: names, owners, empty ones."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from govcheck.intake.catalogue import Catalogue
from govcheck.model.assessment import SelfAssessment
from govcheck.plugin.dataset import Dataset
from govcheck.plugin.section import PlainSection, Section
from govcheck.registry.fault import Fault
from govcheck.registry.form import NAME
from govcheck.registry.registry import LoadedPack

Owned = tuple[str, LoadedPack, Callable[[], str]]
"""A name, the pack that brings it, and how to find its place (which takes time)."""


def audit_packs(packs: Sequence[LoadedPack]) -> Iterator[Fault]:
    """What is wrong with packs, by themselves and beside each other.

    Where two packs bring one thing, a single file is told before a distribution: whoever named it
    on the command line is the one who reads the message.
    """
    packs = sorted(packs, key=lambda loaded: not loaded.source.version)
    yield from _two_owners("pack", [_owned_pack(loaded) for loaded in packs])
    yield from _two_owners(
        "section", [item for loaded in packs for item in _owned_sections(loaded)]
    )
    yield from _two_owners(
        "data set", [item for loaded in packs for item in _owned_datasets(loaded)]
    )
    yield from _two_owners("check", [item for loaded in packs for item in _owned_checks(loaded)])
    for loaded in packs:
        yield from _about_pack(loaded)
        for section in loaded.sections:
            yield from _about_section(loaded, section)
        for dataset in loaded.datasets:
            yield from _about_dataset(loaded, dataset)


def _owned_pack(loaded: LoadedPack) -> Owned:
    return loaded.pack.name, loaded, lambda: loaded.place


def _owned_sections(loaded: LoadedPack) -> Iterator[Owned]:
    for section in loaded.sections:
        yield section.section_key, loaded, partial(place_of_class, section)


def _owned_datasets(loaded: LoadedPack) -> Iterator[Owned]:
    for dataset in loaded.datasets:
        yield dataset.dataset_key, loaded, partial(place_of_class, dataset)


def _owned_checks(loaded: LoadedPack) -> Iterator[Owned]:
    for check in loaded.checks:
        yield str(check.id), loaded, partial(getattr, check, "place")


def _two_owners(kind: str, owned: Sequence[Owned]) -> Iterator[Fault]:
    first: dict[str, Owned] = {}
    for name, loaded, place in owned:
        if name not in first:
            first[name] = (name, loaded, place)
            continue
        _, other, other_place = first[name]
        at = f" ({found})" if (found := other_place()) else ""
        of = "" if kind == "pack" else f", pack {other.pack.name}"
        message = f"the {kind} {name} is also brought by {other.source}{at}{of}."
        yield Fault(str(loaded.source), place(), message, "Rename one of them, or remove one.")


def _about_pack(loaded: LoadedPack) -> Iterator[Fault]:
    pack = loaded.pack
    if not NAME.fullmatch(pack.name):  # a single file, which is called like its pack
        hint = "Call the file by small letters, digits, hyphens and underscores, as my_checks.py."
        message = f"“{pack.name}” cannot be the name of a pack."
        yield Fault(str(loaded.source), loaded.place, message, hint)
    if not (loaded.checks or pack.frameworks or pack.forces):
        hint = "Name the modules that hold its checks: Pack(..., modules=(checks,))."
        if pack.modules:
            hint = "Write `@check(...)` above the functions that are its checks."
        yield Fault(str(loaded.source), loaded.place, f"the pack {pack.name} has no checks.", hint)


def _about_section(loaded: LoadedPack, section: type[Section]) -> Iterator[Fault]:
    for message in (*_about_key(section), *_about_schema(section)):
        place = place_of_class(section)
        yield Fault(str(loaded.source), place, f"the section {section.__name__} {message}")


def _about_dataset(loaded: LoadedPack, dataset: type[Dataset]) -> Iterator[Fault]:
    complaints = []
    if not NAME.fullmatch(dataset.dataset_key):
        complaints.append(
            f"cannot be called “{dataset.dataset_key}”. "
            "Use small letters, digits, hyphens and underscores."
        )
    if not dataset.columns():
        complaints.append("declares no column. Write them in it, as left_on = DayColumn(...).")
    for message in complaints:
        place = place_of_class(dataset)
        yield Fault(str(loaded.source), place, f"the data set {dataset.__name__} {message}")


def _about_key(section: type[Section]) -> Iterator[str]:
    key = section.section_key
    if hasattr(SelfAssessment, key) or key in SelfAssessment.model_fields:
        yield f"cannot be called “{key}”: the name is taken. Choose another."
    elif not NAME.fullmatch(key):
        yield f"cannot be called “{key}”. Use small letters, digits, hyphens and underscores."


def _about_schema(section: type[Section]) -> Iterator[str]:
    if issubclass(section, PlainSection):
        from govcheck.intake.plain_schema import unsound_schema  # noqa: PLC0415 - rarely needed

        reason = unsound_schema(section.plain_schema)
        if reason:
            yield f"has a schema that is not a JSON Schema: {reason}."


def audit_fields(packs: Sequence[LoadedPack], catalogue: Catalogue) -> Iterator[Fault]:
    """Sections with fields that cannot be read from a file.

    All are built at once, as the run needs them; one by one only to find out which is wrong.
    """
    try:
        catalogue.whole_model().model_rebuild()
    except Exception:  # noqa: BLE001 - annotations are the authors' code
        for loaded in packs:
            for section in loaded.sections:
                for message in _about_fields(section):
                    place = place_of_class(section)
                    name = f"the section {section.__name__}"
                    yield Fault(str(loaded.source), place, f"{name} {message}")


def _about_fields(section: type[Section]) -> Iterator[str]:
    try:
        section.model_rebuild()
    except Exception as error:  # noqa: BLE001 - annotations are the author's code
        reason = str(error).partition("\n")[0].partition(". ")[0]
        yield (
            f"has a field of a type that cannot be read from a file: {reason}. "
            "Import types at the top of the module; use text, numbers, Day, Literal, Record, tuple."
        )


def place_of_class(defined: type) -> str:
    """`file:line` of a class; empty where its text is not at hand."""
    try:
        return f"{inspect.getsourcefile(defined)}:{inspect.getsourcelines(defined)[1]}"
    except (OSError, TypeError):
        return ""
