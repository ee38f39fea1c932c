"""Sheets on which an article is annotated by numbers of words, and what annotators write on them, as records.

A sheet shows every word of an article with its number (`12:كلمة`; marks count too and are shown without one). Under
the article's key an annotator writes a line for each source and each statement:

    # b1.03
    S spokesman person 8-11 party
    12-25 | 8-11 | 7 | - | reuters>spokesman | fact | neg

that is content, source, cue, via, chain without the outlet, kind, flags; `-` where there is none. Ranges of words are
inclusive, `27'-35` leaves out the first letter. What follows from these (explicitness, quotation marks, a conjunction
before the first word) is found here, so that annotators only read. The records are those of `annotation/*.jsonl`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import get_args

from evaluation.annotated import text_of
from evaluation.gold_input import article_of
from evaluation.matching import Json
from tawatur.languages.ar.script import words
from tawatur.model import UNSPECIFIED, Kind, SourceKind, Span
from tawatur.statements.parsing import parse_all
from tawatur.statements.sentences import sentences, trimmed

_NOBODY = "unspecified"  # what annotators write for a speaker whom the text does not tell
_TOKEN = re.compile(r"[^\W_]+(?:[\u064b-\u0652\u0640]+[^\W_]*)*|[^\w\s]|_+")
_RANGE = re.compile(r"(\d+)('*)(?:-(\d+))?")
_PARTS = ("content", "source", "cue", "via")
_FLAGS = {
    "neg": ("polarity", "-"),
    "probable": ("certainty", "probable"),
    "possible": ("certainty", "possible"),
    "direct": ("mode", "direct"),
    "mixed": ("mode", "mixed"),
}
_ENDS = " \t\n\u00a0،,.;؛:-–—…"
_OPENING, _CLOSING = '"«“', '"»”'
_LONGEST = 200  # words of one range: a longer one is a slip
_MIXED = 3  # words quoted inside a statement: fewer only set off a name or a term


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A text with its words as spans, and where a word begins with a conjunction that is no part of it."""

    text: str
    tokens: list[Span]
    conjunctions: frozenset[int]


class SlipError(ValueError):
    """A line of a sheet that cannot be meant."""


@dataclass(frozen=True, slots=True)
class Read:
    """What one article's lines say: statements and sources as records have them, and what is wrong, line by line."""

    statements: list[Json]
    sources: dict[str, Json]
    problems: list[str]


def sheet(key: str, entry: Json) -> str:
    """An article (`title`, `text`, `outlet`, `published`) with every word numbered, its lines kept."""
    text = text_of(entry)
    rows = [f"# {key}   outlet: {entry['outlet']}   published: {entry.get('published')}"]
    line: list[str] = []
    at = 0
    for number, (start, end) in enumerate(_tokens(text)):
        if line and "\n" in text[at:start]:
            rows.append(" ".join(line))
            line = []
        word = text[start:end]
        line.append(f"{number}:{word}" if word[0].isalnum() else word)
        at = end
    return "\n".join([*rows, " ".join(line)])


def blocks(written: str) -> dict[str, list[str]]:
    """The lines under each article's key."""
    found: dict[str, list[str]] = {}
    key = None
    for line in written.splitlines():
        if heading := re.match(r"#\s*(\S+)", line):
            key = heading[1]
            found[key] = []
        elif key is not None and line.strip() and not line.lstrip().startswith("//"):
            found[key].append(line.strip())
    return found


def read_lines(entry: Json, lines: Sequence[str]) -> Read:
    """What an annotator wrote of an article; a line that cannot be meant is told and left out."""
    on = _Sheet(text_of(entry), _tokens(text_of(entry)), _conjunctions(entry))
    sources: dict[str, Json] = {}
    statements: dict[Span, Json] = {}
    problems: list[str] = []
    # Sources first: one may be named under the statements that it makes.
    for number, line in sorted(enumerate(lines, 1), key=lambda one: not one[1].startswith("S ")):
        try:
            if line.startswith("S "):
                key, source = _source(line, on.tokens)
                sources[key] = source
            else:
                statement = _statement(line, on)
                if missing := [one for one in statement["chain"] if one != _NOBODY and one not in sources]:
                    raise SlipError(f"no line for the source {missing[0]}")
                if tuple(statement["content"]) in statements:
                    raise SlipError("the same content as a line before")
                statements[tuple(statement["content"])] = statement
        except SlipError as slip:
            problems.append(f"line {number}: {slip}: {line}")
    return Read(list(statements.values()), sources, problems)


def record(corpus: str, entry: Json, read: Read) -> Json:
    """One line of an annotation file."""
    keys = {key: _key(key, source) for key, source in read.sources.items()} | {_NOBODY: UNSPECIFIED}
    used = {key for statement in read.statements for key in statement["chain"]}
    sources = {keys[key]: source for key, source in read.sources.items() if key in used}
    if _NOBODY in used:
        sources[UNSPECIFIED] = {"kind": "anonymous", "party": False}
    outlet = f"outlet:{entry['outlet']}"
    return {
        "corpus": corpus,
        "id": entry["id"],
        "outlet": entry["outlet"],
        "sha256": sha256(text_of(entry).encode()).hexdigest(),
        "sources": sources,
        "statements": [{**s, "chain": [outlet, *(keys[key] for key in s["chain"])]} for s in read.statements],
    }


def _tokens(text: str) -> list[Span]:
    return [found.span() for found in _TOKEN.finditer(text)]


def _key(name: str, source: Json) -> str:
    return f"{source['kind'] if source['kind'] in {'agency', 'outlet'} else 'src'}:{name}"


def _span(written: str, tokens: Sequence[Span]) -> Span | None:
    if written in {"-", ""}:
        return None
    found = _RANGE.fullmatch(written)
    if found is None:
        raise SlipError(f"{written!r} is no range of words")
    first, last = int(found[1]), int(found[3] or found[1])
    if not first <= last < len(tokens):
        raise SlipError(f"{written} lies outside the text")
    if last - first >= _LONGEST:
        raise SlipError(f"{written} is longer than {_LONGEST} words")
    start, end = tokens[first][0] + len(found[2]), tokens[last][1]
    if start >= tokens[first][1]:
        raise SlipError(f"{written} leaves out more letters than word {first} has")
    return start, end


def _source(line: str, tokens: Sequence[Span]) -> tuple[str, Json]:
    _, *told = line.split()
    if len(told) < 2 or told[1] not in get_args(SourceKind):
        raise SlipError(f"a source is: S id kind [words] [party], its kind one of {', '.join(get_args(SourceKind))}")
    source: Json = {"kind": told[1], "party": "party" in told[2:]}
    for name in (part for part in told[2:] if part != "party"):
        span = _span(name, tokens)
        if span is not None:
            source["name"] = list(span)
    return told[0], source


def _statement(line: str, on: _Sheet) -> Json:
    fields = [field.strip() for field in line.split("|")]
    if len(fields) not in {6, 7}:
        raise SlipError("a statement is: content | source | cue | via | chain | kind | flags")
    chain = [part.strip() for part in fields[4].split(">") if part.strip() not in {"", "-"}]
    if fields[5] not in get_args(Kind):
        raise SlipError(f"{fields[5]!r} is no kind; one of {', '.join(get_args(Kind))}")
    statement: Json = {}
    for part, written in zip(_PARTS, fields[:4], strict=True):
        span = _span(written, on.tokens)
        if span is not None and (tidy := _tidied(on, span, part)) is not None:
            statement[part] = list(tidy)
    if "content" not in statement:
        raise SlipError("no content")
    if not chain and ("source" in statement or "cue" in statement):
        raise SlipError("a source or cue, but no chain")
    explicit = "source" in statement or chain[-1:] == [_NOBODY]
    statement["chain"] = chain
    statement["explicitness"] = "none" if not chain else "explicit" if explicit else "carried_over"
    statement["mode"] = _mode(on.text, *statement["content"]) if chain else "none"
    statement["kind"] = fields[5]
    for flag in fields[6].split() if len(fields) == len(_PARTS) + 3 else ():
        if flag != "-":
            if flag not in _FLAGS:
                raise SlipError(f"{flag!r} is no flag; one of {', '.join(_FLAGS)}")
            name, value = _FLAGS[flag]
            statement[name] = value
    return statement


def _tidied(on: _Sheet, span: Span, part: str) -> Span | None:
    """A span without the conjunction before it, marks at its ends, and a quotation mark that has no partner in it."""
    start, end = span
    if part in {"content", "cue"} and start in on.conjunctions:
        start += 1
    text = on.text
    start, end = trimmed(text, start, end, _ENDS)
    inside = text[start:end]
    if inside[:1] and inside[0] in _OPENING and not any(mark in _CLOSING for mark in inside[1:]):
        start += 1
    if inside[-1:] and inside[-1] in _CLOSING and not any(mark in _OPENING for mark in inside[:-1]):
        end -= 1
    start, end = trimmed(text, start, end, _ENDS)
    return (start, end) if start < end else None


def _conjunctions(entry: Json) -> frozenset[int]:
    text = text_of(entry)
    return frozenset(
        word.start
        for parsed in parse_all(text, sentences(article_of(entry)), words(text))
        for tag, word in zip(parsed.tags, parsed.words, strict=True)
        if tag.conjunction and word.end - word.start > 1
    )


def _mode(text: str, start: int, end: int) -> str:
    """How the words of a speaker are given: whole inside quotation marks, in part, or in the outlet's words."""
    content = text[start:end]
    before = text[text.rfind("\n", 0, start) + 1 : start]
    opened = before.count('"') % 2 or before.count("«") > before.count("»") or before.count("“") > before.count("”")
    if (content[0] in _OPENING and content[-1] in _CLOSING) or (opened and not any(c in _CLOSING for c in content)):
        return "direct"
    quoted = re.findall(r'["«“]([^"»”]+)["»”]', content)
    return "mixed" if any(len(part.split()) >= _MIXED for part in quoted) else "indirect"
