"""Which file a path means: beside the assessment first, then in the folders that are allowed."""

from pathlib import Path

import pytest

from govcheck.evidence.allowed import located
from govcheck.evidence.documents import look_at
from govcheck.model.assessment import EvidenceEntry
from govcheck.model.exhibit import ExhibitState


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("assessment/a.txt", "data/a.txt", "data/b.txt", "more/c.txt", "secret.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, "utf-8")
    return tmp_path


def found(folder: Path, path: str) -> str | None:
    place = located(path, folder / "assessment", [folder / "data", folder / "more"])
    return None if place is None else place.relative_to(folder).as_posix()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.txt", "assessment/a.txt"),
        ("b.txt", "data/b.txt"),
        ("c.txt", "more/c.txt"),
        ("none.txt", "assessment/none.txt"),
        ("../data/b.txt", "data/b.txt"),
        ("../secret.txt", None),
        ("../none.txt", None),
        ("/etc/hosts", None),
        (".", "assessment"),
    ],
)
def test_the_folder_of_the_assessment_comes_first_then_the_roots_in_their_order(
    folder: Path, path: str, expected: str | None
) -> None:
    assert found(folder, path) == expected


def test_a_whole_path_into_a_root_is_allowed(folder: Path) -> None:
    assert found(folder, str(folder / "data" / "b.txt")) == "data/b.txt"


def test_a_link_may_lead_into_a_root_and_nowhere_else(folder: Path) -> None:
    (folder / "assessment" / "into").symlink_to(folder / "data")
    (folder / "data" / "out").symlink_to(folder / "secret.txt")
    assert found(folder, "into/b.txt") == "data/b.txt"
    assert found(folder, "into/out") is None
    assert found(folder, "out") == "assessment/out"


def test_evidence_may_lie_in_a_root(folder: Path) -> None:
    entry = EvidenceEntry(title="T", path="b.txt")
    (without,) = look_at({"e": entry}, folder / "assessment")
    (within,) = look_at({"e": entry}, folder / "assessment", [folder / "data"])
    assert (without.state, within.state) == (ExhibitState.MISSING, ExhibitState.FOUND)
