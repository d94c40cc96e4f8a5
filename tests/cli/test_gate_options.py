"""`run --policy --waivers --baseline` and `baseline update`, through the command."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from jsonschema import Draft202012Validator
from tests.cli.allotment import Allotment, allotment

__all__ = ["allotment"]

SCHEMAS = Path(__file__).parents[2] / "schemas"
PLUGIN = '''
from govcheck.plugin import *


class Reply(Section, key="reply"):
    """The reply."""

    sent: Text | None = Field(None, description="Sent?")
    kept: Text | None = Field(None, description="Kept?")


@check("REP-001", serves="allotments-2024:1.sheds", severity=Severity.CRITICAL)
def replied(reply: Reply):
    """A reply is there.

    Close the gap: write it.
    """
    if reply.sent != "yes":
        yield Gap("it is not sent", at="sent")


@check("REP-002", serves="allotments-2024:1.sheds", severity=Severity.CRITICAL)
def kept(reply: Reply):
    """It is kept.

    Close the gap: keep it.
    """
    if reply.kept != "yes":
        yield Gap("it is not kept", at="kept")


'''
WAIVER = """\
govcheck-waivers: 1
waivers:
  - {check: REP-001, requirement: 1.sheds, reason: R, owner: Gardener, approver: Mayor, expires: 2030-01-31}
"""


SENT = "reply: {sent: 'yes', kept: 'yes'}\n"
UNSENT = "reply: {sent: 'no', kept: 'yes'}\n"
WORSE = "reply: {sent: 'no', kept: 'no'}\n"


class Gated:
    """An allotment whose reply is judged, with the files of a gate beside it."""

    def __init__(self, allotment: Allotment) -> None:
        self.folder = allotment.folder
        self.file = allotment.file
        self._allotment = allotment
        self._plugin = self.write("reply.py", PLUGIN)
        self.write("govcheck.toml", 'fail_on = "critical"\n')

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def says(self, text: str) -> None:
        self._allotment.says(text)

    def run(self, *words: object) -> Result:
        return self.command("run", self.file, *words)

    def command(self, *words: object) -> Result:
        return self._allotment.govcheck(*words, "--plugin", self._plugin)

    def decision(self, *words: object) -> dict[str, Any]:
        done = self.run("--format", "decision", *words)
        said = json.loads(done.stdout)
        schema = json.loads((SCHEMAS / "decision.schema.json").read_text("utf-8"))
        assert not list(Draft202012Validator(schema).iter_errors(said))
        assert said["status"] == done.exit_code
        return said


@pytest.fixture
def gated(allotment: Allotment) -> Gated:
    gated = Gated(allotment)
    gated.says(UNSENT)
    return gated


def policy(gated: Gated, text: str) -> Path:
    return gated.write("gate.toml", f"govcheck-policy = 1\n{text}")


def test_a_rule_that_is_kept_lets_the_file_through_and_a_broken_one_does_not(
    gated: Gated,
) -> None:
    limit = "[[count]]\nstatus = 'gap'\nseverity = 'critical'\nat_most = {}\n"
    kept = gated.run("--policy", policy(gated, limit.format(1)))
    assert (kept.exit_code, kept.stderr) == (0, "")
    assert "Policy: 1 rule, 0 broken" in kept.stdout
    assert "Exit status 0: 1 of 1 rules of the policy are kept." in kept.stdout
    broken = gated.run("--policy", policy(gated, limit.format(0)))
    assert broken.exit_code == 1
    assert "REP-001 at 1.sheds" in broken.stdout


def test_what_the_policy_needs_and_is_not_there_is_told_before_anything_is_judged(
    gated: Gated,
) -> None:
    asked = policy(
        gated,
        "packs = ['reply.py>=2', 'wellbeng', '>']\nchecks = ['REP-001', 'REP-003']\n"
        "regressions = ['verdict fallen', 'due date missed']\n",
    )
    done = gated.run("--policy", asked)
    assert done.exit_code == 2
    assert "The gate is not set up, so nothing was judged." in done.stderr
    assert "the pack wellbeng is not loaded. Did you mean: wellbeing?" in done.stderr
    assert "this is no name of a pack" in done.stderr
    assert "the check REP-003 is not loaded." in done.stderr
    assert "“verdict fallen” can only be seen beside the last result." in done.stderr
    assert "“due date missed” can only be seen beside the last result." in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the policy asks for nothing, so everything would pass."),
        ("[[count]]\nstatus = 'gap'\n", "a rule has one limit."),
        ("[[count]]\nat_most = 1\n", "a rule counts one thing."),
        ("[[count]]\nstatus='gap'\nverdict='met'\nat_most = 1\n", "a rule counts one thing."),
        ("[[count]]\nverdict='met'\nseverity='major'\nat_most = 1\n", "has no severity."),
        ("[[count]]\nstatus='gap'\nat_most = 1\nat_least = 2\n", "a rule has one limit."),
        ("[[count]]\nstatus='gap'\nat_least = 2\n", "a rule cannot ask for “gap”."),
        ("[[count]]\nverdict='not met'\nat_least = 2\n", "a rule cannot ask for “not met”."),
        ("[[count]]\nverdict='met'\nat_most = 2\n", "would reward saying less"),
        ("[[count]]\nstatus='met'\nat_most = 2\n", "would reward saying less"),
        ("[[count]]\nstatus='not assessed'\nat_most = 2\n", "“not assessed” is not one of the"),
        ("[[count]]\nstatus='gaps'\nat_most = 1\n", "“gaps” is not one of the answers"),
        (
            "[[count]]\nstatus='gap'\nat_mots = 1\n",
            "“at_mots” is not known in entry 1 of count. Did you mean: at_most?",
        ),
        ("regressions = ['evidence gone']\n", "“evidence gone” is not one of the answers"),
    ],
)
def test_a_policy_that_is_unclear_is_told(gated: Gated, text: str, message: str) -> None:
    done = gated.run("--policy", policy(gated, text))
    assert done.exit_code == 2
    assert message in done.stderr
    assert "gate.toml:" in done.stderr


def test_a_policy_and_a_threshold_exclude_each_other(gated: Gated) -> None:
    done = gated.run("--fail-on", "minor", "--policy", policy(gated, "checks = ['REP-001']\n"))
    assert done.exit_code == 2
    assert "leave --fail-on out" in done.output


def test_a_waived_gap_is_reported_and_does_not_fail(gated: Gated) -> None:
    waivers = gated.write("waivers.yaml", WAIVER)
    assert gated.run().exit_code == 1
    done = gated.run("--waivers", waivers)
    assert done.exit_code == 0
    assert "it is not sent" in done.stdout
    assert "Waived until 31 January 2030, approved by Mayor: R" in done.stdout
    said = gated.decision("--waivers", waivers)
    assert [item["state"] for item in said["waivers"]] == ["applied"]
    late = gated.run("--waivers", waivers, "--as-of", "2030-02-01")
    assert late.exit_code == 1
    assert "Was waived until 31 January 2030" in late.stdout


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Mayor", "the GARDENER ", None),
        ("Mayor", "'gardener '", "owner and approver are the same."),
        ("2030-01-31", "2030-02-31", "there is no day “2030-02-31”"),
        ("2030-01-31", "31/01/2030", "expires"),
        ("reason: R, ", "", "reason is missing in entry 1 of waivers."),
        ("owner: Gardener, ", "owner: '  ', ", "owner"),
    ],
)
def test_an_unsound_waiver_is_told_with_its_place(
    gated: Gated, old: str, new: str, message: str | None
) -> None:
    done = gated.run("--waivers", gated.write("waivers.yaml", WAIVER.replace(old, new)))
    if message is None:
        assert done.exit_code == 0
    else:
        assert done.exit_code == 2
        assert "waivers.yaml:3:" in done.stderr
        assert message in done.stderr


def test_the_same_gap_is_waived_once(gated: Gated) -> None:
    twice = WAIVER + WAIVER.splitlines()[2] + "\n"
    done = gated.run("--waivers", gated.write("waivers.yaml", twice))
    assert "waivers.yaml:4:5: the same gap is waived already, in entry 1." in done.stderr


def test_gaps_of_the_baseline_do_not_fail_and_new_ones_do(gated: Gated) -> None:
    result = gated.folder / "result.json"
    gated.run("--output", result)
    assert gated.run("--baseline", result).exit_code == 0
    gated.says(WORSE)
    said = gated.decision("--baseline", result)
    assert said["status"] == 1
    assert [item["check"] for item in said["new"]] == ["REP-002"]
    assert {"REP-001"} <= {item["check"] for item in said["known"]}
    shown = gated.run("--baseline", result)
    assert "New since the baseline: 1" in shown.stdout
    gated.says(SENT)
    assert (
        "Resolved since the baseline: REP-001 at 1.sheds." in gated.run("--baseline", result).stdout
    )


def test_a_baseline_that_was_changed_by_hand_is_refused(gated: Gated) -> None:
    result = gated.folder / "result.json"
    gated.run("--output", result)
    result.write_text(result.read_text("utf-8").replace('"major"', '"minor"'), "utf-8")
    done = gated.run("--baseline", result)
    assert done.exit_code == 2
    assert "the digest does not fit" in done.stderr


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "this is not JSON."),
        ("[]", "this is no result of govcheck."),
        (
            '{"format": "govcheck-result/1"}',
            "it is not as govcheck writes it: tool: Field required",
        ),
        ("[" * 100_000, "this is not JSON."),
    ],
)
def test_a_file_that_is_no_result_is_told(gated: Gated, text: str, message: str) -> None:
    done = gated.run("--baseline", gated.write("result.json", text))
    assert done.exit_code == 2
    assert message in done.stderr


def test_a_baseline_of_another_force_is_no_baseline(gated: Gated) -> None:
    result = gated.folder / "result.json"
    gated.run("--output", result)
    text = gated.file.read_text("utf-8")
    gated.file.write_text(text.replace("id: ", "id: other-", 1), "utf-8")
    done = gated.run("--baseline", result)
    assert done.exit_code == 2
    assert "no baseline is about" in done.output


def test_a_decision_is_asked_for_where_there_is_one(gated: Gated) -> None:
    done = gated.run("--format", "decision")
    assert done.exit_code == 2
    assert "--policy, --waivers or --baseline" in done.output


def test_a_baseline_shrinks_by_itself_and_grows_when_told(gated: Gated) -> None:
    path = gated.folder / "baseline.json"
    refused = gated.command("baseline", "update", path, gated.file)
    assert refused.exit_code == 2
    assert "To begin a baseline, add --grow." in refused.output
    begun = gated.command("baseline", "update", path, gated.file, "--grow")
    assert begun.exit_code == 0, begun.output
    schema = json.loads((SCHEMAS / "baseline.schema.json").read_text("utf-8"))
    assert not list(Draft202012Validator(schema).iter_errors(json.loads(path.read_text("utf-8"))))
    before = path.read_bytes()
    assert "is up to date" in gated.command("baseline", "update", path, gated.file).stdout
    gated.says(WORSE)
    grown = gated.command("baseline", "update", path, gated.file)
    assert grown.exit_code == 1
    assert "REP-002 at 1.sheds (gap)" in grown.stderr
    assert path.read_bytes() == before
    told = gated.command("baseline", "update", path, gated.file, "--grow")
    assert (told.exit_code, "REP-002 at 1.sheds" in told.stdout) == (0, True)
    gated.says(SENT)
    shrunk = gated.command("baseline", "update", path, gated.file)
    assert shrunk.exit_code == 0
    assert "REP-001 at 1.sheds" in shrunk.stdout
    assert gated.run("--baseline", path).exit_code == 0


def test_a_baseline_does_not_forget_what_is_worse_unless_told(gated: Gated) -> None:
    path = gated.folder / "baseline.json"
    action = "{{id: {}, what: W, owner: The gardener, due: 2024-06-01, state: proposed}}".format
    said = UNSENT + "recommendations: {'1': {actions: [%s]}}\n"
    gated.says(said % f"{action('A1')}, {action('A2')}")
    gated.command("baseline", "update", path, gated.file, "--grow")
    before = path.read_bytes()
    gated.says(said % action("A1").replace("proposed", "in progress"))
    refused = gated.command("baseline", "update", path, gated.file)
    assert refused.exit_code == 1
    assert "1 thing is worse than in the baseline" in refused.stderr
    assert "1: action A2 was due on 2024-06-01 and is no longer there" in refused.stderr
    assert path.read_bytes() == before
    told = gated.command("baseline", "update", path, gated.file, "--grow")
    assert told.exit_code == 0
    assert path.read_bytes() != before


def test_a_baseline_about_another_force_is_left_alone(gated: Gated) -> None:
    path = gated.folder / "baseline.json"
    gated.command("baseline", "update", path, gated.file, "--grow")
    before = path.read_bytes()
    text = gated.file.read_text("utf-8")
    gated.file.write_text(text.replace("id: ", "id: other-", 1), "utf-8")
    done = gated.command("baseline", "update", path, gated.file, "--grow")
    assert done.exit_code == 2
    assert "is about another force" in done.output
    assert path.read_bytes() == before


def test_a_baseline_is_json(gated: Gated) -> None:
    done = gated.command("baseline", "update", "b.yaml", gated.file, "--grow")
    assert "the name of a baseline ends in .json" in done.output
