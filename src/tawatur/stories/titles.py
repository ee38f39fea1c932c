"""The office that an article gives a person whom its attributions name by the bare name.

"أوضح الراوي" says nothing of who that is; "المتحدث باسم الشرطة سالم الراوي", elsewhere in the same article, does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.languages.ar.naming import FILLERS, is_known, read_name
from tawatur.languages.ar.script import Word
from tawatur.languages.ar.spelling import same_person, unarticled
from tawatur.model import Article, Speaker

LONGEST = 12
"""Words of a title, at most, on either side of a name."""


def with_title(speaker: Speaker, article: Article, found: Sequence[Word]) -> Speaker:
    """The speaker with the first full mention that its article has before or after the bare name, if there is one.

    `found` are all words of the article.
    """
    if speaker.kind != "person":
        return speaker
    read = [read_name(name, True) for name in speaker.names]
    proper = max((p.proper for p in read), key=len, default=())
    if not proper or any(p.roles for p in read):
        return speaker
    for at, word in enumerate(found):
        if unarticled(word.folded) == proper[-1]:
            for start, end in (_before(found, at), _after(found, at)):
                name = article.text[found[start].start : found[end].end]
                profile = read_name(name, True)
                if found[start].folded.startswith("وال"):
                    continue  # "… والنيابة تستجوب القبطان": a clause that begins there
                if end > start and profile.roles and profile.proper and same_person(profile.proper, proper):
                    return replace(speaker, names=(*speaker.names, name))
    return speaker


def _before(found: Sequence[Word], at: int) -> tuple[int, int]:
    """From the first word of a title that leads up to a name, given names between them."""
    start, names, first = at, 0, at
    while start and at - start < LONGEST:
        word = found[start - 1]
        if is_known(word.folded) or word.folded in FILLERS:
            names = 3
            first = start - 1 if is_known(word.folded) else first
        elif word.text in '،,#_"' and start - 1:
            pass
        elif word.text[0].isalpha() and names < 2:
            names += 1
        else:
            break
        start -= 1
    return first, at


def _after(found: Sequence[Word], at: int) -> tuple[int, int]:
    """To the last word of a title that follows a name and a comma or nothing."""
    start, end, last = at, at + 1, at
    while start and found[start - 1].text[0].isalpha() and not is_known(found[start - 1].folded) and at - start < 2:
        start -= 1
    while end < len(found) and end - at < LONGEST:
        word = found[end]
        if is_known(word.folded):
            last = end
        elif word.folded not in FILLERS and word.text not in '،,#_"':
            break
        end += 1
    return start, last
