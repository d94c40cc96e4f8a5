import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from govcheck.intake.problem import InvalidDocument
from govcheck.plugin import Finding, Pack, Section, check
from govcheck.plugin.check import Scope, Severity
from govcheck.registry.audit import place_of_class
from govcheck.registry.discovery import Source, guarded
from govcheck.registry.fault import BrokenPlugins, Fault
from govcheck.registry.form import misshapen, missing_files
from govcheck.registry.loading import load_registry
from govcheck.registry.registry import Registry

FRAMEWORK = Path(__file__).parent.parent / "wrong" / "framework.yaml"
CHECKS = '''
from govcheck.plugin import Answer, Aspect, Scope, Section, Severity, check


class Sheds(Section, key="sheds"):
    """The sheds."""


@check("SHED-002", serves=Scope.EVERY_RECOMMENDATION, severity=Severity.MINOR, aspect=Aspect.DUTY)
def something_is_said(answer: Answer):
    """Something is said.

    Close the gap: say something.
    """
    yield from ()


@check("SHED-001", serves="allotments-2024:1.review", severity=Severity.MAJOR)
def sheds_are_reviewed(sheds: Sheds):
    """The sheds are reviewed.

    Close the gap: review them.
    """
    yield from ()
'''
HOOK = """
from pathlib import Path

from govcheck.plugin import Pack, hookimpl


@hookimpl
def govcheck_packs():
    yield Pack({pack})
"""


@pytest.fixture
def sheds(tmp_path: Path) -> Path:
    """A plugin of two checks in one file."""
    file = tmp_path / "sheds.py"
    file.write_text(CHECKS, encoding="utf-8")
    return file


def loaded(*files: Path) -> Registry:
    return load_registry(files, [FRAMEWORK], installed=False)


def test_a_single_file_is_a_pack_of_its_own(sheds: Path) -> None:
    (pack,) = loaded(sheds).packs
    assert (pack.pack.name, pack.pack.version, str(pack.source)) == ("sheds", "0", "sheds.py")
    assert [section.section_key for section in pack.sections] == ["sheds"]


def test_checks_stand_in_the_order_of_their_ids(sheds: Path) -> None:
    assert [item.check.id for item in loaded(sheds).checks] == ["SHED-001", "SHED-002"]


def test_a_check_is_found_by_its_id_in_any_case(sheds: Path) -> None:
    registry = loaded(sheds)
    found = registry.check("shed-001")
    assert found is not None
    assert found.check.id == "SHED-001"
    assert found.section_keys == ("sheds",)
    assert registry.check("SHED-999") is None


def test_checks_are_found_by_what_they_serve(sheds: Path) -> None:
    registry = loaded(sheds)
    framework = registry.catalogue.frameworks["allotments-2024"]
    assert [item.check.id for item in registry.serving(framework, "1", "review")] == ["SHED-001"]
    assert registry.serving(framework, "1", "locks") == ()
    every = registry.scoped(Scope.EVERY_RECOMMENDATION)
    assert [item.check.id for item in every] == ["SHED-002"]


def test_a_file_that_is_named_twice_is_loaded_once(
    sheds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sheds.parent)
    assert len(loaded(sheds, Path("sheds.py"), Path("./sheds.py")).packs) == 1


def test_a_framework_that_is_named_twice_is_loaded_once() -> None:
    registry = load_registry(
        (), [FRAMEWORK, FRAMEWORK.parent / "." / FRAMEWORK.name], installed=False
    )
    assert dict(registry.framework_homes) == {"allotments-2024": "framework.yaml"}


def test_a_framework_file_cannot_take_the_id_of_another(tmp_path: Path) -> None:
    again = tmp_path / "again.yaml"
    again.write_text(FRAMEWORK.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(InvalidDocument) as caught:
        load_registry((), [FRAMEWORK, again], installed=False)
    assert str(caught.value) == (
        f"{again}:2:5: the framework allotments-2024 is already brought by framework.yaml."
        " Give it another id."
    )


def test_without_plugins_there_is_nothing_and_that_is_no_fault() -> None:
    registry = load_registry(installed=False)
    assert (registry.packs, registry.checks, registry.catalogue.forces) == ((), (), ())


def test_the_packs_of_a_generator_are_taken_as_well_as_those_of_a_list(tmp_path: Path) -> None:
    forces = tmp_path / "forces.json"
    plot = {"id": "plot-1", "name": "The first plot"}
    forces.write_text(json.dumps({"source": "invented", "forces": [plot]}), encoding="utf-8")
    plugin = tmp_path / "plots.py"
    fields = '"plots", "1.0", "Plots.", forces=Path(__file__).with_name("forces.json")'
    plugin.write_text(HOOK.format(pack=fields), encoding="utf-8")
    registry = load_registry([plugin], installed=False)
    assert [force.name for force in registry.catalogue.forces] == ["The first plot"]
    assert registry.catalogue.pack_versions == {"plots": ("1.0",)}


def test_a_pack_can_bring_a_framework_with_a_section_of_its_own(tmp_path: Path) -> None:
    text = FRAMEWORK.read_text(encoding="utf-8")
    (tmp_path / "paths.yaml").write_text(f"{text}sections:\n  paths: {{}}\n", encoding="utf-8")
    plugin = tmp_path / "paths.py"
    fields = '"paths", "1.0", "Paths.", frameworks=[Path(__file__).with_name("paths.yaml")]'
    plugin.write_text(HOOK.format(pack=fields), encoding="utf-8")
    registry = load_registry([plugin], installed=False)
    assert dict(registry.framework_homes) == {"allotments-2024": "pack paths"}
    assert registry.catalogue.plain_keys(None) == ("paths",)


def test_what_a_plugin_prints_does_not_get_into_a_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plugin = tmp_path / "chatty.py"
    plugin.write_text(f"print('hello')\n{CHECKS}", encoding="utf-8")
    loaded(plugin)
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "hello\n")


def test_whoever_stops_the_command_stops_it_in_a_plugin_too() -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guarded(Source("slow", "slow.py", ""), "failed", interrupted)


def test_faults_are_told_in_the_order_of_their_lines_each_once() -> None:
    faults = [
        Fault("b.py", "b.py:10", "late."),
        Fault("b.py", "b.py:9", "early.", "Mend it."),
        Fault("b.py", "b.py:10", "late."),
        Fault("a 1.0", "", "whole."),
    ]
    assert str(BrokenPlugins(faults)) == (
        "a 1.0: whole.\nb.py (b.py:9): early. Mend it.\nb.py (b.py:10): late."
    )


def test_a_class_that_no_file_holds_has_no_place() -> None:
    assert place_of_class(type("Nowhere", (Section,), {"__module__": "builtins"})) == ""


def test_a_pack_as_the_api_describes_it_is_well_formed() -> None:
    pack = Pack("sheds", "1.0rc1", "Sheds.", (json, logging), (FRAMEWORK,), FRAMEWORK)
    assert list(misshapen(pack)) == []


@pytest.mark.parametrize(
    "version", ["1", "1.0", "2024.3.1", "1.0.post1", "1.0.dev3", "1.0+local.1"]
)
def test_versions_are_those_that_can_be_required(version: str) -> None:
    assert list(misshapen(Pack("sheds", version, "Sheds."))) == []


@pytest.mark.parametrize("version", ["", "v1", "1.", "one", "1 0", "1.0\n"])
def test_other_versions_are_told(version: str) -> None:
    assert list(misshapen(Pack("sheds", version, "Sheds."))) == [
        f'the version of the pack sheds is {version!r}. Write it as "1.0".'
    ]


def test_without_any_framework_a_check_serves_nothing(sheds: Path) -> None:
    with pytest.raises(BrokenPlugins, match="No pack brings a framework"):
        load_registry([sheds], installed=False)


def test_the_requirement_is_what_stands_behind_the_last_dot(tmp_path: Path) -> None:
    text = FRAMEWORK.read_text(encoding="utf-8")
    framework = tmp_path / "dotted.yaml"
    text = text.replace("allotments-2024", "allotments-2024.v2").replace('"1"', '"1.1"')
    framework.write_text(text.replace('"2"', '"1.2"'), encoding="utf-8")
    plugin = tmp_path / "sheds.py"
    both = '("allotments-2024.v2:1.1.review", "allotments-2024.v2:1.2.swept")'
    plugin.write_text(
        CHECKS.replace('"allotments-2024:1.review"', both).replace(
            "sheds: Sheds", "answer: Answer"
        ),
        encoding="utf-8",
    )
    with pytest.raises(BrokenPlugins, match="but it serves several recommendations"):
        load_registry([plugin], [framework], installed=False)


def test_a_check_of_unserved_requirements_can_ask_for_the_requirement(tmp_path: Path) -> None:
    plugin = tmp_path / "sheds.py"
    text = CHECKS.replace("EVERY_RECOMMENDATION", "UNSERVED_REQUIREMENTS")
    text = text.replace("Answer", "RequirementAnswer").replace("Aspect.DUTY", "Aspect.SUBSTANCE")
    plugin.write_text(text, encoding="utf-8")
    assert len(loaded(plugin).scoped(Scope.UNSERVED_REQUIREMENTS)) == 1


def test_a_test_may_hold_a_check_that_no_pack_names() -> None:
    @check("TEST-001", serves="nothing:1.at-all", severity=Severity.MINOR)
    def lonely() -> Iterator[Finding]:
        yield from ()

    assert list(lonely()) == []


def test_a_pack_is_told_of_each_file_that_is_not_there(tmp_path: Path) -> None:
    pack = Pack("sheds", "1.0", "Sheds.", (), (tmp_path / "a.yaml",), tmp_path / "b.yaml")
    told = list(missing_files(pack))
    assert [message.partition(". ")[0] for message in told] == [
        f"the pack sheds names a file that is not there: {tmp_path / name}"
        for name in ("a.yaml", "b.yaml")
    ]
    assert list(missing_files(Pack("sheds", "1.0", "Sheds.", (), (FRAMEWORK,)))) == []


def test_a_misspelt_figure_of_a_framework_is_told_with_the_one_that_may_be_meant(
    sheds: Path, tmp_path: Path
) -> None:
    figure = (
        '\nfrom govcheck.plugin import Threshold\nMOST = Threshold("sheds.most", 9, "sheds", "x")\n'
    )
    sheds.write_text(sheds.read_text("utf-8") + figure, "utf-8")
    framework = tmp_path / "framework.yaml"
    text = FRAMEWORK.read_text("utf-8")

    def loaded(thresholds: str) -> Registry:
        framework.write_text(f"{text}\nthresholds: {{{thresholds}}}\n", "utf-8")
        return load_registry([sheds], [framework], installed=False)

    known = loaded("sheds.most: 3, other.pack: 5").catalogue.frameworks["allotments-2024"]
    assert known.thresholds == {"sheds.most": 3, "other.pack": 5}
    with pytest.raises(BrokenPlugins) as caught:
        loaded("shed.most: 3")
    assert str(caught.value) == (
        "framework.yaml: the framework allotments-2024 sets “shed.most”, which no check knows. "
        "Did you mean: sheds.most?"
    )
