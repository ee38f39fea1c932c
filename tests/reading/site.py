"""A real HTTP server on this machine with invented pages, feeds and manners, good and bad."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tawatur.reading.web.limits import Limits

QUICK = Limits(gap=0, backoff=0.01, seconds=5, retries=2)


@dataclass(frozen=True)
class Answer:
    """What a path gives: status, body, headers; `drip` seconds pass before each piece of the body."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    drip: float = 0


Page = Answer | Callable[[dict[str, str]], Answer]


@dataclass
class Site:
    """The pages by path, and what was asked: paths and headers, in order."""

    url: str = ""
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def times(self, path: str) -> int:
        """How often a path was asked for."""
        return self.asked.count(path)


@contextmanager
def serving(pages: dict[str, Page] | None = None, host: str = "127.0.0.1") -> Iterator[Site]:
    """A server of these pages until the block ends; the pages can be changed while it runs.

    With the host "0.0.0.0" it answers under 127.0.0.2, 127.0.0.3 and so on as well, as if it were several sites.
    """
    site = Site(pages=dict(pages or {}))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.headers.append({name.lower(): value for name, value in self.headers.items()})
            page = site.pages.get(self.path, Answer(b"not here", 404))
            answer = page if isinstance(page, Answer) else page(site.headers[-1])
            self.send_response(answer.status)
            for name, value in answer.headers:
                self.send_header(name, value)
            if not any(name == "Content-Length" for name, _ in answer.headers):
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            try:
                for at in range(0, len(answer.body), 10 if answer.drip else len(answer.body) or 1):
                    time.sleep(answer.drip)
                    self.wfile.write(answer.body[at : at + (10 if answer.drip else len(answer.body))])
            except OSError:
                return  # the other side has gone

        def log_message(self, format: str, *args: object) -> None:
            """Write nothing to stderr."""

    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    site.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def tagged(body: bytes, tag: str) -> Page:
    """A page that answers 304 to whoever names its tag."""

    def page(headers: dict[str, str]) -> Answer:
        if headers.get("if-none-match") == tag:
            return Answer(status=304)
        return Answer(body, headers=(("ETag", tag),))

    return page


PARAGRAPHS = (
    "قال مدير مرفأ الياسمين هاني الكروم إن الرافعة الجديدة بدأت العمل صباح الثلاثاء بعد ثلاثة أشهر من التأخير، وإن"
    " السفن الأولى أفرغت حمولتها قبل الظهر.",
    "وأضاف الكروم أن الرافعة ترفع أربعين طناً في المرة الواحدة، وأن عمالها تدربوا عليها ستة أسابيع في مدينة السنديان.",
    "وذكرت غرفة التجارة في بيان أن {n} سفينة تنتظر دورها خارج المرفأ، وأن كلفة الانتظار تجاوزت مليوني ليرة حتى الآن.",
)


def article(title: str, n: int = 1, *, head: str = "", more: str = "") -> bytes:
    """A page with an invented report; `n` is a number in it, `more` further paragraphs."""
    body = "".join(f"<p>{text.format(n=n)}</p>" for text in PARAGRAPHS) + "".join(
        f"<p>{part}</p>" for part in more.split("|") if part
    )
    return (
        f"<!doctype html><html lang=ar><head><meta charset=utf-8><title>{title}</title>{head}</head>"
        f"<body><nav><a href=/>الرئيسية</a></nav><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def rss(*items: str, more: str = "") -> bytes:
    """An RSS feed of these items."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>أخبار الياسمين</title>{''.join(items)}{more}</channel></rss>"
    ).encode()


def item(link: str, title: str = "خبر", extra: str = "") -> str:
    """One item of an RSS feed."""
    return f"<item><title>{title}</title><link>{link}</link>{extra}</item>"
