"""A large job as a user runs it: the same bytes as `tawatur stories`, gone on with after any end, never mixed."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import tawatur.running
from tawatur.languages.lexicons import entries
from tests.cli.command import run
from tests.running.invented import lines, news, results

pq = pytest.importorskip("pyarrow.parquet")
from tawatur.running import plan  # noqa: E402
from tawatur.running.local import Local  # noqa: E402
from tawatur.running.parts import Outcome  # noqa: E402
from tawatur.running.tasks import Story, Task, attempt  # noqa: E402


def manifest(folder: Path) -> Any:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def test_a_job_writes_what_stories_writes_and_more(tmp_path: Path) -> None:
    given, out = news(tmp_path), tmp_path / "out"
    ran = run("batch", given, "--out", out, "--workers", "2")
    assert ran.code == 0, ran.err
    run("stories", given, "-o", tmp_path / "stories.json", "--dossiers", tmp_path / "dossiers")
    assert (out / "stories.json").read_bytes() == (tmp_path / "stories.json").read_bytes()
    assert results(out / "dossiers") == results(tmp_path / "dossiers")
    assert len(results(out / "dossiers")) == 3
    assert sum(pq.read_table(path).num_rows for path in (out / "articles").iterdir()) == 13
    assert sum(pq.read_table(path).num_rows for path in (out / "accounts").iterdir()) == 13
    told = manifest(out)
    assert told["counts"]["articles"] == told["counts"]["accounts"] == 13
    assert told["dropped"] == {"reading.duplicate": 1, "reading.json_line": 1}
    dropped = [json.loads(line) for line in (out / "dropped.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["code"] for row in dropped] == ["reading.json_line", "reading.duplicate"]
    assert dropped[0]["where"].endswith("news.jsonl:3")
    steps = json.loads((out / "timings.json").read_text())["steps"]
    assert {"drafts", "articles", "grouping", "accounts", "dossiers"} <= set(steps)
    assert "13 articles" in ran.err
    assert "2 parts were dropped" in ran.err

    before = results(out)
    again = run("batch", given, "--out", out, "--ui", "ar")
    assert "كل شيء منجز من قبل" in again.err
    assert results(out) == before
    assert run("batch", given, "--out", out, "--strict").code == 7


def test_only_needed_statements_make_the_same_dossiers(tmp_path: Path) -> None:
    given = news(tmp_path)
    assert run("batch", given, "--out", tmp_path / "all").code == 0
    assert run("batch", given, "--out", tmp_path / "few", "--statements", "needed").code == 0
    assert results(tmp_path / "all" / "dossiers") == results(tmp_path / "few" / "dossiers")
    assert manifest(tmp_path / "few")["counts"]["accounts"] == 9


def test_standard_input_is_an_input(tmp_path: Path) -> None:
    given = news(tmp_path)
    assert run("batch", "-", "--out", tmp_path / "out", stdin=given.read_bytes()).code == 0
    assert manifest(tmp_path / "out")["counts"]["articles"] == 13
    other = run("batch", "-", "--out", tmp_path / "out", stdin=b'{"text": "x"}')
    assert "is not what it was" in other.err


def test_another_job_is_told_and_not_mixed(tmp_path: Path) -> None:
    given, out = news(tmp_path), tmp_path / "out"
    run("batch", given, "--out", out)
    before = results(out)
    for change, arguments, words in (
        (lambda: None, ("--statements", "needed"), "begun with --statements all"),
        (lambda: None, (given,), "begun with other inputs"),
        (lambda: given.write_text("\n".join(lines(2)), encoding="utf-8"), (), "is not what it was"),
    ):
        change()
        ran = run("batch", given, "--out", out, *arguments)
        assert ran.code == 4
        assert words in ran.err
    assert "لم يعد" in run("batch", given, "--out", out, "--ui", "ar").err
    assert results(out) == before
    plan = out / ".batch" / "plan.json"
    plan.write_text(plan.read_text().replace('"version": "', '"version": "0.0.'))
    assert "another version" in run("batch", given, "--out", out).err


def test_bad_places_and_inputs_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = news(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("x")
    ran = run("batch", given, "--out", tmp_path / "full")
    assert (ran.code, "holds other files" in ran.err) == (4, True)
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["letter.txt"]
    assert run("batch", given, "--out", given).code == 4
    none = run("batch", tmp_path / "absent.jsonl", "--out", tmp_path / "none")
    assert (none.code, "absent.jsonl" in none.err) == (3, True)
    monkeypatch.setitem(sys.modules, "daft", None)
    missing = run("batch", given, "--out", tmp_path / "no", "--engine", "daft")
    assert (missing.code, "pip install 'tawatur[cluster]'" in missing.err) == (6, True)


def test_two_runs_do_not_work_in_one_folder(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    given, out = news(tmp_path), tmp_path / "out"
    (out / ".batch").mkdir(parents=True)
    with (out / ".batch" / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        busy = run("batch", given, "--out", out)
    assert (busy.code, "another run" in busy.err) == (4, True)
    assert run("batch", given, "--out", out).code == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
def test_a_full_disk_is_told_and_what_was_done_stays(tmp_path: Path) -> None:
    given, out = news(tmp_path), tmp_path / "out"
    limited = f"ulimit -f 8; exec {sys.executable} -m tawatur batch {given} --out {out} --workers 1"
    stopped = subprocess.run(["bash", "-c", limited], capture_output=True, text=True)
    assert stopped.returncode == 4, stopped.stderr
    assert "cannot write" in stopped.stderr
    assert "Traceback" not in stopped.stderr
    assert run("batch", given, "--out", out).code == 0
    assert run("batch", given, "--out", tmp_path / "whole").code == 0
    assert results(out) == results(tmp_path / "whole")


# Deaths.


def test_a_worker_that_dies_is_told_and_its_part_tried_once_more(tmp_path: Path) -> None:
    given, out = news(tmp_path), tmp_path / "out"
    assert run("batch", given, "--out", out).code == 0
    died: list[str] = []
    took: list[Outcome] = []
    task = Task("accounts", 0, str(out))
    engine = Local(1, lambda task, why: died.append(f"{task.stage} {why}"))
    try:
        engine.run([task], took.append)  # a worker that is warm
        (worker,) = engine._workers
        os.kill(worker.process.pid or 0, signal.SIGSTOP)
        os.kill(worker.process.pid or 0, signal.SIGKILL)
        engine.run([task], took.append)
        assert died == ["accounts SIGKILL"]
        assert [outcome.counts for outcome in took[:1]] == [outcome.counts for outcome in took[1:]]
    finally:
        engine.close()


def test_a_part_that_kills_twice_is_dropped_with_its_reason(tmp_path: Path) -> None:
    given, out = news(tmp_path), tmp_path / "out"
    assert run("batch", given, "--out", out).code == 0
    died: list[str] = []
    took: list[Outcome] = []
    engine = Local(2, lambda _task, why: died.append(why))
    try:
        engine.run([_Deadly("accounts", 0, str(out)), Task("accounts", 0, str(out))], took.append)
    finally:
        engine.close()
    assert len(died) == 2
    lost = next(outcome for outcome in took if outcome.dropped)
    assert {one.reason.code for one in lost.dropped} == {"running.article_lost"}
    assert len(lost.dropped) == 13
    assert any(dict(outcome.counts).get("accounts") == 13 for outcome in took)


class _Deadly(Task):
    """A task that no worker understands: it ends of it."""

    def as_json(self) -> str:
        return "{}"


def test_a_part_that_brings_out_a_defect_twice_is_dropped_with_its_reason(tmp_path: Path) -> None:
    given, out = news(tmp_path), tmp_path / "out"
    assert run("batch", given, "--out", out).code == 0
    (out / "articles" / "part-00000.parquet").rename(out / "kept")
    (out / "articles" / "part-00000.parquet").write_bytes((out / "kept").read_bytes()[:-2])
    lost = attempt(Task("dossiers", 9, str(out), (Story("s", "s.json", ((0, 0),)),)))
    assert [(one.where, one.reason.code) for one in lost.dropped] == [("s", "running.story_lost")]
    assert "Arrow" in lost.dropped[0].reason.values[1]


def test_killed_at_any_moment_a_job_ends_with_the_same_bytes(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    kills = int(pytestconfig.getoption("--kills"))
    given = tmp_path / "news.jsonl"
    given.write_text("\n".join(lines(8, lone=20)), encoding="utf-8")
    begun = time.monotonic()
    assert _job(given, tmp_path / "whole").wait() == 0
    whole = time.monotonic() - begun
    wanted = results(tmp_path / "whole")
    chance = random.Random(5)
    killed = jobs = 0
    while killed < kills:
        jobs += 1
        out = tmp_path / f"job{jobs}"
        for _ in range(5):
            job = _job(given, out)
            time.sleep(chance.uniform(0.05, 0.9) * whole)
            if job.poll() is None:
                killed += 1
                if killed % 2:
                    os.killpg(job.pid, signal.SIGKILL)  # the workers too
                else:
                    job.kill()  # they have to end by themselves
                job.wait()
        assert _job(given, out).wait() == 0
        assert results(out) == wanted
        assert not list(out.rglob("*.passing"))


def test_interrupted_a_job_ends_at_once_and_says_that_it_goes_on(tmp_path: Path) -> None:
    given, out = tmp_path / "news.jsonl", tmp_path / "out"
    given.write_text("\n".join(lines(40, lone=4000)), encoding="utf-8")
    command = [sys.executable, "-m", "tawatur", "batch", str(given), "--out", str(out), "--workers", "2"]
    job = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    while not list(out.glob("accounts/*.parquet")):
        assert job.poll() is None, job.stderr
        time.sleep(0.05)
    job.send_signal(signal.SIGINT)
    _, said = job.communicate(timeout=20)
    assert (job.returncode, "goes on from there" in said, "Traceback" in said) == (130, True, False), said
    assert not (out / "manifest.json").exists()


def _job(given: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tawatur", "batch", str(given), "--out", str(out), "--workers", "2"]
    return subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)


def test_every_reason_has_its_words() -> None:
    known = {entry["form"] for entry in entries("interface", "reasons_running")}
    source = "".join(path.read_text(encoding="utf-8") for path in Path(tawatur.running.__file__).parent.glob("*.py"))
    used = set(re.findall(r'"(running\.[a-z_]+)"', source))
    built = {f"running.other_{what}" for what in plan.WORDS}
    assert used | built == known
