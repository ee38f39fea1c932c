"""Whether a word that can be a reporting verb or participle surely is one where it stands."""

from __future__ import annotations

from tawatur.languages.ar.cues import CueForm
from tawatur.statements.complements import OPENING, opens_content
from tawatur.statements.parsing import Parse


def is_verb(parse: Parse, i: int, form: CueForm) -> bool:
    """Whether the word is surely a verb here, which a complement without أن requires."""
    tag = parse.tags[i]
    if form.number == "d":
        return tag.verb or parse.words[i].folded[:-1] in _ONLY_VERBS
    if form.pronoun and form.shape == "past":
        # رفضهم is "their refusal" as often as "he refused them".
        if i + 1 < len(parse) and parse.tags[i + 1].article and parse.tags[i + 1].pos == "adjective":
            return False  # "رفضه القاطع"
        opens = i == 0 or bool(tag.conjunction) or parse.words[i - 1].text in "،,:"
        return tag.verb and (
            opens or bool(parse.grammar[i - 1] & {"relative", "subordinator"}) or parse.keys[i - 1] == "ما"
        )
    if told_at_start(parse, i):
        return True
    if form.shape == "present":
        return tag.verb or parse.words[i].folded.lstrip("وف").startswith("ي") or parse.sentence.title
    return tag.verb or bool(tag.conjunction) or i == 0 or parse.words[i].folded in _ONLY_VERBS


# Past verbs that are spelled like no noun, whatever the tagger takes them for: "الفنان فلان أكد على".
_ONLY_VERBS = {
    stem + ending
    for stem in ("اكد", "اعلن", "اعرب", "اشاد", "اشار", "اوضح", "ادان", "انتقد", "استنكر", "اقترح", "استبعد", "اضاف")
    for ending in ("", "ت", "وا")
}


def told_at_start(parse: Parse, i: int) -> bool:
    """ "…، عبر الوزير عن قلقه", "وأبان المدير أن", "من جهته، بين المدير أن": spelled like prepositions."""
    spelled = parse.words[i].text.lstrip("وف")
    if "\u0651" in spelled[:3] or spelled.startswith("أبان"):
        return True  # "عبّر", "بيّن", and what only the verb begins with
    if parse.keys[i] not in {"عبر", "بين", "ابان"} or i + 1 >= len(parse):
        return False
    if parse.keys[i] == "عبر" and (
        parse.keys[i + 1] == "عن" or _some_day(parse, i + 1) or _expresses_his_own(parse, i)
    ):
        return True  # "المتحدث عبر عن قلق بلاده"
    if parse.keys[i] == "بين" and _made_clear(parse, i):
        return True
    if i == 0 and parse.words[0].text == "وبين" and opens_content(parse, 1):
        return True  # "وبين أن البرنامج …": somebody has spoken before
    if not (i == 0 or parse.is_sign(i - 1, "،,") or parse.keys[i - 1] in _IN_TURN):
        return False
    if parse.keys[i] == "بين" and not (i < 4 and any(k in _IN_TURN for k in parse.keys[:i])):
        return False
    return parse.is_person(i + 1) or bool(parse.source_classes(i + 1) & {"role", "organisation", "anonymous", "group"})


def _some_day(parse: Parse, k: int) -> bool:
    """ "عبر الجمعة عن رغبته": a time and the عن of the verb."""
    after = next((m for m in range(k, min(k + 4, len(parse))) if not parse.is_time(m)), k)
    return after > k and after < len(parse) and parse.keys[after] == "عن"


def _expresses_his_own(parse: Parse, i: int) -> bool:
    """ "عبر الشيخ تميم عن «شكره»": somebody, and what is his behind عن, with no adverb of state between.

    Behind another verb of its clause it is "through": "تحدث السكان عبر النائب عن مشكلاتهم".
    """
    clause = next((m for m in range(i - 1, -1, -1) if parse.is_sign(m, "،,؛:")), -1) + 1
    if any(parse.tags[m].verb and parse.keys[m] not in {"كان", "كانت", "قد"} for m in range(clause, i)):
        return False
    k = i + 1
    near = range(k, min(k + 9, len(parse) - 2))
    about = next((m for m in near if parse.keys[m] == "عن"), None)
    if about is None or not any(parse.source_classes(m) & _SOMEBODY or parse.is_person(m) for m in range(k, about)):
        return False
    own = about + 1 + (parse.words[about + 1].text in OPENING)
    states = any(parse.words[m].text.rstrip("\u064b").endswith("ا") and not parse.tags[m].name for m in range(k, about))
    return bool(parse.tags[own].pronoun) and not states


_SOMEBODY = {"role", "anonymous", "group"}


def _made_clear(parse: Parse, i: int) -> bool:
    """ "وبين الوزير خلال الجولة أن", "وبين في تصريح أنه": whoever spoke, and an أن with no pair and no verb before it.

    What stands between two things is a pair ("بين الأب وابنه"), and no preposition follows the one of place.
    """
    turn = i < _HEAD and any(k in _IN_TURN for k in parse.keys[:i])
    if not (i == 0 or turn or parse.is_sign(i - 1, "،,")):
        return False
    near = range(i + 1, min(i + _SUBJECT, len(parse)))
    that = next((k for k in near if opens_content(parse, k)), None)
    if that is None or any(parse.tags[k].verb or parse.words[k].text in ".؛:" for k in range(i + 1, that)):
        return False
    tag = parse.tags[i + 1]
    if "preposition" in parse.grammar[i + 1] or tag.preposition:
        return True
    paired = any(parse.tags[k].conjunction for k in range(i + 1, that))
    speaks = parse.source_classes(i + 1) - {"thing", "quantity"}  # "بين فترة وأخرى لا بد أن"
    named = tag.article or parse.is_person(i + 1) or tag.name is not None or bool(speaks)
    return named and (turn or not paired)


_HEAD = 4  # words before the verb: "من جهته، "
_SUBJECT = 16  # words from the verb to its أن
_IN_TURN = {"فيما", "بينما", "كما", "حيث", "قد", "جهته", "جانبه", "بدوره", "ناحيته", "جهتهم", "جانبهم"}


def after_pause(parse: Parse, i: int) -> bool:
    """Whether a participle stands where an adverb of state does: after a pause or a quotation, or with و."""
    return parse.is_sign(i - 1, '،,"”»)') or bool(parse.tags[i].conjunction)


def tells_how(parse: Parse, i: int) -> bool:
    """ "بدأ حملته متعهدا بالفوز", "تراجع معلنا تعليق الاتفاق": an adverb of state, told by the ا of the accusative."""
    text = parse.words[i].text.rstrip("\u064b")
    if not i or not text.endswith("ا") or text in _NOUNS_OF_STATE:
        return False
    if parse.words[i - 1].text.rstrip("\u064b").endswith("ا"):
        return False  # "تقريرا مؤكدا": an adjective
    after = min(i + 1, len(parse) - 1)
    tag = parse.tags[after]
    governs = tag.preposition or tag.pronoun or tag.article or "preposition" in parse.grammar[after]
    return parse.tags[i - 1].pos != "verb_past" and bool(governs)


_NOUNS_OF_STATE = {"مقرا", "طالبا", "كاتبا", "مهاجما", "معلقا"}  # "تتخذ من لاهاي مقرا لها"
