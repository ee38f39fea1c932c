"""Who acts in a sentence that names no speaker: whom a dropped subject or a participle can go back to."""

from __future__ import annotations

from tawatur.languages.ar.vocabulary import source_classes
from tawatur.statements.complements import opens_content
from tawatur.statements.holders import ACTING, subject_before
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range, may_begin, phrase_end


def _clause(parse: Parse, verb: int) -> int:
    """Where the clause of a verb begins: after the last comma or word that opens a clause before it."""
    opens = (
        m for m in range(verb - 1, -1, -1) if parse.grammar[m] & {"that", "subordinator"} or parse.is_sign(m, "،,؛:")
    )
    return next(opens, -1) + 1


def acting_subject(parse: Parse, cue: int, gender: str) -> Range | None:
    """The subject of the nearest earlier verb of the sentence that a dropped subject can go back to.

    "تقدمت امرأة بشكوى واتهمته …".
    """
    if (
        named := _asked(parse, cue) or _did_before(parse, cue) or _sent(parse, cue) or _gave_out(parse, cue)
    ) is not None:
        return named
    inside = next((k for k in range(3, min(cue, len(parse))) if opens_content(parse, k)), len(parse))
    for k in range(min(cue, len(parse)) - 1, -1, -1):
        tag = parse.tags[k]
        if k > inside and (cue >= len(parse) or (parse.is_sign(cue - 1, "،,") and not in_which(parse, cue))):
            continue  # what is done inside "… على أن الجيش أجهض الخطط، مشيرا" is done by somebody else
        if (
            not tag.verb
            or tag.name is not None
            or "role" in parse.source_classes(k)
            or tag.passive
            or (gender and tag.gender and tag.gender != gender)
        ):
            continue
        if any("relative" in parse.grammar[m] for m in range(max(0, k - 3), k)) or parse.keys[k + 1 : k + 2] == [
            "الله"
        ]:
            continue  # "ولي العهد - حفظه الله -"
        before = subject_before(parse, _clause(parse, k), k)
        if before is not None and (parse.source_classes(before[0]) & ACTING or parse.is_person(before[0])):
            return before
        at = k + 1
        if at < cue and may_begin(parse, at):
            end = phrase_end(parse, at, cue, strict=True)
            head = parse.source_classes(at)
            if "quantity" in head and at + 1 < end:
                counted = at + 1 + (parse.keys[at + 1] == "من" and at + 2 < end)
                head |= parse.source_classes(counted)  # "بعض الخبراء", "عدد من السكان"
            person = any(parse.is_person(m) for m in range(at, end))
            issued = parse.keys[k] in _ISSUED and "document" in head and parse.tags[at].article
            state = parse.tags[at].name == "place" and (
                _told_of_it(parse, cue) or (gender == "f" and _is_participle(parse, cue))
            )
            if end > at and (person or head & ACTING or issued or state):
                return at, end
    return None


def _told_of_it(parse: Parse, cue: int) -> bool:
    """Whether a verb tells what somebody calls a thing just named: "هجوما على ما قالت إنه", "مواقع قالت إنها"."""
    if cue < 1 or cue + 1 >= len(parse) or not opens_content(parse, cue + 1):
        return False
    before = parse.tags[cue - 1]
    which = parse.keys[cue - 1] == "ما" or "relative" in parse.grammar[cue - 1]
    return which or (before.pos in {"noun", "adjective"} and not (before.article or parse.tags[cue].conjunction))


def in_which(parse: Parse, cue: int) -> bool:
    """Whether a verb tells what was said on an occasion or in a text just named: "قال فيها", "أكد خلاله"."""
    return cue + 1 < len(parse) and parse.keys[cue + 1] in {"فيها", "فيه", "خلاله", "خلالها"}


_ISSUED = {"صدر", "صدرت", "تطرق", "تطرقت"}  # "صدر التقرير أمس. وأفاد أن"


def _is_participle(parse: Parse, cue: int) -> bool:
    """ "وبدأت البلاد حملة، معتبرة أنها": only who can hold a view is told of so, and a country stands for its state."""
    return cue < len(parse) and parse.words[cue].folded.endswith("ه") and parse.is_sign(cue - 1, "،,")


def _who_acts(parse: Parse, at: int, stop: int, *, strict: bool = True) -> Range | None:
    """The phrase that begins at a word, before `stop`, if it is of somebody who can act."""
    if not may_begin(parse, at):
        return None
    end = phrase_end(parse, at, stop, strict=strict)
    acts = parse.source_classes(at) & ACTING or any(parse.is_person(k) for k in range(at, end))
    return (at, end) if end > at and acts else None


def _asked(parse: Parse, cue: int) -> Range | None:
    """Who is asked at the head of a sentence: "وبسؤال المدير عن الموعد، قال …"."""
    at = next((k for k in range(min(3, cue)) if parse.keys[k] in {"بسوال", "سوال"} and not parse.tags[k].article), None)
    return None if at is None or at + 1 >= cue else _who_acts(parse, at + 1, cue)


def _sent(parse: Parse, cue: int) -> Range | None:
    """Who sent what somebody got: "تلقى الرئيس برقية من نظيره فلان، أكد فيها …"."""
    if not in_which(parse, cue):
        return None
    got = next((k for k in range(cue - 1, -1, -1) if parse.keys[k] in _GETS), None)
    at = next((k + 1 for k in range(cue - 2, got if got is not None else cue, -1) if parse.keys[k] == "من"), None)
    return None if at is None else _who_acts(parse, at, cue, strict=False)


_GETS = {"تلقي", "تلقت", "تسلم", "تسلمت"}


def _gave_out(parse: Parse, cue: int) -> Range | None:
    """Who gave out the text that a verb stands in: "بعد نشر مجلة كذا تقريرا قالت فيه"."""
    if cue + 1 >= len(parse) or parse.keys[cue + 1] not in {"فيها", "فيه"}:
        return None
    near = range(cue - 1, max(cue - 4, 0), -1)
    text = next((k for k in near if source_classes(parse.tags[k].stem.removesuffix("ا")) & _TEXTS), None)
    if text is None:
        return None
    at = next((k + 1 for k in range(text - 2, max(text - 14, -1), -1) if parse.keys[k] in _GIVING_OUT), None)
    return None if at is None else _who_acts(parse, at, text)


_TEXTS = {"document", "post"}
_GIVING_OUT = {"نشر", "اصدار", "بث", "توجيه"}


def _did_before(parse: Parse, cue: int) -> Range | None:
    """Who stands between "سبق ل" and the أن of a verb: "سبق للوزير أن أعلن"."""
    if cue < 3 or parse.keys[cue - 1] != "ان":
        return None
    at = next((k + 1 for k in range(cue - 3, max(cue - 14, -1), -1) if parse.keys[k] == "سبق"), None)
    if at is None or parse.tags[at].preposition != "ل":
        return None
    return (at, cue - 1) if phrase_end(parse, at, cue - 1, strict=False) == cue - 1 else None


def of_age(parse: Parse, verb: int) -> Range | None:
    """Who opens a sentence with their age and what they do between commas: "سامي، 55 عاما، تاجر في السوق، يقول إن"."""
    if parse.tags[verb].conjunction or not parse.is_sign(verb - 1, "،,"):
        return None
    end = next((k for k in range(1, min(verb, 6)) if parse.is_sign(k, "،,")), verb)
    if (
        end + 2 >= verb
        or any(parse.grammar[k] for k in range(end))
        or not parse.words[end + 1].text.isdigit()
        or parse.keys[end + 2] not in _YEARS
    ):
        return None
    return (0, end) if verb - end < _WHO_HE_IS else None


_YEARS = {"عاما", "سنه", "عام"}
_WHO_HE_IS = 24
