"""Page chrome in plain text: lines that a reviewed lexicon knows for teasers, share bars, banners, notices.

Precision comes first: a sentence of the article marked as chrome is lost to the reader, a teaser left in is only noise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tawatur.languages.ar.script import Word, fold, words
from tawatur.languages.lexicons import entries
from tawatur.model import Chrome, Reason, Span

LABEL_WORDS = 12  # what a label such as "photo:" may hold, unless the lexicon says otherwise
WITHIN_FIRST = 10  # a notice of rights that comes later stands at the end of flattened text
TEASER_WORDS = 18  # a headline under a heading such as "read also"
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_ENDS = (".", "؟", "!", "?", "،", ":", "؛", "…", '"', "»", "”")
_COLON = frozenset(":|：»>-–—")


@dataclass(frozen=True, slots=True)
class _Rule:
    form: tuple[str, ...]
    match: str
    kind: str
    words: int
    opens: bool


def lines_of(text: str) -> list[tuple[str, Span]]:
    """The non-blank lines of a text, stripped, with their spans."""
    found = []
    for match in _LINE.finditer(text):
        line = match.group().strip()
        if line:
            start = match.start() + match.group().index(line)
            found.append((line, (start, start + len(line))))
    return found


def kind_of(line: str) -> tuple[str, bool] | None:
    """The kind of chrome a single line is, and whether teasers follow it; None for a line of the article."""
    if len(line) > 600:
        return None
    tokens = words(line)
    letters = [word.folded for word in tokens if word.text[0].isalnum() or word.text in "©+"]
    if not letters:
        return None
    first, within = _rules()
    for rule in first.get(letters[0], ()):
        size = len(rule.form)
        if tuple(letters[:size]) != rule.form:
            continue
        # A bare form is chrome, but a bare label that opens nothing ("image") may be a sub-heading.
        if len(letters) == size and (rule.match != "label" or rule.opens or line.endswith((":", "|"))):
            return rule.kind, rule.opens
        if rule.match == "start" and len(letters) <= rule.words:
            return rule.kind, rule.opens
        if (
            rule.match == "label"
            and len(letters) - size <= rule.words
            and _labelled(tokens, size)
            and not (rule.opens and line.endswith("."))
        ):
            return rule.kind, False
    if len(letters) <= 30:
        joined = " ".join(letters)
        for rule in within:
            place = joined.find(" ".join(rule.form))
            if place >= 0 and len(letters) <= rule.words and joined.count(" ", 0, place) <= WITHIN_FIRST:
                return rule.kind, False
    return None


def find_chrome(lines: list[tuple[str, Span]]) -> tuple[Chrome, ...]:
    """The lines of `lines` that are page chrome, in order; neighbours stay apart so that each keeps its reason."""
    found: list[Chrome] = []
    opened, taken = False, 0
    for number, (line, span) in enumerate(lines):
        known = kind_of(line)
        if known:
            kind, opens = known
            found.append(Chrome(span, Reason(f"reading.chrome.{kind}")))
            opened, taken = opens, 0
        elif opened and _teaser(line) and _room(lines, number, taken):
            found.append(Chrome(span, Reason("reading.chrome.related")))
            taken += 1
        else:
            opened = False
    return tuple(found)


def _labelled(tokens: list[Word], size: int) -> bool:
    seen = 0
    for word in tokens:
        if seen == size:
            return word.text in _COLON
        seen += word.text[0].isalnum() or word.text in "©+"
    return False


def _teaser(line: str) -> bool:
    return 3 <= len(line.split()) <= TEASER_WORDS and not line.endswith(_ENDS)


def _room(lines: list[tuple[str, Span]], number: int, taken: int) -> bool:
    """One teaser under a heading inside the text, any number of them where no paragraph follows."""
    rest = lines[number + 1 :]
    if not any(len(line.split()) > 2 * TEASER_WORDS for line, _ in rest):
        return True
    return taken == 0


@cache
def _rules() -> tuple[dict[str, tuple[_Rule, ...]], tuple[_Rule, ...]]:
    """Rules by folded first word, longest form first, and the rules that look inside a line."""
    first: dict[str, list[_Rule]] = {}
    within: list[_Rule] = []
    for entry in entries("common", "page_chrome"):
        for form in entry["forms"]:
            folded = tuple(w.folded for w in words(form) if w.text[0].isalnum() or w.text in "©+")
            rule = _Rule(
                folded, entry["match"], entry["kind"], entry.get("words", LABEL_WORDS), bool(entry.get("opens"))
            )
            if rule.match == "within":
                within.append(rule)
            else:
                first.setdefault(fold(folded[0]), []).append(rule)
    return {word: tuple(sorted(rules, key=lambda r: -len(r.form))) for word, rules in first.items()}, tuple(within)
