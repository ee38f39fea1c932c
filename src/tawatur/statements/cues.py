"""Cues in a sentence: which words report, and where what they report begins.

A reporting verb counts only with a complement it takes: أن and its kin, speech (a colon or an opening quotation
mark), a preposition of its own, or a bare noun phrase. Verbs marked weak in the lexicon (كتب، تابع، نقل) need أن or
speech.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tawatur.languages.ar.cues import CueForm, CuePhrase, phrases
from tawatur.languages.ar.tagging import Tag
from tawatur.statements.complements import (
    OPENING,
    Complement,
    breaks_off,
    opening_of,
    opens_content,
    readings,
    readings_of,
    that_within,
)
from tawatur.statements.lookalikes import accusative, has_subject, names_speaker, reports_nothing
from tawatur.statements.parsing import Parse

_REACH = 34  # words between a verb and its أن: a long title with an apposition and a clause of time fits
# Adverbs made with ب: "وقضى بالفعل مباراة" takes nothing by it.
_ADVERBS = {
    "بالفعل", "بالطبع", "بالتالي", "بشكل", "بدوره", "بدورها", "بشده", "بقوه", "بوضوح", "بصراحه", "بسرعه", "بالكاد",
    "بالتحديد", "بالضبط", "بالاجماع", "بحزم", "بصوره", "بطريقه", "بالقول",
}  # fmt: skip
_SILENT = {"quantity", "plural", "thing", "stance", "masculine"}  # classes of words that name no source by themselves
_FAR = 14  # words: an أن farther off than the verb's own preposition is that of another clause


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue over words `first` to `end`; `opener` is where the complement opens, `content` where the content begins.

    For phrases that name the source of the clause around them ("بحسب"), `complement` is "around" and `content` is
    `end`.
    """

    first: int
    end: int
    complement: Complement
    opener: int
    content: int
    form: CueForm | None = None
    phrase: CuePhrase | None = None


def find_cues(parse: Parse) -> list[Cue]:
    """The cues of a sentence, left to right in reading order, none overlapping."""
    found: list[Cue] = []
    taken = 0
    for i, word in enumerate(parse.words):
        if i < taken or not _may_report(word.folded):
            continue
        cue = _phrase(parse, i) or _verb(parse, i)
        if cue is None:
            continue
        last = next((c for c in reversed(found) if c.complement != "around"), None)
        if last is not None and cue.complement in {"that", "speech"} and cue.opener == last.opener:
            continue  # a verb on the way to another's أن ("في بيان نشرته") does not report itself
        found.append(cue)
        taken = cue.end
    return found


@lru_cache(maxsize=32768)
def _may_report(folded: str) -> bool:
    """Whether a cue can begin at such a word: the first, cheap look."""
    return bool(_phrases_at(folded) or readings_of(folded))


@lru_cache(maxsize=32768)
def _phrases_at(folded: str) -> tuple[CuePhrase, ...]:
    bare = folded[1:] if folded[0] in "وف" else ""
    return phrases().get(folded, ()) + phrases().get(bare, ())


def _phrase(parse: Parse, i: int) -> Cue | None:
    for phrase in _phrases_at(parse.words[i].folded):
        cue = _match(parse, i, phrase)
        if cue is not None:
            return cue
    return None


def _match(parse: Parse, i: int, phrase: CuePhrase) -> Cue | None:
    end = i + len(phrase.words)
    if end > len(parse) or any(not _same(parse, i + k, w, phrase) for k, w in enumerate(phrase.words) if k):
        return None
    if phrase.prefixed and (end >= len(parse) or not parse.words[end].folded.startswith("ل")):
        return None
    match phrase.group:
        case "impersonal":
            opener = that_within(parse, end, 5)
            if opener is not None and len(phrase.words) == 1 and _is_active(parse, i, opener):
                return None  # "يعتقد الفريق أن": it has a subject, and is a verb like any other
            return Cue(i, end, "that", opener, opener + 1, phrase=phrase) if opener is not None else None
        case "note":
            return Cue(i, end, "that", end - 1, end, phrase=phrase) if end < len(parse) else None
        case "quote_noun":
            opening = opening_of(parse, end, 4) if not reports_nothing(parse, i) else None
            return Cue(i, end, *opening, phrase=phrase) if opening is not None else None
        case "per":
            if end < len(parse) and parse.words[end].folded in {"ما", "لما"}:
                return _per_said(parse, i, end + 1, phrase)
            return Cue(i, end, "around", end, end, phrase=phrase) if _may_be_per(parse, i, end) else None
        case "per_said":
            return _per_said(parse, i, end, phrase)
        case _:
            return Cue(i, end, "around", end, end, phrase=phrase)


def _is_active(parse: Parse, i: int, opener: int) -> bool:
    """Whether a word that can be an impersonal passive has a subject, or is the active past ("زعم أن")."""
    if "\u064f" in parse.words[i].text[:3]:
        return False
    if "quantity" in parse.source_classes(i + 1) and opener > i + 1:
        return True  # "ويعتقد بعض المتابعين أن"
    past = any(form.shape == "past" for form in readings(parse, i))
    before = i > 0 and parse.tags[i - 1].name in {"person", "organisation"}
    return past or before or has_subject(parse, i + 1, opener)


def _same(parse: Parse, k: int, word: str, phrase: CuePhrase) -> bool:
    """Whether word `k` is that of a phrase; the أن that ends a note may carry a pronoun ("يذكر أنه")."""
    folded = parse.words[k].folded
    return folded == word or (phrase.group == "note" and word in {"ان", "بان"} and folded.startswith(f"{word}ه"))


def _per_said(parse: Parse, first: int, at: int, phrase: CuePhrase) -> Cue | None:
    """ "بحسب ما أعلنت" and "كما أفاد": the verb belongs to the cue, and no أن may follow before its source ends."""
    if phrase.words[0] == "كما":
        # "كما أكد أن" opens a new sentence; only "…، كما أفاد المتحدث" after the content tells its source.
        if _my_own(parse, at - 1):
            return None
        if first == 0 or parse.sentence.span[0] == parse.words[first].start or opening_of(parse, at, 14) is not None:
            return None
        return Cue(first, at, "around", at, at, phrase=phrase)
    verb = readings(parse, at) if at < len(parse) else ()
    if not verb or (phrase.words == ("علي", "ما") and verb[0].verb.lemma in {"وصف", "اعتبر"}):
        return None  # "رد على ما وصفه بـ": what he called so is what he answered
    if verb[0].verb.lemma == "شهد":
        return None  # "وفق ما شهدته الفترة الأخيرة"
    return Cue(first, at + 1, "around", at + 1, at + 1, form=verb[0], phrase=phrase)


def _my_own(parse: Parse, verb: int) -> bool:
    """ "كما ذكرتُ", "كما ذكرت سابقا": the author's own words before; a body that said so would be named."""
    if parse.words[verb].text.endswith("ت\u064f"):
        return True
    after = verb + 1
    if after >= len(parse):
        return False
    return parse.words[verb].folded.endswith("ت") and (
        accusative(parse, after) or parse.keys[after] in {"سابقا", "انفا", "قبل", "من"}
    )


def _may_be_per(parse: Parse, first: int, end: int) -> bool:
    """Whether "وفق / حسب" names a source here and not a rule ("وفق القانون", "حسب الحاجة")."""
    if end < len(parse) and parse.words[end].folded == "ل":  # "لـ" with its tatweel stands as a word of its own
        end += 1
    if end >= len(parse):
        return False
    tag = parse.tags[end]
    if parse.words[end].text in OPENING or (parse.source_classes(end) - _SILENT) or tag.name is not None:
        return True
    if "quantity" in parse.source_classes(end):
        return names_speaker(parse, end + 1, min(end + 4, len(parse)))
    named = any(parse.tags[k].name or parse.source_classes(k) for k in range(end + 1, min(end + 4, len(parse))))
    return tag.pos in {"proper", "noun"} and (named or tag.article) and (parse.is_sign(first - 1, "،,") or first == 0)


def _verb(parse: Parse, i: int) -> Cue | None:
    candidates = readings(parse, i)
    tag = parse.tags[i]
    if not candidates or tag.article or reports_nothing(parse, i):
        return None
    for form in candidates:
        if form.shape in {"past", "present"} and parse.words[i].text.endswith("ة"):
            continue  # "عدة", "عقبة" are no verbs
        if form.shape == "noun" and not (form.pronoun or _governs_speaker(parse, i, tag)):
            continue
        if form.shape != "noun" and tag.preposition:
            continue
        if form.shape == "past" and i and opens_content(parse, i - 1) and not _takes_verb(parse, i - 1):
            continue  # after أن a noun or a present verb stands: رد is "return" here
        cue = _with_complement(parse, i, form)
        if cue is not None and form.shape == "noun" and form.verb.lemma == "روى" and cue.complement == "speech":
            continue  # "روايتها «…»": the title of a novel
        if (
            cue is not None
            and parse.quoted[i] >= 0
            and parse.quoted[min(cue.opener, len(parse) - 1)] != parse.quoted[i]
        ):
            continue  # "يوجد «توافق محدود» على": a word of the quoted term
        if cue is not None and not (form.verb.lemma in _COMES and not _through_channel(parse, cue)):
            return cue
    return None


# "جاء في بيان أن": these verbs report only where a text or an occasion is what they come in.
_COMES = {"جاء", "ورد"}


def _through_channel(parse: Parse, cue: Cue) -> bool:
    if cue.end < len(parse) and parse.tags[cue.end].pos == "demonstrative":
        return False  # "جاء ذلك في تغريدات": that is what was told before
    return any(parse.source_classes(k) & {"document", "post", "occasion"} for k in range(cue.end, cue.opener))


def _governs_speaker(parse: Parse, i: int, tag: Tag) -> bool:
    """ "مع التأكيد أن", "بعد إعلان الوزير أن": a noun of action whose speaker is known or stands right after it."""
    if tag.article:
        return parse.keys[max(i - 1, 0)] in {"مع", "عبر"}
    following = parse.tags[i + 1] if i + 1 < len(parse) else None
    if following is None or parse.sentence.title:
        return False
    return following.name is not None or bool(parse.source_classes(i + 1) & {"role", "organisation", "anonymous"})


def _takes_verb(parse: Parse, that: int) -> bool:
    """أن after بعد, قبل, منذ or سبق stands before a verb in the past."""
    return any(parse.keys[k] in {"بعد", "قبل", "منذ", "سبق"} for k in range(max(that - 9, 0), that))


def _is_verb(parse: Parse, i: int, form: CueForm) -> bool:
    """Whether the word is surely a verb here, which a complement without أن requires."""
    tag = parse.tags[i]
    if form.number == "d":
        return tag.verb
    if form.pronoun and form.shape == "past":
        # رفضهم is "their refusal" as often as "he refused them".
        if i + 1 < len(parse) and parse.tags[i + 1].article and parse.tags[i + 1].pos == "adjective":
            return False  # "رفضه القاطع"
        opens = i == 0 or bool(tag.conjunction) or parse.words[i - 1].text in "،,:"
        return tag.verb and (
            opens or bool(parse.grammar[i - 1] & {"relative", "subordinator"}) or parse.keys[i - 1] == "ما"
        )
    if form.shape == "present":
        return tag.verb or parse.words[i].folded.lstrip("وف").startswith("ي") or parse.sentence.title
    return tag.verb or bool(tag.conjunction) or i == 0


def _after_pause(parse: Parse, i: int) -> bool:
    """Whether a participle stands where an adverb of state does: after a pause or a quotation, or with و."""
    return parse.is_sign(i - 1, '،,"”»)') or bool(parse.tags[i].conjunction)


def _with_complement(parse: Parse, i: int, form: CueForm) -> Cue | None:
    takes = form.verb.takes
    end = i + 1
    if form.verb.needs and not any(parse.keys[k] in form.verb.needs for k in range(end, min(end + 14, len(parse)))):
        return None
    if end >= len(parse):
        return None
    opening = opening_of(parse, end, {"participle": 6, "noun": 2}.get(form.shape, _REACH))
    if opening is not None and _may_open(parse, i, form, opening):
        nearer = None
        if form.shape == "participle" and opening[0] == "speech" and "speech" not in takes:
            if (found := _preposition(parse, i, form, opening[1] + 1)) is not None:
                return found  # واصفا إياه بـ"…"
            opening = ("object", end, end)
        if opening[0] == "speech" and parse.words[opening[1]].text != ":" and form.shape != "noun":
            nearer = _preposition(parse, i, form, opening[1] - 1)
        if opening[0] == "that" and opening[1] - i > _FAR and form.shape in {"past", "present"}:
            nearer = _preposition(parse, i, form, min(i + 16, opening[1] - 1))
        return nearer or Cue(i, end, *opening, form=form)
    if (form.verb.weak and not form.verb.needs) or form.shape == "noun":
        return None
    if form.shape == "participle" and not _after_pause(parse, i):
        return None
    if form.shape in {"past", "present"} and not _is_verb(parse, i, form):
        return None
    found = _preposition(parse, i, form, min(end + 16, len(parse)))
    if found is not None:
        return found
    if form.verb.shows and not _shown_by(parse, i):
        return None
    return Cue(i, end, "object", end, end, form=form) if "object" in takes else None


def _shown_by(parse: Parse, i: int) -> bool:
    """Whether a text, a picture or figures stand near a verb of showing that no أن follows ("أظهر استطلاع تقدم …")."""
    near = range(max(0, i - 3), min(i + 3, len(parse)))
    return any(parse.source_classes(k) & {"document", "post"} for k in near)


def _preposition(parse: Parse, i: int, form: CueForm, stop: int) -> Cue | None:
    """The complement a verb takes by its own preposition ("شدد على", "أشار إلى", "طالب بـ"), before word `stop`."""
    takes, end = form.verb.takes, i + 1
    prepositions = takes - {"that", "speech", "object"}
    for k in range(end, stop):
        if breaks_off(parse, k) or "relative" in parse.grammar[k]:
            return None
        key = parse.keys[k]
        if key in prepositions or ("in" in prepositions and key == "في" and k == end):
            if k + 1 < len(parse):
                return Cue(i, k + 1 if k == end else end, "preposition", k, k + 1, form=form)
            return None
        prefix = parse.tags[k].preposition
        if prefix and prefix in prepositions and not parse.is_time(k) and key not in _ADVERBS:
            return Cue(i, end, "preposition", k, k, form=form)
    return None


def _may_open(parse: Parse, i: int, form: CueForm, opening: tuple[Complement, int, int]) -> bool:
    """Whether this verb may stand before this complement; an uncertain verb needs it close by."""
    how, opener, _ = opening
    takes = form.verb.takes
    if form.shape == "participle" and opener - i > 2 and not _after_pause(parse, i):
        return False
    if how == "that" and "that" not in takes:
        return False
    if how == "speech" and "speech" not in takes and not takes & {"object", "ب", "من", "علي", "الي", "عن"}:
        return False
    if form.shape in {"past", "present"} and not parse.tags[i].verb:
        spelled_out = "\u0651" in parse.words[i].text  # "بيّن" with its shadda is no preposition
        return opener - i <= 12 and (parse.tags[i].pos != "preposition" or spelled_out)
    return not (form.verb.weak and parse.words[opener].text != ":" and opener - i > (14 if how == "speech" else 18))
