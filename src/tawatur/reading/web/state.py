"""What earlier runs got from which address: the validators of conditional requests (RFC 9110, 13.1) and text hashes."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from tawatur.errors import SettingsError
from tawatur.model import Reason

FORMAT = "tawatur state 1"


@dataclass(frozen=True, slots=True)
class Known:
    """The last answer of an address: where it came from in the end, and what it may be asked about again with."""

    final: str
    etag: str | None = None
    modified: str | None = None


@dataclass(slots=True)
class State:
    """Answers by the address asked, and hashes of the article text found there; empty when nothing is remembered."""

    known: dict[str, Known] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def holds(self, url: str, text: str) -> bool:
        """Whether this very text was taken from the address before."""
        return self.texts.get(url) == text_key(text)

    def take(self, url: str, text: str) -> None:
        """Remember the text of an address."""
        self.texts[url] = text_key(text)

    @classmethod
    def load(cls, path: Path) -> State:
        """The state in a file, empty where there is none. Raises SettingsError where it is something else."""
        try:
            data = json.loads(path.read_text("utf-8"))
            if data["format"] != FORMAT:
                raise ValueError
            known = {str(url): Known(**row) for url, row in data["known"].items()}
            return cls(known, {str(url): str(key) for url, key in data["texts"].items()})
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError, TypeError, LookupError, AttributeError):
            raise SettingsError(
                f"{path} is not a state file of tawatur fetch, or cannot be read",
                remedy="name the file of an earlier run, or one that does not exist yet; nothing was fetched",
                told=Reason("cli.no_state", (str(path),)),
                advice=Reason("cli.no_state_do"),
            ) from None

    def save(self, path: Path) -> None:
        """Write the file whole or not at all. Raises OSError."""
        rows = {
            "format": FORMAT,
            "known": {url: asdict(row) for url, row in sorted(self.known.items())},
            "texts": dict(sorted(self.texts.items())),
        }
        handle, name = tempfile.mkstemp(dir=path.resolve().parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(rows, file, ensure_ascii=False, indent=0)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def text_key(text: str) -> str:
    """A short hash of a text."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:24]
