"""Full stops that end no sentence: those of titles and of letters that stand for a name."""

from __future__ import annotations

from tawatur.statements.parsing import Parse


def abbreviates(parse: Parse, k: int) -> bool:
    """Whether the full stop at word `k` is that of a title or of letters: "د. فلان", "بي.بي.سي"."""
    if parse.words[k].text == "." and (_between_letters(parse, k) or parse.keys[k + 1 : k + 2] in _DOMAINS):
        return True
    if parse.words[k].text == "." and 0 < k < len(parse) - 1 and parse.words[k].end == parse.words[k + 1].start:
        return len(parse.words[k - 1].text) <= LETTER and len(parse.words[k + 1].text) <= LETTER
    return parse.words[k].text == "." and k > 0 and parse.words[k - 1].text in TITLES


TITLES = {"د", "م", "أ", "ا"}  # letters that stand for one: "د. فلان"
_DOMAINS = (["نت"], ["كوم"], ["com"], ["net"])  # "العربية.نت"


def _between_letters(parse: Parse, k: int) -> bool:
    """ "د. ب. أ": a stop between names of letters that has another one near."""
    if not 0 < k < len(parse) - 1 or max(len(parse.words[m].text) for m in (k - 1, k + 1)) > LETTER:
        return False
    return parse.is_sign(k - 2, ".") or parse.is_sign(k + 2, ".")


LETTER = 3  # code points of the name of a letter: "إكس"
