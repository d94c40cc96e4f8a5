"""What pipelines take from the repository: each piece is parsed, and its script is really run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from govcheck.cli.main import cli

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("govcheck")
BASH = shutil.which("bash") or "bash"
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")


def example(name: str) -> Any:
    found = re.search(rf"```yaml example={name}\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return yaml.safe_load(found[1])


def action() -> Any:
    return yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def options_of(script: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z-]+", script))


def known_options() -> set[str]:
    context = cli.make_context("govcheck", ["run", "--help"], resilient_parsing=True)
    command = cli.get_command(context, "run")
    assert command
    return {name for item in command.params for name in item.opts}


def test_the_github_example_gives_inputs_that_the_action_has() -> None:
    steps = example("github")["jobs"]["judge"]["steps"]
    (used,) = [step for step in steps if "govcheck" in step.get("uses", "")]
    assert set(used["with"]) <= set(action()["inputs"])
    required = {name for name, item in action()["inputs"].items() if item.get("required")}
    assert required <= set(used["with"])


def test_every_input_reaches_the_action_through_the_environment() -> None:
    """Never pasted into the script: there a file name could be a command."""
    taken = set()
    for step in action()["runs"]["steps"]:
        assert "${{" not in step["run"]
        for value in step["env"].values():
            taken |= set(re.findall(r"inputs\.([a-z-]+)", value))
    assert taken == set(action()["inputs"])


def test_the_options_that_the_pieces_use_exist() -> None:
    scripts = [action()["runs"]["steps"][1]["run"], *template()["script"]]
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    scripts += [hook["entry"] for hook in hooks]
    assert options_of(" ".join(scripts)) <= known_options()


@pytest.mark.skipif(os.name == "nt", reason="the script of the action is for bash on Linux")
def test_the_script_of_the_action_judges(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "strong", tmp_path / "a b")
    script = action()["runs"]["steps"][1]["run"]
    blank = dict.fromkeys(("FAIL_ON", "POLICY", "WAIVERS", "BASELINE", "CHANGED_SINCE"), "")
    path = f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}"
    environment = {
        **os.environ, **blank, "PATH": path, "FILES": "a b\n$(touch hacked)*.yaml\n", "RESULTS": "out",
    }  # fmt: skip

    def judged(**more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [BASH, "-e", "-c", script], cwd=tmp_path, env={**environment, **more},
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip

    refused = judged()
    assert refused.returncode == 2
    assert not (tmp_path / "hacked").exists()
    done = judged(FILES="a b\n", FAIL_ON="minor")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "rollup.json").exists()


def git(folder: Path, *words: str) -> None:
    settings = ["-c", "user.name=Gardener", "-c", "user.email=gardener@example.org"]
    command = ["git", "-C", str(folder), *settings, *words]
    subprocess.run(command, check=True, capture_output=True)


@pytest.mark.skipif(os.name == "nt", reason="the script of the action is for bash on Linux")
def test_the_github_example_holds_a_change_to_what_the_main_branch_asks(tmp_path: Path) -> None:
    """Both scripts are run in a clone: a change that softens its own policy gains nothing by it."""
    main, clone, temp = tmp_path / "main", tmp_path / "clone", tmp_path / "temp"
    temp.mkdir()
    shutil.copytree(ROOT / "examples" / "strong", main / "assessments" / "strong")
    rule = "govcheck-policy = 1\n[[count]]\nstatus = 'gap'\nat_most = {}\n"
    (main / "gate.toml").write_text(rule.format(0))
    path = f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}"
    known = [
        "baseline",
        "update",
        "known.json",
        "assessments/strong/self-assessment.yaml",
        "--grow",
    ]
    subprocess.run([COMMAND, *known], cwd=main, check=True, capture_output=True)
    git(main, "init", "-q", "-b", "main")
    git(main, "add", "-A")
    git(main, "commit", "-m", "Begin")
    git(tmp_path, "clone", "-q", str(main), str(clone))
    (clone / "gate.toml").write_text(rule.format(999))
    file = clone / "assessments" / "strong" / "self-assessment.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("    led_by: Head of People\n", "", 1))
    steps = example("github")["jobs"]["judge"]["steps"]
    (fetched,) = [step["run"] for step in steps if "run" in step]
    (used,) = [step["with"] for step in steps if "govcheck" in step.get("uses", "")]
    given = {
        name.upper().replace("-", "_"): value.replace("${{ runner.temp }}", str(temp))
        for name, value in (dict.fromkeys(action()["inputs"], "") | used).items()
    }
    environment = {**os.environ, **given, "PATH": path, "RUNNER_TEMP": str(temp)}
    for script in (fetched, action()["runs"]["steps"][1]["run"]):
        done = subprocess.run(
            [BASH, "-e", "-c", script], cwd=clone, env=environment, capture_output=True,
            encoding="utf-8", check=False,
        )  # fmt: skip
    assert (temp / "gate.toml").read_text() == rule.format(0)
    assert done.returncode == 1, done.stderr
    assert "gaps and open questions: at most 0" in done.stdout


def template() -> Any:
    return yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))[".govcheck"]


def test_the_gitlab_example_extends_the_template() -> None:
    said = example("gitlab")
    assert said["include"][0]["file"] == "ci/gitlab.yml"
    job = said["self-assessments"]
    assert job["extends"] == ".govcheck"
    assert set(job["variables"]) <= set(template()["variables"])


@pytest.mark.skipif(os.name == "nt", reason="the script of the job is for bash on Linux")
@pytest.mark.parametrize(("name", "status"), [("strong", 0), ("invented-force", 1)])
def test_the_script_of_the_gitlab_job_judges(tmp_path: Path, name: str, status: int) -> None:
    shutil.copytree(ROOT / "examples" / name, tmp_path / "files")
    path = f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}"
    variables = {**template()["variables"], "GOVCHECK_FILES": "files"}
    done = subprocess.run(
        [BASH, "-e", "-c", "\n".join(template()["script"])], cwd=tmp_path,
        env={**os.environ, **variables, "PATH": path}, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert done.returncode == status, done.stderr
    assert (tmp_path / "govcheck-quality.json").read_text("utf-8").startswith("[")
    assert (tmp_path / "govcheck-results" / "rollup.csv").exists()


def test_the_pre_commit_example_names_hooks_that_are_there() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    ids = {hook["id"] for hook in hooks}
    assert {hook["id"] for hook in example("pre-commit")["repos"][0]["hooks"]} == ids
    for hook in hooks:
        assert hook["entry"].startswith("govcheck ")
        assert re.search(hook["files"], "north/self-assessment.yaml")
        assert not re.search(hook["files"], "north/self-assessment.yaml.bak")
