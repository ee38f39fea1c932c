"""Speech inside a quotation: somebody else is quoted there by name, before the verb and with أن after it."""

from __future__ import annotations

from tawatur.statements.complements import OPENING, readings, that_within
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import may_begin, phrase_end

_SAYS = {"قال", "أبلغ", "أخبر", "أعلن", "ذكر", "أفاد", "زعم", "ادعى", "اعترف", "أقر", "صرح", "أكد", "نفى"}
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
    for start in range(i - 1, max(i - _BEFORE, 0), -1):
        if parse.quoted[start] != number:
            return False
        if _opens(parse, start) and may_begin(parse, start) and phrase_end(parse, start, i, strict=False) == i:
            return parse.is_person(start) or bool(parse.source_classes(start) & _SPEAKING)
    return False


def _opens(parse: Parse, at: int) -> bool:
    """Whether a clause may begin at a word: behind the quotation mark, a pause or a word that opens one."""
    before = at - 1
    return (
        parse.is_sign(before, OPENING + "،,.:؛")
        or bool(parse.grammar[before] & {"that", "subordinator"})
        or parse.tags[at].conjunction == "و"
        or parse.keys[before] in {"لكن", "كان", "كانت"}
    )
