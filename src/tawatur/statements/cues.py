"""Cues in a sentence: which words report, and where what they report begins.

A reporting verb counts only with a complement it takes: أن and its kin, speech (a colon or an opening quotation
mark), a preposition of its own, or a bare noun phrase. Verbs marked weak in the lexicon (كتب، تابع، نقل) need أن or
speech.
"""

from __future__ import annotations

from dataclasses import replace

from tawatur.languages.ar.cues import CueForm
from tawatur.languages.ar.tagging import Tag
from tawatur.model import Polarity
from tawatur.statements.complements import (
    Complement,
    breaks_off,
    of_modal,
    opening_of,
    opens_content,
    readings,
    that_within,
)
from tawatur.statements.cue_phrases import Cue, phrase_cue
from tawatur.statements.lookalikes import reports_nothing
from tawatur.statements.nominals import names_speaker
from tawatur.statements.noun_cues import noun_cue
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import BY_SAYING, HIS_WORDS
from tawatur.statements.unsaid import thinks_not
from tawatur.statements.verb_forms import after_pause, is_verb, tells_how, told_at_start

_REACH = 34  # words between a verb and its أن: a long title with an apposition and a clause of time fits
# Adverbs made with ب: "وقضى بالفعل مباراة" takes nothing by it.
_ADVERBS = {
    "بالفعل", "بالطبع", "بالتالي", "بشكل", "بدوره", "بدورها", "بشده", "بقوه", "بوضوح", "بصراحه", "بسرعه", "بالكاد",
    "بالتحديد", "بالضبط", "بالاجماع", "بحزم", "بصوره", "بطريقه", "بالقول",
}  # fmt: skip
_FAR = 14  # words: an أن farther off than the verb's own preposition is that of another clause


def find_cues(parse: Parse) -> list[Cue]:
    """The cues of a sentence, left to right in reading order, none overlapping."""
    found: list[Cue] = []
    taken = 0
    for i in [i for i, form in enumerate(parse.forms) if form.reports]:
        if i < taken:
            continue
        cue = phrase_cue(parse, i) or _verb(parse, i)
        if cue is None:
            continue
        last = next((c for c in reversed(found) if c.complement != "around"), None)
        if last is not None and cue.complement in {"that", "speech"} and cue.opener == last.opener:
            continue  # a verb on the way to another's أن ("في بيان نشرته") does not report itself
        found.append(cue)
        taken = cue.end
    return found


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
        if form.shape == "past" and i and _takes_noun(parse, i - 1):
            continue  # after أن a noun or a present verb stands: رد is "return" here
        cue = _with_complement(parse, i, form)
        if cue is None and form.shape == "noun" and not (form.pronoun or tag.article):
            cue = noun_cue(parse, i, form)
        if cue is not None and form.shape == "noun" and form.verb.lemma == "روى" and cue.complement == "speech":
            continue  # "روايتها «…»": the title of a novel
        if (
            cue is not None
            and parse.quoted[i] >= 0
            and parse.quoted[min(cue.opener, len(parse) - 1)] != parse.quoted[i]
        ):
            continue  # "يوجد «توافق محدود» على": a word of the quoted term
        if cue is not None and thinks_not(parse, i):
            return _denied(cue, form)
        if cue is not None and not (form.verb.lemma in COMES and not _through_channel(parse, cue)):
            return cue
    return None


def _denied(cue: Cue, form: CueForm) -> Cue | None:
    """ "لا يستبعد" holds for possible, "لا يرى أن" denies what follows."""
    polarity: Polarity = "+" if form.verb.polarity == "-" else "-"
    if polarity == "-" and cue.complement != "that":
        return None
    return replace(cue, form=replace(form, verb=replace(form.verb, polarity=polarity)))


# "جاء في بيان أن": these verbs report only where a text or an occasion is what they come in.
COMES = {"جاء", "ورد"}


def _through_channel(parse: Parse, cue: Cue) -> bool:
    """Whether a text or an occasion is named right after the verb, by preposition; "جاء القرار «…»" tells what came."""
    if cue.end < len(parse) and "preposition" not in parse.grammar[cue.end]:
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


def _takes_noun(parse: Parse, that: int) -> bool:
    """Whether word `that` is أن with no pronoun: a noun follows, but after بعد, قبل, منذ or سبق a verb in the past."""
    if not opens_content(parse, that) or not parse.words[that].text.endswith("ن"):
        return False
    return not any(parse.keys[k] in {"بعد", "قبل", "منذ", "سبق"} for k in range(max(that - 9, 0), that))


_NEEDED = 14  # words between a verb and the noun that it needs


def _with_complement(parse: Parse, i: int, form: CueForm) -> Cue | None:
    takes = form.verb.takes
    end = i + 1
    if form.verb.needs and not _has_needed(parse, end, form.verb.needs):
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
    if form.shape == "participle" and not after_pause(parse, i) and not tells_how(parse, i):
        return None
    if form.shape in {"past", "present"} and not is_verb(parse, i, form):
        return None
    found = _preposition(parse, i, form, min(end + 16, len(parse)))
    if found is not None:
        return replace(found, content=end) if form.shape == "participle" and _whom(parse, found) else found
    if form.verb.shows and not _shown_by(parse, i):
        return None
    if form.pronoun and form.verb.lemma in _ANNOUNCES and i and "relative" in parse.grammar[i - 1]:
        return None  # "التحركات التي أعلنتها الحكومة، العديد من …": its object is written on it
    if form.shape == "participle" and parse.keys[end] in _MANNER and end + 1 < len(parse):
        end += 1 + parse.is_sign(end + 1, "،,")  # "مستنكرا بشدة، ما تعرض له"
    return Cue(i, i + 1, "object", end, end, form=form) if "object" in takes and end < len(parse) else None


def _has_needed(parse: Parse, end: int, needed: frozenset[str]) -> bool:
    """Whether the noun that a verb needs follows soon, and before any أن."""
    stop = that_within(parse, end, _NEEDED) or end + _NEEDED
    return any(key in needed for key in parse.keys[end:stop])


_MANNER = {"بشده", "بقوه", "بوضوح", "بصراحه", "بحزم"}
_ANNOUNCES = {"أعلن", "اقترح", "رفض", "أيد", "نفى"}


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
        if key == "عن" and form.verb.lemma in _FEELS and _feels_later(parse, k, stop):
            continue
        if key in prepositions or ("in" in prepositions and key == "في" and (k == end or _aims_at(parse, k, form))):
            if k + 1 < len(parse):
                return Cue(i, k + 1 if k == end else end, "preposition", k, k + 1, form=form)
            return None
        prefix = parse.tags[k].preposition or _WHAT.get(key if _whatever(parse, k) else "", "")
        if prefix == "ل" and "الي" in prepositions and "الي" in parse.keys[k + 1 : min(stop, k + 12)]:
            continue  # "دعا الأمين العام للهيئة الأطراف إلى": the ل is that of his office
        if prefix and prefix in prepositions and not parse.is_time(k) and key not in _ADVERBS:
            return Cue(i, end, "preposition", k, k, form=form)
    return None


_WHAT = {"بما": "ب", "عما": "عن", "مما": "من"}


def _whatever(parse: Parse, k: int) -> bool:
    """ "رحب بما جاء في الخطبة", "حذر مما سيحدث": a preposition written on ما; no "بما في ذلك" and no "، مما أدى"."""
    if k + 1 >= len(parse) or parse.keys[k] not in _WHAT:
        return False
    if parse.keys[k] == "مما" and parse.is_sign(k - 1, "،,"):
        return False
    return parse.tags[k + 1].verb and parse.keys[k + 1] not in {"يشبه", "يضمن", "يسمح", "يعني", "يتناسب", "يتوافق"}


def _whom(parse: Parse, cue: Cue) -> bool:
    """ "داعيا الأعضاء إلى الحضور", "واصفا القرار بالخطأ": right after a participle stands whom or what it is about."""
    tag = parse.tags[cue.end]
    return cue.opener > cue.end and tag.pos in {"noun", "proper"} and not tag.preposition and not parse.is_time(cue.end)


def _aims_at(parse: Parse, k: int, form: CueForm) -> bool:
    """ "شكك الرئيس الثلاثاء في احتمال …": what is doubted or hoped for, however far; no time, place or occasion."""
    if form.verb.lemma not in {"شكك", "أمل"} or k + 1 >= len(parse):
        return False
    return not (parse.is_time(k + 1) or parse.tags[k + 1].name or parse.source_classes(k + 1) & {"occasion", "meeting"})


def _told_speech(parse: Parse, i: int, form: CueForm, opener: int) -> bool:
    """Whether a verb with its object written on it opens speech: "أجابه قائلا: …", "سألته: …", "وصفه بـ«…»"."""
    if i and parse.keys[i - 1] == "ما":
        return True  # "ما قاله الوزير: «…»"
    judged = form.verb.whom or form.verb.lemma in {"اعتبر", "عد", "شبه", "صنف"}
    return form.verb.addressee or judged or parse.words[opener].text == ":"


def _told_that(parse: Parse, i: int, form: CueForm, opener: int) -> bool:
    """Whether a verb with its object written on it takes an أن too: "أبلغه أن", "وصفه بأنه", not "أقره … أن"."""
    if form.verb.addressee or form.verb.whom:
        return True
    if parse.words[opener].folded.startswith("ب"):
        return not any("relative" in parse.grammar[k] for k in range(i, opener))
    return not any("relative" in parse.grammar[k] for k in range(max(0, i - 2), i))


_FEELS = {"عبر", "أعرب"}


def _feels_later(parse: Parse, k: int, stop: int) -> bool:
    """ "عبر المنشق عن الحزب عن رفضه": the later عن has what is expressed, which is his."""
    if parse.tags[min(k + 1, len(parse) - 1)].pronoun:
        return False
    return any(parse.keys[m] == "عن" and parse.tags[m + 1].pronoun for m in range(k + 1, min(stop, len(parse) - 1)))


def _may_open(parse: Parse, i: int, form: CueForm, opening: tuple[Complement, int, int]) -> bool:
    """Whether this verb may stand before this complement; an uncertain verb needs it close by."""
    how, opener, _ = opening
    takes = form.verb.takes
    if form.shape == "participle" and opener - i > 2 and not after_pause(parse, i):
        return False
    if how == "that" and "that" not in takes:
        return False
    if how == "that" and parse.keys[opener - 1] == "علي" and parse.is_sign(opener - 2, "،,") and "علي" not in takes:
        return False  # "…، على أن يعود": a condition
    if how == "that" and form.verb.weak and opener > i + 1 and of_modal(parse, opener):
        return False  # "المواقع التي تنشر الصور يمكن أن تحذفها"
    if form.verb.near and opener > i + 1 and not names_speaker(parse, i + 1, min(i + 3, opener)):
        return False  # "زاد العدد «…»"
    if how == "that" and form.pronoun and form.shape in {"past", "present"} and not _told_that(parse, i, form, opener):
        return False
    if (
        how == "speech"
        and form.pronoun
        and form.shape in {"past", "present"}
        and not _told_speech(parse, i, form, opener)
    ):
        return False  # "الهدنة التي اقترحتها روسيا «لم تكن كافية»"
    if form.verb.relay and parse.keys[opener - 1] in HIS_WORDS:
        return True  # "نقلت الوكالة عن فلان، مدير …، قوله إن": however long his titles are
    if form.verb.weak and not form.verb.near and any(k in BY_SAYING for k in parse.keys[max(opener - 4, i) : opener]):
        return True  # "وعلق فلان، عضو …، على هذه الأنباء بالقول إن"
    if how == "speech" and "speech" not in takes and not takes & {"object", "ب", "من", "علي", "الي", "عن"}:
        return False
    if form.shape in {"past", "present"} and not parse.tags[i].verb and not told_at_start(parse, i):
        spelled_out = "\u0651" in parse.words[i].text  # "بيّن" with its shadda is no preposition
        return opener - i <= 12 and (parse.tags[i].pos != "preposition" or spelled_out)
    return not (form.verb.weak and parse.words[opener].text != ":" and opener - i > (14 if how == "speech" else 18))
