"""Verbs of report of what nobody has said: negated, still to come, asked of somebody, or the author's own."""

from __future__ import annotations

import re

from tawatur.statements.complements import OPENING, opens_content, quoted_name, readings
from tawatur.statements.nominals import has_subject, names_speaker
from tawatur.statements.parsing import Parse


def negated(parse: Parse, i: int) -> bool:
    """Whether a negation stands right before word `i`."""
    return i > 0 and parse.keys[i - 1] in {"لم", "لن", "لا", "دون", "بدون", "غير", "عدم"}


def unsaid(parse: Parse, i: int) -> bool:
    """Negated; but "لا يستبعد" and "لا يعتقد أن" tell what somebody thinks."""
    return negated(parse, i) and not thinks_not(parse, i)


def thinks_not(parse: Parse, i: int) -> bool:
    """Whether word `i` is a verb of judgement under لا or لم: the negation is that of what is judged."""
    if not i or parse.keys[i - 1] not in {"لا", "لم"}:
        return False
    lemmas = {f.verb.lemma for f in readings(parse, i) if f.shape == "present"}
    if "استبعد" in lemmas:
        near = range(i + 1, min(i + _LEFT_OUT, len(parse) - 1))
        return not any(parse.keys[k] == "من" and parse.keys[k + 1] in _LISTS for k in near)
    if parse.keys[i - 1] == "لم":
        lemmas -= _FORESEEING
    named = has_subject(parse, i + 1, min(i + 2, len(parse))) or names_speaker(parse, max(i - 3, 0), i - 1)
    return named and bool(lemmas & _JUDGING)


_JUDGING = {"اعتقد", "رأى", "توقع", "ظن", "اعتبر"}
_LISTS = {"القايمه", "التشكيله", "السباق", "البطوله", "المنافسه", "المنافسات", "المنتخب", "الفريق", "المناقصه"}
_LEFT_OUT = 8  # words from the verb to what somebody is left out of: "لم يستبعد المدرب أي لاعب من التشكيلة"
_FORESEEING = {"توقع", "ظن", "اعتقد"}  # "لم يتوقع الخبراء أن ترتفع": what came about surprised them


def not_yet_said(parse: Parse, i: int) -> bool:
    """ "من المقرر أن يعلن", "إذا رفضت": the verb stands under أن or in a condition, and nobody has said anything."""
    if not i:
        return False
    if parse.keys[i - 1] in {"اذا", "لو", "كلما", "فكلما", "وكلما"} or (
        parse.keys[i - 1] in {"كان", "كانت", "ما"} and parse.keys[i - 2] in {"اذا", "لو"}
    ):
        return True
    if parse.keys[i - 1] == "حال" and parse.keys[i - 2].endswith("في"):
        return True  # "في حال قررت أن"
    before = parse.words[i - 1].text
    return before.endswith("أن") and len(before) <= 3 and parse.tags[i].pos == "verb_present"


def i_myself(parse: Parse, i: int) -> bool:
    """ "قررت أن أكتب": the author's own doing, spelled like what she decided."""
    if not parse.words[i].folded.endswith("ت") or i + 2 >= len(parse) or not opens_content(parse, i + 1):
        return False
    following = parse.words[i + 2].text
    return following[0] == "أ" and parse.tags[i + 2].pos == "verb_present"


def will_say(parse: Parse, i: int) -> bool:
    """ "سيعلن الوزير غدا", "سوف تطالب": what somebody is going to say has not been said."""
    if parse.tags[i].pos != "verb_present" and not parse.tags[i].verb:
        return False
    if i and parse.keys[i - 1] == "سوف":
        return True
    return _FUTURE.match(parse.words[i].folded) is not None and any(f.shape == "present" for f in readings(parse, i))


_FUTURE = re.compile("[وف]?س[يتان]")


def said_before(parse: Parse, i: int) -> bool:
    """ "هذا ما قاله المدرب بعد المباراة", "ما كتب من نقد": it was told before, or nobody is said to tell it."""
    if i < 1 or parse.keys[i - 1] != "ما" or i + 1 >= len(parse):
        return False
    if parse.keys[i + 1] == "من" and parse.tags[i].pos != "verb_present":
        return True
    if i < 2 or parse.keys[i - 2] not in {"هذا", "ذلك"}:
        return False
    near = range(i + 1, min(i + 20, len(parse)))
    return not any(
        opens_content(parse, k)
        or parse.words[k].text == ":"
        or (parse.is_sign(k, OPENING) and not quoted_name(parse, k))
        for k in near
    )


def may_be_said(parse: Parse, i: int) -> bool:
    """ "يمكن القول إن", "نستطيع القول إن": the author's own hedge."""
    return any(parse.keys[k].lstrip("وف") in _MAY or parse.keys[k] in _MAY for k in range(max(0, i - 2), i))


_MAY = {
    "يمكن", "يمكننا", "يمكنني", "نستطيع", "استطيع", "يجوز", "يصح", "ينبغي", "بالامكان", "بامكاننا", "خلاصه", "ممكن",
    "جاز", "صح",
}  # fmt: skip


def i_do(parse: Parse, i: int) -> bool:
    """ "أعتقد أن", "وأقترح": the author's present, spelled like a past of the eighth or tenth form with a hamza.

    Many write that past with a hamza too: where somebody who can speak is named right after it, or before, it is his.
    """
    if not parse.words[i].text.lstrip("وف").startswith("أ") or any(f.verb.lemma[0] != "ا" for f in readings(parse, i)):
        return False
    return not (names_speaker(parse, i + 1, min(i + 2, len(parse))) or names_speaker(parse, max(i - 3, 0), i))


def as_if(parse: Parse, i: int) -> bool:
    """ "وكأن الفريق يصر على": the outlet compares; nobody has said anything."""
    return any(parse.words[k].text.lstrip("وف").startswith("كأن") for k in range(max(0, i - 5), i))


def are_asked(parse: Parse, i: int) -> bool:
    """ "14 رجلا، طلب منهم المشي": the passive, in a clause that tells who was asked."""
    if i < 1 or i + 1 >= len(parse) or parse.tags[i].conjunction:
        return False
    return parse.keys[i + 1] in {"منه", "منها", "منهم", "منهما"} and parse.is_sign(i - 1, "،,")
