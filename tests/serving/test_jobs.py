from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from starlette.testclient import TestClient

from tawatur.errors import SettingsError
from tawatur.pipeline import Progress
from tawatur.serving.app import create_app
from tawatur.serving.jobs import Jobs
from tawatur.serving.problems import ProblemError
from tawatur.store import Archive

ONE = "غرق زورق قرب الجزيرة\nقال مصدر في الميناء إن الزورق غرق فجر اليوم."
TWO = "حادث زورق\nأفاد خفر السواحل بأن الزورق غرق فجراً وأن 3 أشخاص نجوا."


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    said: list[BaseException] = []
    made = Jobs(said.append)
    yield made
    made.close()


def ended(jobs: Jobs, id: str) -> str:
    for _ in range(200):
        if jobs.get(id).over:
            break
        time.sleep(0.02)
    return jobs.get(id).state


def folder(tmp_path: Path, name: str) -> Path:
    made = tmp_path / name
    made.mkdir()
    return made


def test_work_ends_and_its_folder_goes(jobs: Jobs, tmp_path: Path) -> None:
    place = folder(tmp_path, "a")

    def work(here: Path, told: Progress) -> str:
        told("claims", 1, 2)
        return here.name

    job = jobs.add(place, work, ("claims",))
    assert ended(jobs, job.id) == "done"
    assert job.story == "a"
    assert (job.stage, job.done, job.all) == ("claims", 1, 2)
    jobs.close()
    assert not place.exists()


def test_work_that_is_cancelled_stops_at_its_next_step(jobs: Jobs, tmp_path: Path) -> None:
    begun, go = Event(), Event()

    def work(_: Path, told: Progress) -> str:
        begun.set()
        go.wait(5)
        told("claims", 0, 1)
        return "never"

    first = jobs.add(folder(tmp_path, "a"), work, ())
    second = jobs.add(folder(tmp_path, "b"), work, ())
    assert begun.wait(5)
    assert second.state == "waiting"
    jobs.cancel(second.id)
    jobs.cancel(first.id)
    go.set()
    assert ended(jobs, first.id) == "cancelled"
    assert second.state == "cancelled"
    with pytest.raises(ProblemError):
        jobs.cancel(first.id)


def test_what_went_wrong_is_told(tmp_path: Path) -> None:
    said: list[BaseException] = []
    jobs = Jobs(said.append)

    def ours(_: Path, __: Progress) -> str:
        raise SettingsError("that is none", remedy="take another")

    def defect(_: Path, __: Progress) -> str:
        raise ZeroDivisionError

    first = jobs.add(folder(tmp_path, "a"), ours, ())
    second = jobs.add(folder(tmp_path, "b"), defect, ())
    assert ended(jobs, second.id) == "failed"
    assert (first.error, first.remedy) == ("that is none", "take another")
    assert second.told
    assert [type(error) for error in said] == [ZeroDivisionError]
    jobs.close()


def test_too_much_waiting_is_refused(jobs: Jobs, tmp_path: Path) -> None:
    go = Event()

    def work(_: Path, __: Progress) -> str:
        go.wait(10)
        return ""

    for n in range(20):
        jobs.add(folder(tmp_path, str(n)), work, ())
    with pytest.raises(ProblemError):
        jobs.add(folder(tmp_path, "more"), work, ())
    go.set()


def wait(client: TestClient, address: str) -> dict[str, object]:
    for _ in range(400):
        state: dict[str, object] = client.get(f"{address}.json").json()
        if state["state"] in {"done", "failed", "cancelled"}:
            return state
        time.sleep(0.05)
    raise AssertionError("the work does not end")


@pytest.fixture
def client(own_archive: Archive) -> Iterator[TestClient]:
    with TestClient(create_app(own_archive), base_url="http://localhost", follow_redirects=False) as made:
        yield made


def test_pasted_texts_and_files_become_a_story(client: TestClient) -> None:
    given = {"name": "زورق", "text": [ONE, "", ""], "outlet": ["nahr", "", ""], "published": ["2031-03-04", "", ""]}
    answer = client.post("/paste", data=given, files=[("files", ("../../two.txt", TWO.encode(), "text/plain"))])
    assert answer.status_code == 303
    address = answer.headers["location"]
    assert client.get(address).status_code == 200
    state = wait(client, address)
    assert state["state"] == "done", state
    story = client.get(f"{state['page']}.json").json()
    assert story["title"] == "زورق"
    assert sorted(one["outlet"] for one in story["articles"])[0] == "nahr"
    assert len(story["articles"]) == 2
    done = client.get(address, headers={"hx-request": "true"})
    assert done.headers["hx-redirect"] == state["page"]
    assert client.get("/runs.json").json()["runs"][0]["command"] == "paste"


def test_nothing_given_keeps_the_form_with_what_was_written(client: TestClient) -> None:
    answer = client.post("/paste", data={"name": "زورق", "text": "", "urls": ""})
    assert answer.status_code == 422
    assert 'value="زورق"' in answer.text
    assert 'role="alert"' in answer.text


def test_address_that_is_none_is_named(client: TestClient) -> None:
    given = {"urls": "file:///etc/passwd http://ok.example/a", "text": ONE}
    answer = client.post("/paste", data=given, headers={"accept": "application/json"})
    assert answer.status_code == 422
    assert [(one["where"], one["code"]) for one in answer.json()["errors"]] == [("urls", "serving.bad_address")]
    assert "file:///etc/passwd" in answer.json()["errors"][0]["detail"]


def test_what_cannot_be_read_fails_with_its_reason(client: TestClient) -> None:
    answer = client.post("/paste", files=[("files", ("x.bin", b"\x00\x01\x02\xff" * 100, "application/x"))])
    state = wait(client, answer.headers["location"])
    assert state["state"] == "failed"
    assert state["rejects"]
    page = client.get(answer.headers["location"]).text
    assert "/tmp" not in page
    assert "x.bin" in page


def test_over_long_request_is_refused(client: TestClient) -> None:
    answer = client.post("/paste", content=b"", headers={"content-length": str(1 << 40)})
    assert answer.status_code == 413
