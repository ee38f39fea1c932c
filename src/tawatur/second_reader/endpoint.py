"""The way to the model: one POST to an OpenAI-compatible `/v1/chat/completions`, and what can go wrong on it."""

from __future__ import annotations

import json
import os
import re
import time
from types import ModuleType, TracebackType
from typing import Literal
from urllib.parse import SplitResult, urlsplit

from tawatur.errors import MissingExtraError, SettingsError
from tawatur.model import Reason
from tawatur.settings import Settings

KEY = "TAWATUR_MODEL_KEY"
"""The environment variable that holds the key of a server that asks for one; a key is never stored or shown."""

LARGEST = 1 << 20  # bytes of a reply; an answer is a few hundred

Trouble = Literal["unreachable", "slow", "status", "malformed"]
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_VERSION = re.compile(r"v\d\w*")


class NoAnswerError(Exception):
    """The model gave no answer that can be used; `detail` is the HTTP status where that is the trouble."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(trouble, detail)
        self.trouble, self.detail = trouble, detail

    @property
    def lasting(self) -> bool:
        """Whether asking about the next article would only meet the same."""
        return self.trouble in ("unreachable", "slow")


def check(settings: Settings) -> None:
    """See that a model can be asked with these settings, before any work is done; nothing is sent.

    Raises SettingsError where address, name or key cannot be right, MissingExtraError where httpx is not installed.
    """
    if not settings.ask_url:
        raise _wrong("no_url", "a language model is named, but not the address to ask it at")
    if not settings.ask_model:
        raise _wrong("no_model", "an address is given, but not which language model to ask there")
    http = _client()
    try:
        http.URL(address(settings.ask_url))
    except (ValueError, http.InvalidURL):
        raise _wrong("bad_url", "the address of the language model cannot be used") from None
    key = os.environ.get(KEY, "").strip()
    if not (key.isascii() and key.isprintable()):
        raise _wrong("bad_key", f"{KEY} holds signs that no key has")


def address(base: str) -> str:
    """The whole address for a base address: "http://127.0.0.1:8080", "https://example.org/v1", or the whole one.

    Raises ValueError for one that is not of the web, or that holds a password or a query: these would be shown.
    """
    parts: SplitResult = urlsplit(base.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
        raise ValueError("no address of the web")
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ValueError("an address with more than host and path")
    path = parts.path.rstrip("/")
    if not path.endswith("/chat/completions"):
        path += "/chat/completions" if _VERSION.fullmatch(path.rpartition("/")[2]) else "/v1/chat/completions"
    return parts._replace(path=path).geturl()


class Endpoint:
    """An open connection to the model of some settings; to be used in a `with`."""

    def __init__(self, settings: Settings) -> None:
        assert settings.ask_url is not None
        self._address = address(settings.ask_url)
        self._seconds = settings.ask_seconds
        headers = {"Content-Type": "application/json"}
        if key := os.environ.get(KEY, "").strip():
            headers["Authorization"] = f"Bearer {key}"
        # A proxy that the environment names is for other machines. Redirects are not followed: the text goes to the
        # address that was named and to no other.
        proxied = urlsplit(self._address).hostname not in _LOOPBACK
        self._client = _client().Client(headers=headers, timeout=self._seconds, trust_env=proxied)

    def __enter__(self) -> Endpoint:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def ask(self, body: bytes) -> str:
        """The text of the model's answer to a request. Raises NoAnswerError."""
        http = _client()
        try:
            reply = self._reply(body)
        except http.TimeoutException:
            raise NoAnswerError("slow") from None
        except (http.TransportError, UnicodeError):  # the latter for a name that no host can have
            raise NoAnswerError("unreachable") from None
        except http.HTTPError:
            raise NoAnswerError("malformed") from None
        try:
            content = json.loads(reply)["choices"][0]["message"]["content"]
        except (ValueError, TypeError, LookupError, RecursionError):
            raise NoAnswerError("malformed") from None
        if not isinstance(content, str):
            raise NoAnswerError("malformed")
        return content

    def _reply(self, body: bytes) -> bytes:
        """The bytes of the reply; the time allowed is for the whole of it, however slowly it trickles."""
        deadline = time.monotonic() + self._seconds
        got = bytearray()
        with self._client.stream("POST", self._address, content=body) as response:
            if response.status_code != 200:
                raise NoAnswerError("status", str(response.status_code))
            for piece in response.iter_bytes():
                got += piece
                if len(got) > LARGEST:
                    raise NoAnswerError("malformed")
                if time.monotonic() > deadline:
                    raise NoAnswerError("slow")
        return bytes(got)


def _client() -> ModuleType:
    """The HTTP library, loaded when a model is to be asked."""
    try:
        import httpx
    except ImportError:
        raise MissingExtraError("llm", "asking a language model", told=Reason("second_reader.not_installed")) from None
    return httpx


_REMEDIES = {
    "no_url": "give its address as well: --ask-model URL, or ask_url in the settings",
    "no_model": "name it as well: --model NAME, or ask_model in the settings",
    "bad_url": "give an address such as http://127.0.0.1:8080 or https://example.org/v1, without user, password or"
    f" query; a key goes into the environment variable {KEY}",
    "bad_key": "set it to the key alone, or unset it",
}


def _wrong(code: str, message: str) -> SettingsError:
    told, advice = Reason(f"second_reader.{code}", (KEY,)), Reason(f"second_reader.{code}_do", (KEY,))
    return SettingsError(message, remedy=_REMEDIES[code], told=told, advice=advice)
