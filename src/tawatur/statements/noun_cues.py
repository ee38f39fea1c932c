"""Nouns of action that report for the one named right after them: "بعد إعلان الوزارة وقف الرحلات".

What they report follows with أن, with the preposition of their verb, or, of the few in `_OBJECT`, as a noun.
"""

from __future__ import annotations

from tawatur.languages.ar.cues import CueForm
from tawatur.statements.acting import acting_subject
from tawatur.statements.complements import opening_of
from tawatur.statements.cue_phrases import Cue
from tawatur.statements.frame import Frame, Group
from tawatur.statements.holders import subject_after
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range

_REACH = 14  # words of whoever is named between the noun and what he said
_ACCUSED = 8  # words of whoever is accused
_OBJECT = {"أعلن", "ناشد", "استبعد"}
# What is ruled out in thought; "استبعاد المدرب مهاجم الفريق" leaves somebody out.
_IDEAS = {
    "فكره", "احتمال", "احتمالات", "امكان", "امكانيه", "خيار", "فرضيه", "سيناريو", "حدوث", "وقوع", "حصول", "اجراء",
    "عوده", "لجوء", "تاجيل", "مشاركه", "انضمام", "توقيع", "تدخل", "وجود", "اندلاع", "انسحاب", "تقديم", "شن", "حل", "اي",
}  # fmt: skip
_PREPOSITIONS = {
    "أعلن": "عن", "حذر": "من", "هدد": "ب", "طالب": "ب", "دعا": "الي", "وعد": "ب", "تعهد": "ب", "أكد": "علي",
    "رحب": "ب", "ندد": "ب",
}  # fmt: skip
"""Lemma → the preposition that what is reported may follow with."""


def noun_cue(parse: Parse, i: int, form: CueForm) -> Cue | None:
    """The cue of the noun of action at word `i`, right after which somebody is named; None without a complement."""
    end = i + 1
    opening = opening_of(parse, end, _REACH) if "that" in form.verb.takes else None
    if opening is not None and opening[0] == "that":
        if any("relative" in parse.grammar[k] for k in range(end, opening[1])):
            return None  # "باتهام النقابة، الذي وصفه بأنه": the أن is that of another verb
        return Cue(i, end, *opening, form=form)
    holder, at = subject_after(parse, end, min(len(parse), end + _REACH), open_end=True)
    if holder.source is None:
        return None
    last = len(parse) - 1
    if form.verb.whom:
        return _charge(parse, i, form, _accused(parse, *holder.source) or at)
    own = _PREPOSITIONS.get(form.verb.lemma)
    for k in range(holder.source[0] + 1, min(at + 1, last)):
        if own is not None and own in (parse.keys[k], parse.tags[k].preposition):
            return Cue(i, end, "preposition", k, k + (parse.keys[k] == own), form=form)
    at = _past_time(parse, at, last)
    tag = parse.tags[min(at, last)]
    if (
        at >= last
        or form.verb.lemma not in _OBJECT
        or tag.pos not in {"noun", "proper"}
        or tag.preposition
        or tag.conjunction
        or (form.verb.lemma == "استبعد" and tag.stem not in _IDEAS)
    ):
        return None
    return Cue(i, end, "object", at, at, form=form)


def _past_time(parse: Parse, at: int, last: int) -> int:
    """Past a day between commas or a year: "استبعاد الوزير، الإثنين، فكرة", "إعلان الوزير العام الماضي وقف"."""
    after = at + parse.is_sign(at, "،,")
    end = next((k for k in range(after, last) if not (parse.is_time(k) or parse.keys[k] in _BYGONE)), last)
    if end == after:
        return at
    return end + parse.is_sign(end, "،,") if after > at else end


_BYGONE = {"الماضي", "الماضيه", "الجاري", "الجاريه"}


def _charge(parse: Parse, i: int, form: CueForm, at: int) -> Cue | None:
    """ "اتهام النقابة الشركة بـ", "اتهام النقابة للشركة بـ": whom somebody accuses, and of what."""
    if (
        at >= len(parse)
        or parse.words[i].folded.startswith("ب")
        or any(parse.tags[k].preposition == "ب" for k in range(i + 2, at + 1))
    ):
        return None  # "رد باتهام المدير بـ": he is the one accused
    near = range(at, min(at + _ACCUSED, len(parse)))
    if not any(parse.tags[k].preposition == "ب" for k in near) or not parse.words[at].text[0].isalnum():
        return None
    return Cue(i, i + 1, "object", at, at, form=form)


def _accused(parse: Parse, first: int, end: int) -> int | None:
    """A second noun with ال right behind one, inside what looks like one phrase: "اتهام النقابة الشركة"."""
    for k in range(first + 1, end):
        before, tag = parse.tags[k - 1], parse.tags[k]
        if before.article and tag.article and tag.pos == "noun":
            return k
    return None


def _who_arrests(parse: Parse, cue: int) -> Range | None:
    """ "اعتقلت الشرطة رجلا للاشتباه في": the body that arrests suspects; "أوقف رجلان للاشتباه في": nobody is named."""
    source = acting_subject(parse, cue, "")
    if source is None:
        return None
    counts = (k for k in range(source[0] + 1, source[1]) if "quantity" in parse.source_classes(k))
    who = range(source[0], next(counts, source[1]))  # "اعتقل الجيش | ثلاثة شبان"
    body = any("organisation" in parse.source_classes(k) or parse.tags[k].name == "organisation" for k in who)
    return (who.start, who.stop) if body else None


def told_already(frame: Frame, previous: Frame | None) -> bool:
    """Whether a noun of action stands in what somebody else reports, who vouches for it then."""
    if frame.shape != "noun" or frame.opened not in {"object", "preposition"} or previous is None:
        return False
    return previous.group != "around" and previous.content[0] <= frame.start


def talk(parse: Parse, cue: Cue, previous: Frame | None) -> Frame | None:
    """ "وسط تقارير عن …", "وسط توقعات بـ": reports that stand for themselves, or what nobody is said to expect.

    "اعتقلت الشرطة رجلا للاشتباه في …" is what those suspect who arrest.
    """
    if previous is not None and previous.group != "around" and previous.content[0] <= cue.first:
        return None  # somebody speaks of it, who vouches
    told, end = (cue.first, cue.end), len(parse)
    pause = next((k for k in range(cue.content + 1, end) if parse.is_sign(k, "،,")), end)
    if cue.phrase is not None and cue.phrase.group == "suspicion":
        source = _who_arrests(parse, cue.first)
    else:
        source = told if "document" in parse.source_classes(cue.first) else None
    group: Group = "impersonal" if source is None else "said"
    return Frame(group, told, source, None, (cue.content, pause), opened="object", start=cue.first)
