"""The part of a page's regular markup that can hold its article: what is before and after it need not be walked.

An article begins and ends with running text. Menus before its headline and lists of stories after its last paragraph
are most of a page, and no block of theirs can belong to the run that is the article. Of what stands before, only the
elements that are still open are kept, since their names say what the article stands in; what stands after is left out.
"""

from __future__ import annotations

import re

from tawatur.reading.blocks import SHORT, worth_of_text

BEFORE = 2000  # characters of markup kept before the article: some pages put its date there, right over the headline
AFTER = 2000  # and after it: the date too, and last paragraphs that links cut into short pieces
FEWEST = 10  # links: a part that holds fewer is kept whole
# A piece of text that may be running text, and that is not all of a link.
_PIECE = re.compile(r">([^<]{30,})<(?!/a>)")
# Elements, of the commonest names, that hold text or nothing.
_LEAF = re.compile(r"<(a|li|div|span|p|ul|i|h\d)[^>]*>[^<]*</\1>")
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w{3,}")


def narrowed(shown: str, title: str | None) -> tuple[str, bool]:
    """The markup of the body from above the headline or the first running text to below the last, inside the elements
    that are open there; and whether anything before was left out."""
    body = shown.find("<body")
    pieces = list(_PIECE.finditer(shown, max(body, 0)))
    first = next((piece.start() for piece in pieces if _runs(shown, piece)), None)
    if body < 0 or first is None:
        return shown, False
    last = next(piece.end() for piece in reversed(pieces) if _runs(shown, piece))
    end = shown.find("<", last + AFTER)
    shown = shown[:end] if end >= 0 else shown
    start = shown.find("<", max(min(first, _place_of(title, shown, body, first)) - BEFORE, body))
    if shown.count("</a>", body, start) < FEWEST:
        return shown[body:], False
    return _open_in(shown[body:start]) + shown[start:], True


def _runs(shown: str, piece: re.Match[str]) -> bool:
    """Whether a piece is running text, outside links."""
    found = piece[1].split()
    words = len(found)
    if words < SHORT or worth_of_text(found, words, 0, "p", True) <= 0:
        return False
    at = piece.start() + 1
    return shown.rfind("</a>", 0, at) >= shown.rfind("<a ", 0, at)


def _place_of(title: str | None, shown: str, body: int, end: int) -> int:
    """Where the headline may stand: before the first word that is as long as the longest of it."""
    longest = max(_WORD.findall(title or ""), key=len, default="")
    at = shown.find(longest, body, end) if longest else -1
    return at if at >= 0 else end


def _open_in(head: str) -> str:
    """The tags of elements that open in a part of a page and do not close there; others that hold nothing may stay."""
    while True:
        fewer = _LEAF.sub("", head)
        if len(fewer) == len(head):
            return "".join(_TAG.findall(head))
        head = fewer
