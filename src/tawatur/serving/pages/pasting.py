"""What a reader pastes, names or drops, put into a folder to be read, and the work that makes a dossier of it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import FormData, UploadFile

from tawatur.errors import InputError
from tawatur.model import Reason, Reject
from tawatur.pipeline import Progress
from tawatur.serving.library import Library
from tawatur.serving.problems import Fault, ProblemError

MOST_BYTES = 64 << 20
MOST_INPUTS = 200
STAGES = ("reading", "statements", "copies", "sources", "claims", "relations", "origins", "findings", "saving")
"""The steps a reader is shown, in order."""


async def gathered(form: FormData) -> Path:
    """A folder with all that was given: `texts.json`, `urls.txt`, `name.txt` and the files. Raises ProblemError."""
    texts, urls = _texts(form), _urls(form)
    files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and (one.filename or one.size)]
    if not texts and not urls and not files:
        raise ProblemError(422, Reason("serving.nothing_pasted"), [Fault("texts", Reason("serving.nothing_pasted"))])
    if len(texts) + len(urls) + len(files) > MOST_INPUTS:
        raise ProblemError(413, Reason("serving.too_many", (str(MOST_INPUTS),)))
    folder = Path(tempfile.mkdtemp(prefix="tawatur-"))
    lay_down(folder, texts, urls, str(form.get("name") or ""))
    for at, file in enumerate(files):
        # Each in a folder of its own, so that two of one name stay two and keep their names.
        place = folder / "files" / f"{at:03}"
        place.mkdir(parents=True)
        (place / _safe(file.filename or "")).write_bytes(await file.read())
    return folder


def lay_down(folder: Path, texts: Sequence[dict[str, Any]], urls: Sequence[str], name: str) -> None:
    """Put texts and addresses into a folder, for `made`. Raises ProblemError for what is no address of the web."""
    faults = [Fault("urls", Reason("serving.bad_address", (url,))) for url in urls if not _is_address(url)]
    if faults:
        raise ProblemError(422, faults[0].reason, faults)
    if texts:
        (folder / "texts.json").write_text(json.dumps(list(texts), ensure_ascii=False), encoding="utf-8")
    (folder / "urls.txt").write_text("\n".join(urls), encoding="utf-8")
    (folder / "name.txt").write_text(name.strip()[:200], encoding="utf-8")


def made(shelf: Library, folder: Path, told: Progress) -> str:
    """The work itself: what is in the folder read, made a dossier, and kept; gives the story's id."""
    from tawatur.pipeline import build_from
    from tawatur.reading import Web
    from tawatur.reading.intake import drafts, public_drafts, settled
    from tawatur.reading.web.limits import Limits
    from tawatur.serving.shelving import put_dossier

    texts, files = folder / "texts.json", folder / "files"
    inputs = [str(texts)] if texts.exists() else []
    inputs += [str(next(place.iterdir())) for place in sorted(files.iterdir())] if files.exists() else []
    urls = (folder / "urls.txt").read_text(encoding="utf-8").split()
    name = (folder / "name.txt").read_text(encoding="utf-8")
    try:
        found = settled((*drafts(inputs), *public_drafts(urls, Web(limits=Limits(pages=MOST_INPUTS)))))
        dossier = build_from(found, story=name or None, progress=told)
    except InputError as error:
        raise InputError(str(error).replace(f"{folder}/", ""), rejects=_without(folder, error.rejects)) from None
    told("saving", 0, 1)
    dossier = replace(dossier, rejects=_without(folder, dossier.rejects))
    story = put_dossier(shelf.archive, dossier, "paste", [*(Path(one).name for one in inputs), *urls])
    shelf.forget()
    return story


def _without(folder: Path, rejects: Sequence[Reject]) -> tuple[Reject, ...]:
    """The rejects as the reader knows their places: without the folder that was made for the work."""

    def known(text: str) -> str:
        for at in range(MOST_INPUTS):
            text = text.replace(f"{folder}/files/{at:03}/", "")
        return text.replace(f"{folder}/", "")

    return tuple(
        Reject(known(one.where), Reason(one.reason.code, tuple(_kept(value, known) for value in one.reason.values)))
        if str(folder) in one.where or any(str(folder) in value for value in one.reason.values)
        else one
        for one in rejects
    )


def _kept(value: str, known: Callable[[str], str]) -> str:
    """A value of a reason; those of a kind of their own (words of the interface, dates) stay what they are."""
    return known(value) if type(value) is str else value


def _texts(form: FormData) -> list[dict[str, Any]]:
    found = []
    fields = zip(*(form.getlist(name) for name in ("text", "outlet", "published")), strict=False)
    for at, (text, outlet, published) in enumerate(fields, start=1):
        if not str(text).strip():
            continue
        title, _, body = str(text).replace("\r\n", "\n").strip().partition("\n")
        one: dict[str, Any] = {"id": f"text-{at}", "text": body.strip() or title}
        if body.strip():
            one["title"] = title.strip()
        if str(outlet).strip():
            one["outlet"] = str(outlet).strip()
        if str(published).strip():
            one["published"] = str(published).strip()
        found.append(one)
    return found


def _urls(form: FormData) -> list[str]:
    urls = str(form.get("urls") or "").split()
    faults = [Fault("urls", Reason("serving.bad_address", (url,))) for url in urls if not _is_address(url)]
    if faults:
        raise ProblemError(422, faults[0].reason, faults)
    return urls


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _safe(name: str) -> str:
    """The last part of a file's name, without anything that could lead out of its folder."""
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(c for c in last if c.isprintable() and c not in '<>:"|?*')[-120:].lstrip(".")
    return kept or "file.txt"


def stage_at(stage: str, stages: Sequence[str] = STAGES) -> int:
    """Which step a stage is, counted from 1; 0 before the first."""
    return stages.index(stage) + 1 if stage in stages else 0
