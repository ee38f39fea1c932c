"""The view model of an article: its text with its statements, what it shares with others, its earlier versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from tawatur.dossier.parts import Report
from tawatur.model import Article, Copy, Span, Version
from tawatur.serving.library import FoundStory
from tawatur.serving.pages import addresses
from tawatur.serving.pages.showing import Shown
from tawatur.serving.pages.story import StoryPage
from tawatur.writing.highlight import Layer, stretch
from tawatur.writing.json_views import ViewWriter
from tawatur.writing.messages import UI

_AROUND = 60  # code points shown before and after a change
_CHANGES = 40  # shown of one version


@dataclass(frozen=True, slots=True)
class Shared:
    """Wording shared with another article: each passage here, its fragment name, and the link to it there."""

    other: Article
    share: float
    from_other: bool
    passages: tuple[tuple[Span, Span, str, str], ...]
    copy: Copy


@dataclass(frozen=True, slots=True)
class Changed:
    """One change between two texts: what stood before it, what was taken out, what was put in, what comes after."""

    before: str
    removed: str
    added: str
    after: str


def article(found: Article, story: FoundStory | None, views: Report, ui: UI) -> Shown:
    """The page of one article; `views` are those of its story, or of the article alone."""
    holder = story or FoundStory("", "", views)
    page = StoryPage(holder, ui, addresses.article(found.id))
    shared = list(_shared(page, found))
    values = {
        "section": "stories",
        "page": page,
        "views": views,
        "h": page.text,
        "article": found,
        "story": story.id if story else "",
        "story_title": page.title if story else "",
        "shared": shared,
        "paragraphs": page.passages.article_body(found, *_copied(page, found, shared)),
        "versions": [(version, changes(found, at)) for at, version in enumerate(found.versions)],
        "read": any(statement.article == found.id for statement in page.index.dossier.statements),
        "words": lambda one, span: _words(page, one, span),
    }
    stamp = story.stamp if story else ""
    return Shown("article_page.html.j2", values, lambda: _twin(page, found, story, shared), stamp)


def _shared(page: StoryPage, found: Article) -> Iterator[Shared]:
    for nth, copy in enumerate(page.index.dossier.copies):
        if found.id not in (copy.a, copy.b):
            continue
        first = copy.a == found.id
        other = page.index.articles[copy.b if first else copy.a]
        passages = []
        for at, (a, b) in enumerate(copy.passages):
            name = f"copied-{nth}-{at}"
            mine, theirs = (a, b) if first else (b, a)
            passages.append((mine, theirs, name, f"{addresses.article(other.id)}#{name}"))
        yield Shared(other, copy.share, not first, tuple(passages), copy)


def _after_signs(text: str, end: int) -> int:
    """The place after the signs that close a passage, so that no mark comes between them and their word."""
    while end < len(text) and text[end] in ".,،؛:!؟?»”)]":
        end += 1
    return end


def _copied(page: StoryPage, found: Article, shared: list[Shared]) -> tuple[list[Layer], dict[int, Markup]]:
    """The layers of shared passages, and the marks: a name where one begins, a link to the other where it ends."""
    layers, marks = [], dict[int, Markup]()
    for one in shared:
        outlet = page.outlet(one.other.outlet)
        label = page.messages.text("article_copy_mark", outlet)
        for (start, end), _, name, link in one.passages:
            layers.append(Layer((start, end), "copied"))
            marks[start] = marks.get(start, Markup()) + Markup('<span id="{}" class="target"></span>').format(name)
            sign = Markup('<a class="copy-mark" href="{}" title="{}"><span class="hidden">{}</span></a>')
            end = _after_signs(page.index.articles[found.id].text, end)
            marks[end] = marks.get(end, Markup()) + sign.format(link, label, label)
    return layers, marks


def _words(page: StoryPage, one: Article, span: Span) -> Markup:
    return stretch(page.index.articles[one.id].text if one.id in page.index.articles else one.text, *span, [])


def changes(found: Article, at: int) -> list[Changed]:
    """What differs between an earlier text and the one after it."""
    version = found.versions[at]
    later = found.versions[at + 1].text if at + 1 < len(found.versions) else found.text
    return [_changed(version, later, n) for n in range(min(len(version.changes), _CHANGES))]


def _changed(version: Version, later: str, nth: int) -> Changed:
    (a, b), (c, d) = version.changes[nth].before, version.changes[nth].after
    before = later[max(0, c - _AROUND) : c].rpartition("\n")[2]
    after = later[d : d + _AROUND].partition("\n")[0]
    cut = "… " if c - len(before) > 0 and later[c - len(before) - 1] != "\n" else ""
    end = " …" if d + len(after) < len(later) and later[d + len(after)] != "\n" else ""
    return Changed(cut + before, version.text[a:b], later[c:d], after + end)


def _twin(page: StoryPage, found: Article, story: FoundStory | None, shared: list[Shared]) -> dict[str, Any]:
    write, index = ViewWriter(page.messages), page.index
    return {
        "id": found.id,
        "outlet": found.outlet,
        "outlet_name": page.outlet(found.outlet),
        "published": found.published,
        "published_basis": found.published_basis,
        "language": found.language,
        "url": found.url,
        "text": found.text,
        "title": list(found.title) if found.title else None,
        "chrome": [{"span": list(c.span), "reason": write.reason(c.reason)} for c in found.chrome],
        "story": story.id if story else None,
        "statements": [
            {
                "id": statement.id,
                "claim": index.claim_of[statement.id].id if statement.id in index.claim_of else None,
                "sentence": list(statement.sentence),
                "content": list(statement.content),
                "source": list(statement.source) if statement.source else None,
                "cue": list(statement.cue) if statement.cue else None,
                "via": list(statement.via) if statement.via else None,
                "chain": list(statement.chain),
                "kind": statement.kind,
                "polarity": statement.polarity,
                "certainty": statement.certainty,
                "confidence": statement.confidence,
            }
            for statement in index.dossier.statements
            if statement.article == found.id
        ],
        "copies": [
            {
                "article": one.other.id,
                "outlet": one.other.outlet,
                "share": one.share,
                "likely_original": one.other.id if one.from_other else found.id,
                "passages": [{"here": list(mine), "there": list(theirs)} for mine, theirs, _, _ in one.passages],
                "reason": write.reason(one.copy.reason),
            }
            for one in shared
        ],
        "versions": [
            {
                "text": version.text,
                "url": version.url,
                "published": version.published,
                "fetched": version.fetched,
                "added": version.added,
                "removed": version.removed,
                "reason": write.reason(version.reason),
                "changes": [{"before": list(c.before), "after": list(c.after)} for c in version.changes],
            }
            for version in found.versions
        ],
    }
