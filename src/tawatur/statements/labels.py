"""Sources that stand before a colon at the head of a text: "فلان: …", "فلان عن الاتفاق: …", "تقرير أممي: …"."""

from __future__ import annotations

from tawatur.languages.ar.gazetteer import capitals
from tawatur.languages.ar.rarity import news_weight
from tawatur.languages.ar.script import bare
from tawatur.languages.ar.vocabulary import heading_classes
from tawatur.statements.agreement import may_speak
from tawatur.statements.complements import readings
from tawatur.statements.frame import Frame
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import phrase_end

_BEFORE = 10  # words before the colon at most


def label(parse: Parse) -> Frame | None:
    """ "فلان: …" in a headline or at the head of a paragraph: the words before the colon name the speaker."""
    colon = next((k for k in range(1, min(_BEFORE, len(parse))) if parse.words[k].text == ":"), None)
    if colon is None or colon + 2 > len(parse) or not (parse.sentence.title or parse.sentence.opens_paragraph):
        return None
    # "فلان لفلان: …", "فلان لـ«المدار»: …": whom he said it to is no part of the name.
    end = next((k for k in range(1, colon) if _to_somebody(parse, k)), colon)
    if colon == 1 and heading_classes(parse.keys[0]) == {"rubric"}:
        return None  # "فيديو: …", "شاهد: …"
    if parse.sentence.title:
        about = _about(parse, colon)
        likely = (_governs(parse, end) or _may_be_name(parse, end)) and _is_said(parse, colon + 1)
        if about is not None or likely or _only_name(parse, end, colon) or _text(parse, end):
            return Frame("label", None, (0, about or end), None, (colon + 1, len(parse)))
    if (
        phrase_end(parse, 0, end, strict=False) < end
        or not may_speak(parse, (0, end))
        or any(parse.tags[k].verb for k in range(colon))
    ):
        return None
    person = any(parse.tags[k].name in {"person", "organisation"} for k in range(colon))
    office = any(
        parse.source_classes(k) & {"role", "organisation", "anonymous", "medium", "witness"}
        for k in range(min(2, colon))
    )
    if not (person or office):
        return None
    return Frame("label", None, (0, end), None, (colon + 1, len(parse)))


def _to_somebody(parse: Parse, k: int) -> bool:
    return (
        parse.words[k].text.startswith("لـ")
        or parse.words[k].folded == "ل"
        or (parse.tags[k].preposition == "ل" and parse.tags[k].name is not None)
    )


def _about(parse: Parse, colon: int) -> int | None:
    """Where a name ends that a word of answering or of what it is about follows: "الدربي عن الجسر: …"."""
    tag = parse.tags[0]
    person = parse.is_person(0) or tag.name == "person"
    named = person or (tag.pos == "proper" and tag.name != "place" and not parse.source_classes(0))
    if not named or tag.preposition or parse.is_time(0):
        return None
    for k in range(1, colon):
        key = parse.keys[k]
        if key in _ON or (person and parse.tags[k].preposition == "ل"):
            return None if parse.keys[k + 1] in _NEARNESS or parse.words[k + 1].text.isdigit() else k
        if person and key in _WHERE:
            return k if _speaks_of_us(parse, colon + 1) else None
        if not (parse.tags[k].name == "person" or parse.tags[k].pos == "proper") or parse.tags[k].conjunction:
            return None
    return None


_ON = {"عن", "بشان", "حول", "ردا", "تعليقا", "تعقيبا", "مخاطبا", "مخاطبه"}
_WHERE = {"في", "قبل", "بعد", "خلال"}
_NEARNESS = {"قرب", "كثب", "بعد", "عمر"}  # "فلان عن قرب: …", "فلان عن 80 عاما: …": it tells of him


def _text(parse: Parse, end: int) -> bool:
    """ "تقرير أممي: …", "وثائق قضائية: …": a text with the adjectives that tell which one."""
    if end == 1 or "document" not in parse.source_classes(0) or parse.tags[0].article:
        return False
    which = range(1, end)
    if any(parse.keys[k] in _OF_COLUMNS for k in which):
        return False
    return parse.tags[0].stem not in _SHOWN and all(
        parse.tags[k].pos in {"adjective", "noun"} and not parse.tags[k].article and not parse.tags[k].preposition
        for k in which
    )


_SHOWN = {"فيديو", "صور", "شريط", "كاميرات", "مشاهد", "مقاطع", "مقطع", "قائمه", "قوائم", "خرايط", "حصيله", "كتاب"}

# "تقرير مصور: …", "رسالة مفتوحة: …", "تصريحات نارية: …": what kind of piece it is, or what it is like
_OF_COLUMNS = {
    "مصور", "مصوره", "خاص", "خاصه", "حصري", "حصريه", "مفتوح", "مفتوحه", "اخير", "اخيره", "ناري", "ناريه",
    "مثير", "مثيره", "تاريخي", "تاريخيه",
}  # fmt: skip


def _governs(parse: Parse, end: int) -> bool:
    """ "واشنطن: …": a capital before the colon may speak for its government, or tell where something happened."""
    return tuple(bare(parse.keys[k]) for k in range(end)) in capitals()


def _one_word(parse: Parse, end: int) -> bool:
    """Whether one word stands before the colon, or before whom it is said to, that is no day and no section's name."""
    return end == 1 and not (
        parse.tags[0].preposition or parse.is_time(0) or "rubric" in heading_classes(parse.keys[0])
    )


def _only_name(parse: Parse, end: int, colon: int) -> bool:
    """ "الدربي: …", "الدربي للمدار: …", "دراسة: …": in a headline one word before the colon, known for a name.

    Sections of a paper ("تحقيق"), days and what news is about ("عفرين", "نتائج") stand there as often.
    """
    tag = parse.tags[0]
    if not _one_word(parse, end):
        return False
    if "study" in heading_classes(parse.keys[0]):
        return True
    if tag.name == "place" and end < colon:  # "روسيا لترامب: …"; "روسيا لأوكرانيا: دفعة من الأسرى" only tells
        return parse.tags[end].name != "place" or parse.tags[colon + 1].verb or speech_follows(parse, colon + 1)
    if tag.name == "place" or parse.source_classes(0) - {"role", "anonymous"}:
        return False
    return (tag.pos == "proper" and (parse.is_person(0) or tag.name is not None)) or (end < colon and tag.pos == "noun")


def _may_be_name(parse: Parse, end: int) -> bool:
    """ "الملحم: …", "ميركل: …": a word that no list knows, spelled like a name, as what news is about may be too."""
    tag = parse.tags[0]
    if not _one_word(parse, end) or tag.name == "place" or parse.source_classes(0) - {"role", "anonymous"}:
        return False
    rare = tag.article and not tag.stem.endswith(("ه", "ات", "ين", "ون")) and news_weight(tag.stem) > _RARE
    return tag.pos == "proper" or (tag.pos == "noun" and rare)


_RARE = 0.65  # of `news_weight`


def speech_follows(parse: Parse, first: int) -> bool:
    """Whether what begins at `first` is more likely said than told.

    That is a quotation, a verb of speech, a "we", or what is not so ("لا عودة عن القرار"): news tells what is.
    """
    if readings(parse, first) or _speaks_of_us(parse, first):
        return True
    near = range(first, min(first + _NEAR, len(parse) - 1))
    return any(parse.keys[k] in _NOT and parse.keys[k + 1] not in _LACKED for k in near)


def _speaks_of_us(parse: Parse, first: int) -> bool:
    """Whether what begins at `first` is a quotation or says "we"."""
    near = range(first, min(first + _NEAR, len(parse)))
    return parse.quoted[first] >= 0 or any(parse.tags[k].person == "1" or _our(parse, k) for k in near)


def _is_said(parse: Parse, first: int) -> bool:
    return speech_follows(parse, first) and not _tells_of_others(parse, first)


def _tells_of_others(parse: Parse, first: int) -> bool:
    """ "طهران: أعلنت الشرطة …", "طهران: لم يسقط أحد": a verb of somebody else, which tells what happened there."""
    at = first + (parse.keys[first] == "لم")
    return at < len(parse) and parse.quoted[first] < 0 and parse.tags[at].verb and parse.tags[at].person != "1"


_NEAR = 3  # words after the colon
_SHORT = 4  # letters: "هنا"
_NOT = {"لا", "لن", "لم", "ليس", "ليست"}
# What news tells there was none of: "باريس: لا أضرار بعد الهزة", "لا خبز في المخابز".
_LACKED = {
    "اصابات", "اضرار", "ضحايا", "قتلي", "خساير", "وفيات", "حالات", "امطار", "خبز", "كهرباء", "ماء", "مياه", "وقود",
    "دواء", "بنزين", "غاز", "رحلات", "طيران",
}  # fmt: skip


def _our(parse: Parse, k: int) -> bool:
    """ "موانئنا": told by its spelling, for the tagger misses most of such pronouns."""
    tag, key = parse.tags[k], parse.keys[k]
    return key.endswith("نا") and len(key) > _SHORT and not tag.article and tag.name is None
