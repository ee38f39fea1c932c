"""The server for agents, asked by the official client: in this process, over stdio and over streamable HTTP."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import pytest

pytest.importorskip("mcp", reason="the SDK is not installed: pip install 'tawatur[serve]'")

from mcp import Client, StdioServerParameters

from tawatur.serving.agents.server import agent_server
from tawatur.serving.app import create_app
from tawatur.store import Archive
from tests.serving.agents.conftest import LONE, STORY

TOOLS = {"corroborate", "list_stories", "get_dossier", "trace_statement", "read_article"}
# The SDK's own streams and tasks may be collected late.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


def ask(server: Any, *calls: tuple[str, dict[str, Any]]) -> tuple[list[Any], list[Any]]:
    """The tools that a server lists, and its answers to calls."""

    async def main() -> tuple[list[Any], list[Any]]:
        async with Client(server, read_timeout_seconds=60) as client:
            listed = (await client.list_tools()).tools
            return listed, [await client.call_tool(name, arguments) for name, arguments in calls]

    # In a thread of its own: the tests of pages leave a browser's event loop running in this one.
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(anyio.run, main).result()


def value(answer: Any) -> Any:
    assert not answer.is_error, answer.content
    return json.loads(answer.content[0].text)


CALLS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("corroborate", {"claim": "كان على متن العبّارة نحو 140 راكباً"}),
    ("list_stories", {}),
    ("get_dossier", {"story": STORY}),
    ("trace_statement", {"statement": "najmat-alsahl.01"}),
    ("read_article", {"article": LONE.id}),
)


def check(listed: list[Any], answers: list[Any]) -> None:
    """Every tool is listed with a description of itself and of each argument, and answered every call."""
    assert {tool.name for tool in listed} == TOOLS
    for tool in listed:
        assert tool.description
        assert tool.annotations.read_only_hint
        for name, of in tool.input_schema["properties"].items():
            assert of.get("description") or name == "part", (tool.name, name)
    found = [value(answer) for answer in answers]
    assert found[0]["answer"] == "one_origin"
    assert found[0]["caveats"]
    assert [row["story"] for row in found[1]["stories"]] == [STORY]
    assert found[2]["articles"] == 5
    assert found[3]["words"]
    assert found[3]["chain"]
    assert found[4]["statements"]
    for answer in answers:
        assert len(answer.content[0].text) < 12_000  # small answers


def test_in_process(desk: Archive) -> None:
    check(*ask(agent_server(desk), *CALLS))


def test_over_stdio(desk: Archive) -> None:
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "tawatur", "mcp", "--archive", desk.where], env=dict(os.environ)
    )
    check(*ask(command, *CALLS))


@pytest.fixture
def address(desk: Archive) -> Iterator[str]:
    uvicorn = pytest.importorskip("uvicorn")
    server = uvicorn.Server(uvicorn.Config(create_app(desk), host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/mcp"
    finally:
        server.should_exit = True
        thread.join()


def test_over_http(address: str) -> None:
    check(*ask(address, *CALLS))


def test_every_part_of_a_dossier_and_the_next_rows(desk: Archive) -> None:
    parts = ("claims", "conflicts", "figures", "sources", "articles")
    calls = [("get_dossier", {"story": STORY, "part": part, "limit": 2}) for part in parts]
    _, answers = ask(agent_server(desk), *calls)
    for part, answer in zip(parts, answers, strict=True):
        found = value(answer)
        assert found[part]
        assert len(found[part]) <= 2
        assert found["next_start"] == (2 if found["all"] > 2 else None)


def test_mistakes_are_told_with_what_to_do(desk: Archive) -> None:
    calls: tuple[tuple[str, dict[str, Any]], ...] = (
        ("get_dossier", {"story": "s:nowhere"}),
        ("trace_statement", {"statement": "nowhere.01"}),
        ("read_article", {"article": "https://nowhere.example/a"}),
        ("corroborate", {"claim": "؟"}),
        ("list_stories", {"since": "yesterday"}),
        ("list_stories", {"after": "x"}),
    )
    _, answers = ask(agent_server(desk), *calls)
    for answer in answers:
        assert answer.is_error
        assert "Traceback" not in answer.content[0].text
        assert len(answer.content[0].text) > 20


def test_an_article_is_found_by_any_variant_of_its_address(desk: Archive) -> None:
    _, (answer,) = ask(agent_server(desk), ("read_article", {"article": "http://m.mina.example/news/7"}))
    assert value(answer)["article"] == LONE.id


def test_private_addresses_are_not_asked_for_an_agent(desk: Archive) -> None:
    pytest.importorskip("httpx")
    from tawatur.reading import Web
    from tests.reading.site import Answer, article, serving

    with serving({"/a": Answer(article("رافعة"))}) as site:
        _, (answer,) = ask(agent_server(desk, web=Web()), ("read_article", {"article": f"{site.url}/a"}))
        assert answer.is_error
        assert site.asked == []


def test_on_a_shared_archive_only_those_who_may_read(tmp_path: Path) -> None:
    from starlette.testclient import TestClient

    from tawatur.store import open_archive, people

    with open_archive(tmp_path / "shared.db") as archive:
        with archive.writing() as session:
            people.add_person(session, "ليلى", "admin", "كلمة سر طويلة")
            _, key = people.add_token(session, "ليلى", "وكيل", ["read"])
        asked = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
        headers = {"accept": "application/json, text/event-stream"}
        with TestClient(create_app(archive), base_url="http://localhost") as client:
            assert client.post("/mcp", json=asked, headers=headers).status_code == 401
            allowed = client.post("/mcp", json=asked, headers=headers | {"authorization": f"Bearer {key}"})
            assert allowed.status_code == 200
