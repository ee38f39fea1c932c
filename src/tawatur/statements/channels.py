"""Channels and circumstances between a verb and what it reports: where, to whom, and in whose document."""

from __future__ import annotations

from tawatur.statements.complements import opens_content
from tawatur.statements.listeners import opens_channel
from tawatur.statements.parsing import Parse
from tawatur.statements.phrase_breaks import given_ali, leads_prayer
from tawatur.statements.phrases import Range, may_begin, phrase_end

# Prepositions of time, place and circumstance that may stand between a verb and its complement.
_ADJUNCT = {
    "في", "فى", "خلال", "مع", "بعد", "قبل", "عقب", "اثر", "امام", "لدي", "علي", "حول", "بشان", "عبر", "ضمن", "اثناء",
    "حيال", "تجاه",
}  # fmt: skip


# A preposition with its pronoun between a verb and its subject: "دعا فيها الجيش", "قال له الطبيب".
WITH_PRONOUN = {
    "فيه", "فيها", "فيهم", "فيهما", "خلاله", "خلالها", "له", "لها", "لهم", "لنا", "به", "بها", "عنه", "عنها", "منه",
    "منها", "عليه", "عليها", "اليه", "اليها", "اليهم", "معه", "معها", "معهم",
}  # fmt: skip


_INSTEAD = {"بدلا", "عوضا", "فضلا"}
_SMALL = {
    "ذاته", "ذاتها", "نفسه", "نفسها", "همسا", "علنا", "جهرا", "سرا", "صراحه", "ضمنا", "حرفيا", "قد", "ايضا", "كذلك",
    "مجددا", "مرارا", "بدوره", "بدورها", "اول", "جهته", "جهتها",
    "حينذاك", "انذاك", "حينها", "وقتها", "يومها", "وقتذاك", "حينيذ",
}  # fmt: skip
_AFTER_MIN = {"جهته", "جهتها", "جهتهم", "جانبه", "جانبها", "جانبهم", "ناحيته", "ناحيتها", "جديد", "امس", "قبل"}


def channel_at(parse: Parse, at: int, stop: int) -> Range | None:
    """The channel phrase that begins at `at`: "في بيان …", "عبر تويتر", "لوكالة …", "للصحفيين", "خلال مؤتمر صحفي"."""
    if parse.is_sign(at, "،,"):
        at += 1
    if at >= stop or not opens_channel(parse, at):
        return None
    return at, _prepositional_end(parse, at, stop)


def _prepositional_end(parse: Parse, at: int, stop: int) -> int:
    """Where the prepositional phrase that begins at `at` ends, with the phrases and the verb that hang on it."""
    end = at + 1 if parse.tags[at].pos == "preposition" or "preposition" in parse.grammar[at] else at
    end = max(phrase_end(parse, end, stop, strict=True), at + 1) if end < stop else end
    while end < stop and end - at < 22:
        word, tag = parse.words[end], parse.tags[end]
        if (
            word.text in "،,:."
            or opens_content(parse, end)
            or tag.conjunction
            or (opens_channel(parse, end) and end > at + 2)
        ):
            break
        if parse.is_time(end) and not tag.name:
            break
        if tag.pos == "preposition" or tag.preposition or tag.verb or "relative" in parse.grammar[end]:
            end = max(phrase_end(parse, end + (0 if tag.preposition else 1), stop, strict=True), end + 1)
            continue
        break
    return end


def skip_adjuncts(parse: Parse, at: int, stop: int) -> int:
    """Past adverbs of time and place, commas and small words that may stand between a verb and what it takes."""
    while at < stop:
        key, word = parse.keys[at], parse.words[at]
        if given_ali(parse, at) or leads_prayer(parse, at):
            break
        if key in _INSTEAD and parse.keys[at + 1 : at + 2] in (["من"], ["عن"]):
            at = _prepositional_end(parse, at + 1, stop)  # "وعبرت بدلا من ذلك عن القلق"
            continue
        if word.text == "لي" and at + 1 < stop and not opens_content(parse, at + 1):
            at += 1  # "تقول لي فلانة"
            continue
        if (
            word.text in "،,)"
            or (word.text in "-–—" and at + 1 < stop and may_begin(parse, at + 1))  # "وقال – فلان –"
            or (key in _SMALL and parse.tags[at].pos != "proper")
            or (key == "من" and at + 1 < stop and parse.keys[at + 1] in _AFTER_MIN)
            or (parse.is_time(at) and not parse.tags[at].name)
            or (key in WITH_PRONOUN and not parse.tags[at].name)
        ):
            at += 1
        elif key in _ADJUNCT and channel_at(parse, at, stop) is None:
            at = _prepositional_end(parse, at, stop)
        else:
            break
    return at


def issuer(parse: Parse, source: Range) -> Range | None:
    """Who issued the document or post that a source phrase names ("بيان لوزارة …"), if it says so."""
    head = source[0]
    while head < source[1] - 1 and not parse.words[head].text[0].isalnum():
        head += 1
    if not parse.source_classes(head) & {"document", "post"}:
        return None
    for k in range(head + 1, min(len(parse), source[1] + 6)):
        tag, key = parse.tags[k], parse.keys[k]
        if parse.words[k].text in "،,:.؛" or opens_content(parse, k) or key in _ENDS_ISSUING:
            return None
        whence = parse.tags[head].stem.startswith("تصريح") and k + 1 < len(parse) and parse.tags[k + 1].name == "place"
        from_whom = (key == "من" and not whence) or (
            key == "عن" and (k == head + 1 or parse.keys[k - 1].endswith(_ISSUED))
        )
        begin = k if tag.preposition == "ل" else k + 1 if from_whom or (tag.verb and _issues(key)) else None
        if begin is None or begin >= len(parse):
            continue
        end = phrase_end(parse, begin, len(parse), strict=True)
        acting = _ISSUING | ({"anonymous"} if tag.verb else set())
        speaks = any(parse.source_classes(m) & acting or parse.tags[m].name for m in range(begin, end))
        if (
            end > begin
            and speaks
            and _may_issue(parse, begin)
            and not parse.source_classes(begin) & {"network", "medium", "audience"}
        ):
            return begin, end
    return None


# "في خطاب ألقاه بعد دقائق من إعلان الشرطة": what follows a time is not whose text it is.
_ENDS_ISSUING = {"يمكن", "ينبغي", "يجب", "بعد", "قبل", "عقب", "منذ", "فور"}


def _may_issue(parse: Parse, head: int) -> bool:
    """Whether a noun can be that of who issues a text; "عن بلوغ أرباح الشركة" tells what the text is about."""
    tag = parse.tags[head]
    known = tag.article or tag.name is not None or tag.pos != "noun"
    return known or bool(parse.source_classes(head) - {"thing", "stance"})


_ISSUED = ("نقلا", "صادر", "صادره", "صدر", "صدرت")


_ISSUING = {"role", "organisation", "group"}


def _issues(key: str) -> bool:
    return key.startswith(("اصدر", "نشر", "صدر", "وزع", "كتب", "بث"))
