"""Whether a noun phrase can be the subject of a verb: by gender, by case, by what it names, by what the verb takes."""

from __future__ import annotations

import re
from typing import Literal

from tawatur.languages.ar.verbs import readings
from tawatur.languages.ar.vocabulary import source_classes
from tawatur.statements.complements import OPENING
from tawatur.statements.cue_phrases import Cue
from tawatur.statements.listeners import opens_channel
from tawatur.statements.nominals import accusative, his_talk, names_speaker
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range


def can_speak(parse: Parse, source: Range) -> bool:
    """Whether the head of a noun phrase is a name, a source word or definite."""
    head = _head(parse, source)
    return (
        bool(parse.source_classes(head)) or parse.tags[head].article or any(parse.tags[k].name for k in range(*source))
    )


def surely_speaks(parse: Parse, source: Range) -> bool:
    """ "أما الوزير فقال", but "أما المشروع فأوضحت …": what is taken up there need not be the subject."""
    return any(
        parse.is_person(k) or parse.tags[k].name is not None or bool(parse.source_classes(k) & SPEAKING)
        for k in range(*source)
    )


def may_speak(parse: Parse, source: Range) -> bool:
    """Whether a noun phrase can be who says it; "دعم الولايات المتحدة", "تسليم المطلوب" are what somebody does.

    A noun of action that governs a definite noun is told by its shape (Ryding 2005, chapter 5), or by being spelled
    like a verb of the first form.
    """
    head = _head(parse, source)
    tag = parse.tags[head]
    if parse.keys[head] == "اي" or (parse.words[head].text.isdigit() and parse.words[source[1] - 1].folded == "يوما"):
        return False  # "أي تهديد", "60 يوما"
    following = parse.tags[head + 1] if head + 1 < source[1] else None
    if tag.pos != "noun" or tag.article or tag.name or parse.source_classes(head) or following is None:
        return True
    if tag.stem in _KIN or not (following.article or following.name is not None or parse.is_person(head + 1)):
        return True
    return not (
        _OF_ACTION.fullmatch(tag.stem)
        or (
            len(tag.stem) == 3
            and any(r.tense == "past" for r in readings(tag.stem))
            and not any(parse.is_person(k) for k in range(head + 3, source[1]))  # "نجم المنتخب السابق فلان"
        )
    )


def is_subject(parse: Parse, cue: Cue, source: Range, *, open_end: bool) -> bool:
    """Whether the noun phrase after a verb is its subject and not its object."""
    assert cue.form is not None
    head = _head(parse, source)
    if cue.form.number in {"d", "p"}:
        return False  # before its subject a verb stands in the singular: "وطالبوا الفريق" has an object
    if "audience" in parse.source_classes(head) and parse.tags[head].stem.endswith("ين"):
        return False  # "وأبلغ الصحافيين «…»": those told
    alone = cue.complement in {"that", "speech"} and not open_end  # no object can stand there
    if alone and _lone_word(parse, source, cue.opener):
        return True  # "قال عكاشة إن": only a name stands there, however it ends
    speaking = bool(parse.source_classes(head) & {"role", "organisation", "anonymous", "witness", "medium"})
    if alone and speaking and not cue.form.verb.addressee:
        return True  # "قال مندوبة الوفد إن": a slip of the pen
    if not agrees(parse, source, cue.form.gender) or not may_speak(parse, source):
        return False
    if accusative(parse, head) or his_talk(parse, head):
        return False
    if "ب" in cue.form.verb.takes and parse.words[head].text[0] == "ب" and _by_it(parse, head, cue.end):
        return False  # "وندد بمواصلتها «…»", "أشاد فيه بلينين"
    if parse.tags[head].pronoun and parse.tags[head].pos == "noun":
        his = parse.source_classes(head) or any(parse.is_person(k) for k in range(*source))
        alone = alone and _up_to(parse, source[1], cue.opener) and not cue.form.verb.addressee
        alone = alone and "object" not in cue.form.verb.takes and not parse.words[cue.opener].folded.startswith("ب")
        if not alone and (open_end or cue.form.verb.addressee or not his):
            return False  # "أبدى استعداده", "أصدر تعليماته", "أبلغ نظيره أن": what is his is the object
    if cue.complement == "speech" and source[1] == cue.opener and cue.form.verb.kind == "fact":
        number = parse.quoted[cue.opener]
        if number >= 0 and parse.quoted.count(number) > _TERM:
            return True  # "وأوضح الحداد «…»", but "وأعلن الحي «منطقة مغلقة»"
    if open_end or cue.complement == "preposition":
        named = parse.tags[head].name is not None or any(parse.is_person(k) for k in range(*source))
        if (case := case_shown(parse, head)) is not None:
            return case == "nominative"
        classes = parse.source_classes(head) - _SILENT
        if classes and classes <= {"quantity", "plural"} and source[1] - source[0] > 1:
            classes &= {"plural"} if names_speaker(parse, head + 1, source[1]) else set()
            named = named or names_speaker(parse, head + 1, source[1])  # "عدد من النواب", not "بعض الحلول"
        meets = parse.source_classes(head) & {"meeting", "occasion"} and cue.form.verb.lemma in _RESOLVED
        likely = bool(classes) or bool(meets and parse.tags[head].article) or named or parse.tags[head].pos == "proper"
        if cue.form.verb.shows or cue.form.verb.lemma in _SHOWING:
            likely = likely or parse.tags[head].stem in _SHOWN or _newest(parse, source)
        if parse.tags[head].stem in {"كل", "جميع"} and parse.keys[min(head + 1, len(parse) - 1)] == "هولاء":
            return True
        if parse.tags[head].stem in {"كل", "جميع"} and parse.keys[min(head + 1, len(parse) - 1)] != "من":
            return False  # "ورفضت كل الوساطات"
        if parse.keys[head : head + 2] == ["كل", "من"] and parse.tags[min(head + 2, len(parse) - 1)].verb:
            return False  # "وشكر كل من ساهم"
        if cue.complement == "preposition":
            return likely or "object" not in cue.form.verb.takes
        # A bare definite noun is the subject only where no speaker can go on: "وقررت الإفراج" has a dropped one.
        beside = parse.tags[source[0]].article and source[0] == cue.end
        goes_on = bool(parse.tags[cue.first].conjunction) or (cue.first > 0 and parse.keys[cue.first - 1] == "ثم")
        return likely or (beside and not goes_on)
    return True


def _by_it(parse: Parse, head: int, verb_end: int) -> bool:
    """Whether the ب of a word after a verb that takes one is that preposition, though it was not told apart."""
    tag = parse.tags[head]
    if tag.article or tag.name is not None or parse.is_person(head) or parse.source_classes(head):
        return False
    filled = parse.keys[head - 1] in {"به", "بها", "بهم"}  # "أشاد به برلمانيون"
    return tag.pronoun or (head > verb_end and parse.tags[head - 1].pronoun and not filled)


def _up_to(parse: Parse, end: int, opener: int) -> bool:
    """Whether a phrase reaches its complement, or a pause or channel before it: "قالت زوجته لإذاعة المدينة إن"."""
    return end == opener or parse.is_sign(end, "،,") or opens_channel(parse, end)


SPEAKING = {"role", "organisation", "anonymous", "group", "medium", "document", "quantity", "witness"}
_SILENT = {"occasion", "meeting", "stance", "audience", "anonymity", "thing"}  # "ورفض التعليق": what he refused
_RESOLVED = {"طالب", "دعا", "أوصى", "حث", "ناشد", "شدد", "أكد", "أدان", "حذر", "ندد"}  # "وطالبت القمة", "ودعا المؤتمر"
_SHOWING = {"أظهر", "كشف", "بين", "أثبت"}
_SHOWN = {"تسجيلات", "لقطات", "صور", "مشاهد", "مقاطع", "وثايق", "مستندات", "بيانات", "ارقام"}


def _newest(parse: Parse, source: Range) -> bool:
    """ "أحدث الأرقام", "آخر الإحصاءات"."""
    first, end = source
    superlative = parse.tags[first].stem in {"احدث", "اخر", "ابرز"}
    return superlative and first + 1 < end and "document" in parse.source_classes(first + 1)


def another_gender(parse: Parse, relative: int, gender: str) -> bool:
    """Whether a relative pronoun cannot be the subject of a verb of this gender."""
    return (parse.keys[relative] == "التي" and gender == "m") or (parse.keys[relative] == "الذي" and gender == "f")


def _lone_word(parse: Parse, source: Range, opener: int) -> bool:
    first, end = source
    alone = end - first == 1 and end == opener
    return alone and not (parse.tags[first].article or parse.tags[first].pronoun or accusative(parse, first))


def case_shown(parse: Parse, head: int) -> Literal["nominative", "other"] | None:
    """The case a sound plural shows by its ending ("المحتجون", "مساعدو الوزير"; "المحتجين"); None where none shows."""
    tag, folded = parse.tags[head], parse.words[head].folded
    if tag.name is not None or "organisation" in parse.source_classes(head) or len(tag.stem) < 5:
        return None  # "الصين", "الكرملين"
    if tag.stem.endswith("ون") and tag.stem not in _NO_PLURALS:
        return "nominative"
    if tag.article and tag.stem.endswith("ان") and source_classes(_singular(tag.stem)) & _COUNTED:
        return "nominative"  # "الوزيران", "الحركتان"
    if tag.article:
        return "other" if tag.stem.endswith("ين") else None
    if folded.endswith("ي") and source_classes(tag.stem[:-1]) & {"role", "anonymous"} and not source_classes(tag.stem):
        return "other"  # "دعا لاعبي الفريق"
    following = parse.tags[head + 1] if head + 1 < len(parse) else None
    governs = following is not None and (following.article or following.name is not None or following.pos == "proper")
    return "nominative" if governs and folded.endswith("و") and tag.pos in {"noun", "adjective", "proper"} else None


def _singular(dual: str) -> str:
    """The singular of a dual in ـان: "وزيران", "حركتان"."""
    return f"{dual[:-3]}ه" if dual.endswith("تان") else dual[:-2]


_COUNTED = {"role", "organisation", "group"}
_TERM = 6  # words, the marks with them: a shorter quotation may only set off a term
_NO_PLURALS = {"قانون", "مليون", "تلفزيون", "تليفزيون", "زيتون", "مخزون", "تعاون", "مضمون", "كانون"}
_KIN = {"زوج", "ابن", "عم", "خال", "جد", "صهر", "اخ", "اب", "رجل", "رب"}
_OF_ACTION = re.compile("ت..ي.ه?|[اإ]..ا.ه?|(?:ان|است|ا.ت)..?ا.ه?")
_NO_PLURAL = re.compile("ت..ي.|(?:ان|است|ا.ت)..?ا.")  # shapes of nouns of action that no plural has
_PLURALS = {
    "قوات",
    "دول",
    "كتايب",
    "ميليشيات",
    "سلطات",
    "فصايل",
    "مصادر",
    "وسايل",
    "صحف",
    "وكالات",
    "قنوات",
    "وثايق",
    "تقارير",
    "بيانات",
    "قوي",
    "احزاب",
    "لجان",
    "محاكم",
    "مجالس",
    "اوساط",
    "مصارف",
    "مراكز",
    "ارقام",
    "نتايج",
    "ابحاث",
    "بحوث",
    "صور",
    "انباء",
    "اخبار",
    "رسايل",
    "ميليشيا",
    "مليشيا",
}


_MASCULINE_PLACES = {
    "لبنان", "قصر", "بيت", "مطار", "مجلس", "سودان", "عراق", "اردن", "مغرب", "يمن", "صومال", "فاتيكان", "شمال",
    "جنوب", "غرب", "شرق",
}  # fmt: skip


def _head(parse: Parse, source: Range) -> int:
    head = source[0]
    while head < source[1] - 1 and (parse.words[head].text in OPENING + "#" or parse.tags[head].pos == "demonstrative"):
        head += 1
    return head


def agrees(parse: Parse, source: Range, gender: str) -> bool:
    """Whether a noun phrase can be the subject of a verb of this gender; unknown counts as yes."""
    head = _head(parse, source)
    tag, stem = parse.tags[head], parse.tags[head].stem
    if gender == "f" and parse.words[head].text.startswith("الإ") and _OF_ACTION.fullmatch(stem):
        return stem.endswith("ه") or bool(parse.source_classes(head))  # "رفضت الإقرار بأن": what she refused
    if gender == "m" and tag.name == "place" and stem not in _MASCULINE_PLACES and not parse.source_classes(head):
        return False
    if not gender or tag.name is not None or tag.pos not in {"noun", "adjective"}:
        return True
    classes = parse.source_classes(head)
    if gender == "m" and stem.endswith("ات") and not classes and len(stem) > _SHORT:
        return False  # "انتقد تصرفات فلان": what he criticised
    if classes & {"quantity", "masculine"} or any(parse.is_person(k) for k in range(*source)):
        return True  # "أحد السكان", "عدد من الدول": the verb may go with what is counted
    if gender == "f" and _NO_PLURAL.fullmatch(stem) and not classes:
        return False  # "كما أكدت انتحار السائق": what she confirmed
    feminine = stem.endswith("ات") or stem in _PLURALS or (stem.endswith("ه") and not tag.pronoun)
    if gender == "m":
        return not feminine or bool(classes & {"role"} and not stem.endswith("ه"))
    if feminine:
        return True
    return not classes & {"role", "organisation", "document", "group"} or stem in _PLURALS


_SHORT = 4  # letters of a noun whose ات is no plural: "نبات"
