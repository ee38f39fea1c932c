"""Where a noun phrase ends.

An Arabic noun phrase is definite or not as a whole (Ryding 2005, chapters 8 and 10), so after a definite phrase
a new noun begins the next one. Names, offices ("المتحدث باسم"), appositions between commas and bracketed ages belong
to the phrase.
"""

from __future__ import annotations

from tawatur.languages.ar.vocabulary import source_classes
from tawatur.statements.abbreviations import TITLES, abbreviates
from tawatur.statements.complements import OPENING, SAYING, opens_content
from tawatur.statements.listeners import is_audience, opens_channel, told_medium
from tawatur.statements.parsing import Parse
from tawatur.statements.phrase_breaks import (
    begins_anew,
    counts_anew,
    governs,
    is_given_name,
    leads_prayer,
    name_like_verb,
    names_another,
    not_counted_in,
    own_letter,
    shown_in_film,
    son_of,
    stands_apart,
)

Range = tuple[int, int]  # word indices, the end excluded


_NOMINAL = {"noun", "adjective", "proper", "number", "demonstrative"}
# What may follow a role or an organisation inside its name, by preposition.
_INNER = {"في", "فى", "باسم", "لدي", "علي", "الي", "من", "لشوون", "بشان", "عن", "بلسان"}
_PARENTS = {"بن", "ابن", "بنت", "ابو", "ام", "ال"}
# Words that may end no source: what they open stands outside it.
_HANGING = {"قد", "في", "من", "الي", "علي", "عن", "مع", "خلال"}
# Words that stand after a source and open what it said: nouns ("قوله إن") and "saying".
HIS_WORDS = {"قوله", "قولها", "قولهم", "تاكيده", "تاكيدها"}
BY_SAYING = SAYING | {"بالقول", "بقوله", "بقولها", "بقولهم"}
_OPENING_WORDS = HIS_WORDS | BY_SAYING
_DAYS = {"الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت"}
_MAX = 26


def phrase_end(parse: Parse, start: int, stop: int, *, strict: bool) -> int:
    """Where the noun phrase that begins at `start` ends, at most `stop`."""
    at, definite, named = start, False, False
    while at < min(stop, start + _MAX):
        word, tag, key = parse.words[at], parse.tags[at], parse.keys[at]
        if at > start and abbreviates(parse, at):
            titled = parse.words[at - 1].text in TITLES and at + 1 < stop and parse.tags[at + 1].pos in _NOMINAL
            at += 1 + titled  # "د. الحداد": the name after a title never begins anew
            definite, named = definite or titled, named or titled
            continue
        if opens_content(parse, at) or word.text in ":.؛" or key in _OPENING_WORDS or "relative" in parse.grammar[at]:
            break
        if at > start and key == "لما":
            break
        if tag.pos == "subordinator" and not tag.name:
            break
        if son_of(parse, at) and at + 1 < stop:
            at, named, definite = at + 2, True, True
            continue
        if tag.verb and not tag.name:
            if not name_like_verb(parse, start, at, stop, named=named):
                break
            at, named, definite = at + 2, True, True
            continue
        if word.text in OPENING or word.text == "'":
            close = closing_mark(parse, at)
            if close is None or close - at > 7:
                break
            at, definite = close + 1, True
            continue
        if word.text == "(":
            close = next((k for k in range(at, min(at + 9, stop)) if parse.words[k].text == ")"), None)
            if close is None:
                break
            at = close + 1
            continue
        if word.text in "،,-–":
            follow = _apposition(parse, at + 1, stop, strict=strict)
            if follow is None or (word.text in "-–" and not tag):
                break
            at = follow
            definite = named = True
            continue
        if word.text in "#_/.":
            at += 1
            continue
        if at > start and parse.is_time(at) and (not tag.name or key in _DAYS) and _adverb_of_time(parse, at):
            break
        if (
            at > start
            and named
            and tag.pronoun
            and tag.pos == "noun"
            and not (tag.name or tag.conjunction or tag.preposition or parse.source_classes(at))
        ):
            break  # "أعلن فلان | استقالته قائلا"
        if at > start and (opens_channel(parse, at) or (definite and stands_apart(parse, at))):
            break
        if at > start and (word.folded in {"بن", "بنت"} or parse.words[at - 1].folded in _PARENTS):
            at += 1  # "أحمد بن علي": neither بن nor the father's name is a preposition
            definite = named = True
            continue
        if at > start and is_given_name(parse, at):
            at += 1  # "محمد علي الدربي"
            named = definite = True
            continue
        if key in _INNER:
            if at == start or not _takes_inner(parse, start, at, key):
                break
            at += 1
            definite = False
            continue
        if at == start and leads_prayer(parse, at):
            at += 1
            continue
        if tag.pos == "preposition" or (
            "preposition" in parse.grammar[at] and tag.pos not in {"noun", "proper", "adjective"}
        ):
            break
        if at > start and (_what_he_gave(parse, at) or _whom_he_told(parse, at)):
            break
        if tag.preposition and at > start and not own_letter(parse, at):
            if tag.preposition == "ل" and _ends_in_name(parse, at) and not _body(parse, start):
                break  # "قال فلان | لفلان", "تعرض فلان | لسؤال", but "مركز فلان للإغاثة"
            if (tag.preposition == "ب" and key.startswith("باسم")) or (
                tag.preposition == "ل" and not is_audience(parse, at)
            ):
                at += 1
                definite = tag.article
                continue
            if not _joins_office(parse, start, at):
                break
        if tag.pos not in _NOMINAL and not tag.name and not _latin(word.text):
            break
        if at > start and counts_anew(parse, at):
            break
        if strict and at > start and not tag.conjunction:
            if definite and (tag.pos == "demonstrative" or begins_anew(parse, start, at, stop, named=named)):
                break
            if not_counted_in(parse, at) or shown_in_film(parse, at) or names_another(parse, at):
                break
        if tag.conjunction and at > start and not _coordinates(parse, at):
            break
        definite = definite or tag.article or ((tag.name is not None or tag.pos == "proper") and not governs(parse, at))
        named = named or tag.name == "person"
        at += 1
    while at > start and (
        parse.words[at - 1].text in "،,(-–"
        or (parse.keys[at - 1] in _HANGING and not (at - 1 > start and is_given_name(parse, at - 1)))
    ):
        at -= 1
    return at


def may_begin(parse: Parse, at: int) -> bool:
    """Whether a noun phrase that can name somebody may begin at this word."""
    tag, word = parse.tags[at], parse.words[at]
    if son_of(parse, at):
        return True
    if opens_content(parse, at) or "relative" in parse.grammar[at] or (tag.preposition and not own_letter(parse, at)):
        return False
    if word.folded[0] == "ل" and source_classes(word.folded[1:]) & {"audience", "medium"}:
        return False  # "صرح لصحفيين", "قال لإذاعة المدينة": those told
    if word.folded[0] == "ل" and told_medium(parse, at) is not None:
        return False  # "لفرانس برس"
    if word.text in OPENING:
        close = closing_mark(parse, at)
        return close is not None and close - at <= 6
    if word.text == "#":
        return True
    if parse.is_time(at) and tag.name is None and not parse.source_classes(at):
        return False
    if leads_prayer(parse, at):
        return True
    if "preposition" in parse.grammar[at] and tag.pos not in {"noun", "proper"} and tag.name is None:
        return False
    return tag.pos in _NOMINAL or tag.name is not None or _latin(word.text)


def _latin(text: str) -> bool:
    return text[:1].isascii() and text[:1].isalpha()


def closing_mark(parse: Parse, at: int) -> int | None:
    """The last word of the quotation that word `at` stands in; None outside of one."""
    number = parse.quoted[at]
    if number < 0:
        return None
    end = at
    while end + 1 < len(parse) and parse.quoted[end + 1] == number:
        end += 1
    return end if end > at else None


def _adverb_of_time(parse: Parse, at: int) -> bool:
    """A day or time that follows the name, not a word of it ("صحيفة اليوم", "شهود عيان")."""
    return not (parse.source_classes(at - 1) & {"medium"} and parse.tags[at].article)


def _ends_in_name(parse: Parse, at: int) -> bool:
    """Whether the word before `at` is of a person's name, and no office that ل can go on ("الناطق الرسمي للوزارة")."""
    tag = parse.tags[at - 1]
    named = tag.name == "person" or (tag.pos == "proper" and tag.name is None and not tag.article)
    return named and not parse.source_classes(at - 1)


def _body(parse: Parse, at: int) -> bool:
    return parse.tags[at].name == "organisation" or bool(parse.source_classes(at) & {"organisation", "group", "medium"})


def _what_he_gave(parse: Parse, at: int) -> bool:
    """Whether a text without ال is what somebody gave: in the accusative, or right after a name.

    "نشر موقع كذا | تقريرا", "نقل فلان | تصريحات سابقة", "نشر فلان | تغريدة".
    """
    tag = parse.tags[at]
    if tag.article or tag.conjunction or tag.preposition:
        return False
    if tag.stem.endswith("ا") and source_classes(tag.stem[:-1]) & {"document", "post"}:
        return True
    if tag.pos not in {"noun", "proper"} or tag.name is not None or not _ends_in_name(parse, at):
        return False
    return bool(parse.source_classes(at) & {"document", "post", "occasion"}) and not parse.source_classes(at) & {"role"}


def _whom_he_told(parse: Parse, at: int) -> bool:
    """ "أبلغ المسؤول | الصحافيين": those told, after a noun that is definite and cannot govern them."""
    told = "audience" in parse.source_classes(at) and parse.tags[at].stem.endswith("ين")
    return told and parse.tags[at].article and parse.tags[at - 1].article and not parse.tags[at].conjunction


def _takes_inner(parse: Parse, start: int, at: int, key: str) -> bool:
    """Whether the phrase so far may go on with this preposition: "مصدر في", "متحدث باسم", "المبعوث إلى", "شخص من"."""
    head = frozenset().union(*(parse.source_classes(k) for k in range(start, at)))
    head |= source_classes(parse.tags[start].stem.removesuffix("ا"))  # "أن مصدرا في الوزارة قال"
    if key in {"باسم", "بلسان", "لشوون"}:
        return True
    if at + 1 < len(parse) and (opens_channel(parse, at) or parse.is_time(at + 1) or parse.tags[at + 1].pronoun):
        return False
    dated = at + 2 < len(parse) and parse.words[at + 2].text.isdigit() and not parse.source_classes(at + 1)
    if key == "في" and dated:
        return False  # "اللجنة | في أكتوبر 2031", but "المسؤول في شركة 360"
    if key in {"في", "فى", "لدي"}:
        return bool(head & {"role", "anonymous", "witness", "organisation", "document", "quantity"})
    if key == "من":
        office = "role" in parse.source_classes(start) and not parse.tags[start].article  # "ضابط من الحرس"
        return office or bool(head & {"anonymous", "witness", "group", "quantity"})
    if key == "عن":
        return parse.keys[at - 1].endswith(("صادر", "صادره")) or bool(head & {"anonymous", "witness", "group"})
    return bool(head & {"role"}) and not any(parse.tags[k].name == "person" for k in range(start, at))


_AREAS = {"منطقه", "محافظه", "مدينه", "ولايه", "اقليم", "مديريه", "قضاء", "بلده", "حي"}


_BLAME = {"مسووليه", "مسوليه", "تقصير", "وقوف", "تورط", "ضلوع", "فساد", "ارهاب", "خيانه", "كذب", "تخاذل", "عمل", "سعي"}


def _joins_office(parse: Parse, start: int, at: int) -> bool:
    head = parse.source_classes(start)
    return (
        parse.tags[at].preposition == "ب"
        and bool(head & {"role", "anonymous", "organisation"})
        and (
            (parse.tags[at].article and (parse.tags[at].stem not in _BLAME or "organisation" not in head))
            or "organisation" in parse.source_classes(at)
            or parse.tags[at].name == "place"
            or parse.tags[at].stem in _AREAS
        )
    )


def _apposition(parse: Parse, at: int, stop: int, *, strict: bool) -> int | None:
    """Where to go on after a comma when what follows still names the same source, else None."""
    if at >= stop or not may_begin(parse, at):
        return None
    tag = parse.tags[at]
    classes = parse.source_classes(at)
    if (
        tag.name == "person"
        or classes & {"role"}
        or (at + 1 < stop and parse.words[at + 1].folded in {"بن", "بنت"})
        or (tag.pos == "proper" and tag.name is None and not parse.is_time(at) and not strict)
    ):
        return at
    return None


def _coordinates(parse: Parse, at: int) -> bool:
    """Whether "و…" adds another name to a plural source rather than opening a clause."""
    tag = parse.tags[at]
    own = source_classes(parse.words[at].folded)  # "رئيس وزراء": the و is a letter of the word
    return tag.article or tag.name is not None or bool(parse.source_classes(at) | own) or tag.pos == "adjective"
