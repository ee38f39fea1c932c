"""A real HTTP server on this machine that behaves like an OpenAI-compatible one, well or badly."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Question = dict[str, Any]


@dataclass
class Asked:
    """What reached the server: paths, headers and bodies, in order."""

    url: str = ""
    paths: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)

    @property
    def questions(self) -> list[Question]:
        """The users' part of the requests: the article and its numbered statements."""
        return [json.loads(body["messages"][-1]["content"]) for body in self.bodies]


def reply(content: object) -> tuple[int, bytes]:
    """An orderly reply of such a server, with this content."""
    body = {
        "object": "chat.completion",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": content}}],
    }
    return 200, json.dumps(body).encode()


def answers(said: dict[str, str | None]) -> Callable[[Question], tuple[int, bytes]]:
    """Answers for the statements that hold these words; the others get no entry."""

    def answer(question: Question) -> tuple[int, bytes]:
        given = [
            {"statement": one["statement"], "source": source}
            for one in question["statements"]
            for words, source in said.items()
            if words in one["says"]
        ]
        return reply(json.dumps({"answers": given}, ensure_ascii=False))

    return answer


@contextmanager
def serving(answer: Callable[[Question], tuple[int, bytes]], drip: float = 0) -> Iterator[Asked]:
    """A server that gives status and body for the question of each request, until the block ends.

    With `drip` it lets so many seconds pass before each byte of the body.
    """
    asked = Asked()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.paths.append(self.path)
            asked.headers.append(dict(self.headers.items()))
            asked.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            status, body = answer(asked.questions[-1])
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            if status == 307:
                self.send_header("Location", "/elsewhere")
            self.end_headers()
            try:
                for at in range(len(body) if drip else 0):
                    time.sleep(drip)
                    self.wfile.write(body[at : at + 1])
                self.wfile.write(b"" if drip else body)
            except OSError:
                return  # the other side has gone

        def log_message(self, format: str, *args: object) -> None:
            """Write nothing to stderr."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    asked.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def closed_port() -> str:
    """An address on this machine where nothing listens."""
    with serving(lambda _: (200, b"")) as was:
        pass
    return was.url
