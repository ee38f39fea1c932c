"""Speech inside a quotation: somebody else is quoted there by name, before the verb and with أن after it."""

from __future__ import annotations

from tawatur.statements.complements import OPENING, readings, that_within
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import may_begin, phrase_end

_SAYS = {
    "قال", "أبلغ", "أخبر", "أعلن", "ذكر", "أفاد", "زعم", "ادعى", "اعترف", "أقر", "صرح", "أكد", "نفى", "أشار", "أوضح",
    "بين", "رأى", "اعتقد",
}  # fmt: skip
_SPEAKING = {"role", "organisation", "anonymous", "witness", "group"}
_BEHIND = 4  # words between the verb and its أن, and one
_BEFORE = 8  # words of a name and its office


def others_words(parse: Parse, i: int) -> bool:
    """ "«المتهم أبلغنا أنه …»": a verb of saying with أن right behind it and a subject of its own before it."""
    if that_within(parse, i + 1, _BEHIND) is None or not any(
        f.verb.lemma in _SAYS and f.shape in {"past", "present"} for f in readings(parse, i)
    ):
        return False
    number = parse.quoted[i]
    last = i - (parse.keys[i - 1] == "قد")
    for start in range(last - 1, max(last - _BEFORE, 0), -1):
        if parse.quoted[start] != number:
            return False
        if parse.keys[start - 1] in {"كان", "كانت"} and parse.keys[start - 2] in {"اذا", "لو"}:
            return False  # "«إذا كان الوزير قد أعلن أن …»"
        if _opens(parse, start) and may_begin(parse, start) and phrase_end(parse, start, last, strict=False) == last:
            return parse.is_person(start) or bool(parse.source_classes(start) & _SPEAKING)
    return False


def quotes_after(parse: Parse, i: int) -> bool:
    """ "«تقول الوزارة إن …»", "«يرى البعض أن …»": a verb of saying with nothing but its subject before its أن."""
    near = that_within(parse, i + 1, _BEFORE)
    if near is None or near == i + 1 or not may_begin(parse, i + 1):
        return False
    if not _opens(parse, i) or parse.keys[i - 1] in _WHENEVER:
        return False  # "«هل تقول الوزارة إن …»", "«عندما تقول المعارضة إن …»"
    if not any(f.verb.lemma in _SAYS and f.shape in {"past", "present"} and not f.pronoun for f in readings(parse, i)):
        return False
    end = phrase_end(parse, i + 1, near, strict=False)
    if not (end == near or (end == near - 1 and parse.keys[end] in {"الي", "علي"})):
        return False
    named = parse.tags[i + 1].name is not None or parse.is_person(i + 1)
    return named or bool(parse.source_classes(i + 1) & (_SPEAKING | {"quantity", "document"}))


_WHENEVER = {"عندما", "حين", "حينما", "كلما", "اذا", "لو", "حتي", "كي", "لكي"}


def _opens(parse: Parse, at: int) -> bool:
    """Whether a clause may begin at a word: behind the quotation mark, a pause or a word that opens one."""
    before = at - 1
    return (
        parse.is_sign(before, OPENING + "،,.:؛")
        or bool(parse.grammar[before] & {"that", "subordinator"})
        or parse.tags[at].conjunction == "و"
        or parse.keys[before] in {"لكن", "كان", "كانت"}
    )
