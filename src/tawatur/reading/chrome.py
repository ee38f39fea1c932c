"""Page chrome in plain text: lines that a reviewed lexicon knows for teasers, share bars, banners, notices.

Precision comes first: a sentence of the article marked as chrome is lost to the reader, a teaser left in is only noise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur.languages.ar.script import MARKS, Word, fold, words
from tawatur.languages.lexicons import entries
from tawatur.model import Chrome, Reason, Span

LABEL_WORDS = 12  # what a label such as "photo:" may hold, unless the lexicon says otherwise
WITHIN_FIRST = 10  # a notice of rights that comes later stands at the end of flattened text
LONGEST = 600  # code points; a longer line is a paragraph, or many of them
WITHIN_LONGEST = 400  # code points, well over the 30 words that a notice may have
TAIL_TOKENS = 4
PART_WORDS = 6  # of a part of a divided line
PART_SHARE = 0.6  # of the parts have to be known for chrome
TEASER_WORDS = 18  # a headline under a heading such as "read also"
FOOT_KINDS = frozenset(("related", "share", "follow", "newsletter", "comments", "copyright", "app", "cookies"))
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_DIVIDER = re.compile(r"[|•·¦❘]")
_FIRST = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARKS}])*|[0-9٠-٩۰-۹]+(?:[.,٫٬][0-9٠-٩۰-۹]+)*|[©+]")
_SPELLED = {"ا": "[اأإآ]", "ي": "[يىئ]", "ه": "[هة]", "و": "[وؤ]"}
_VARIED = re.compile("[" + "".join(_SPELLED) + "]")
_ENDS = (".", "؟", "!", "?", "،", ":", "؛", "…", '"', "»", "”")
_BEFORE_TAIL = frozenset("-–—(|.")
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


@lru_cache(maxsize=256)
def kind_of(line: str) -> tuple[str, bool] | None:
    """The kind of chrome a single line is, and whether teasers follow it; None for a line of the article.

    A line that signs divide into parts ("share on A | share on B | print") is chrome when its parts are.
    """
    if len(line) > LONGEST:
        return None
    return _single(line, divided=False) or _divided(line)


def _divided(line: str) -> tuple[str, bool] | None:
    parts = [part.strip() for part in _DIVIDER.split(line) if part.strip()]
    if len(parts) < 2 or any(len(part.split()) > PART_WORDS for part in parts):
        return None
    known = [kind for part in parts if (kind := _single(part, divided=True))]
    return (known[0][0], False) if len(known) >= max(2, len(parts) * PART_SHARE) else None


def _single(line: str, *, divided: bool) -> tuple[str, bool] | None:
    first, within = _rules()
    start = _FIRST.search(line)
    rules = first.get(fold(start.group()), ()) if start else ()
    inside = within if len(line) <= WITHIN_LONGEST and _may_hold(line) else ()
    if not rules and not inside:
        return None
    tokens = words(line)
    letters = [word.folded for word in tokens if word.text[0].isalnum() or word.text in "©+"]
    for rule in rules:
        size = len(rule.form)
        if tuple(letters[:size]) != rule.form or (rule.match == "part" and not divided):
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
    joined = " ".join(letters)
    for rule in inside:
        if rule.match == "tail":
            if _at_the_end(tokens, rule.form):
                return rule.kind, False
            continue
        place = joined.find(" ".join(rule.form))
        if place >= 0 and len(letters) <= rule.words and joined.count(" ", 0, place) <= WITHIN_FIRST:
            return rule.kind, False
    return None


def _at_the_end(tokens: list[Word], form: tuple[str, ...]) -> bool:
    """Whether a form follows a dash, a bracket or a full stop, with little behind it."""
    size = len(form)
    return any(
        tuple(word.folded for word in tokens[at : at + size]) == form and tokens[at - 1].text in _BEFORE_TAIL
        for at in range(max(1, len(tokens) - size - TAIL_TOKENS), len(tokens) - size + 1)
    )


def set_phrases(tokens: list[Word]) -> list[tuple[int, tuple[str, ...], str]]:
    """Where words spell set phrases of a page's foot: `(place, form, kind)` in order, none within another.

    Only phrases of two words or more of the kinds that no sentence holds.
    """
    found: list[tuple[int, tuple[str, ...], str]] = []
    folded = [word.folded for word in tokens]
    at = 0
    while at < len(folded):
        rule = next((r for r in _phrases().get(folded[at], ()) if tuple(folded[at : at + len(r.form)]) == r.form), None)
        if rule:
            found.append((at, rule.form, rule.kind))
        at += len(rule.form) if rule else 1
    return found


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
            if rule.match in ("within", "tail"):
                within.append(rule)
            else:
                first.setdefault(fold(folded[0]), []).append(rule)
    return {word: tuple(sorted(rules, key=lambda r: -len(r.form))) for word, rules in first.items()}, tuple(within)


def _may_hold(line: str) -> bool:
    """Whether a form that is looked for inside a line may be there; most lines lack the letters, which is seen fast."""
    lowered = line.lower()
    return any(letters in lowered for letters in _sure_letters()) and _inside().search(lowered) is not None


@cache
def _sure_letters() -> tuple[str, ...]:
    """Of each word of `_inside` the longest run of letters that are spelled in one way only."""
    longest = {max(rule.form, key=len) for rule in _rules()[1]}
    return tuple(sorted({max(_VARIED.split(word), key=len) for word in longest}))


@cache
def _inside() -> re.Pattern[str]:
    """What some form that is looked for inside a line has to have, however it is spelled: its longest word."""
    longest = sorted({max(rule.form, key=len) for rule in _rules()[1]})
    return re.compile("|".join("".join(_SPELLED.get(c, re.escape(c)) for c in word) for word in longest))


@cache
def _phrases() -> dict[str, tuple[_Rule, ...]]:
    """The rules that `set_phrases` looks for, by folded first word, longest form first."""
    first, within = _rules()
    found: dict[str, list[_Rule]] = {}
    for rule in (*(rule for rules in first.values() for rule in rules), *within):
        if len(rule.form) >= 2 and rule.kind in FOOT_KINDS:
            found.setdefault(rule.form[0], []).append(rule)
    return {word: tuple(sorted(rules, key=lambda r: -len(r.form))) for word, rules in found.items()}
