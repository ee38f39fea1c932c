"""Fixed expressions that report ("بحسب", "كما أفاد", "من المتوقع أن"), and the record of a cue."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.languages.ar.cues import CueForm, CuePhrase, phrases_at
from tawatur.statements.complements import OPENING, Complement, opening_of, opens_content, readings, that_within
from tawatur.statements.lookalikes import inside_quotation, reports_nothing
from tawatur.statements.nominals import accusative, has_subject, names_speaker
from tawatur.statements.parsing import Parse
from tawatur.statements.unsaid import negated

# What things are done by, and nobody's word: "وفقا للتقاليد", "حسب الجدول".
_MEASURES = {
    "تقاليد", "عادات", "عاده", "اعراف", "معايير", "معيار", "شروط", "ضوابط", "انظمه", "اليه", "اليات", "جدول", "دليل",
    "خطه", "خطط", "مواصفات", "حاجه", "ظروف", "رغبه", "توجيهات", "تعليمات", "مبدا", "مبادي", "اسس", "طريقه", "ترتيب",
    "نوع", "مصلحه", "اختصاص", "تقويم", "توقيت", "مقاييس", "متطلبات", "احتياجات", "اهداف", "اولويات", "اجراءات", "حجم",
    "عدد", "اهميه", "اولويه", "لوايح",
}  # fmt: skip
# "حسب قوله", "على حد تعبيرها": they name nobody, and the one who speaks goes on.
HIS_OWN = {
    "قوله", "قولها", "قولهم", "تعبيره", "تعبيرها", "تعبيرهم", "وصفه", "وصفها", "زعمه", "زعمها", "زعمهم", "رايه",
    "رايها", "رايهم", "تصريحاته", "تصريحاتها",
}  # fmt: skip
_ORDERED = {"ملكي", "سام", "سامي", "اميري", "سلطاني", "رياسي", "تنفيذي", "قضايي"}
_SILENT = {"quantity", "plural", "thing", "stance", "masculine"}  # classes of words that name no source by themselves


_HELD = {
    "اعتقل", "اعتقلت", "اعتقلوا", "اعتقال", "يعتقل", "تعتقل", "اوقف", "اوقفت", "اوقفوا", "توقيف", "احتجز", "احتجزت",
    "احتجاز", "القبض", "قبض", "قبضت", "ضبط", "ضبطت", "سجن", "بالسجن", "حبس", "حبست", "احتجازه", "توقيفه", "اعتقاله",
}  # fmt: skip


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


def phrase_cue(parse: Parse, i: int) -> Cue | None:
    """The expression that begins at word `i`, as a cue, if one does."""
    for phrase in phrases_at(parse.words[i].folded):
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
            if inside_quotation(parse, i) or negated(parse, i):
                return None  # "لا يعتقد أن", or the words of the one quoted
            if parse.words[i].folded.startswith("فمن") and any(opens_content(parse, k) for k in range(i)):
                return None  # "وقال إنه في حال …، فمن المتوقع أن": he expects it
            opener = that_within(parse, end, 5)
            if opener is not None and len(phrase.words) == 1 and _is_active(parse, i, opener):
                return None  # "يعتقد الفريق أن": it has a subject, and is a verb like any other
            if opener is None:
                return _expected_thing(parse, i, end, phrase)
            return Cue(i, end, "that", opener, opener + 1, phrase=phrase)
        case "note":
            return Cue(i, end, "that", end - 1, end, phrase=phrase) if end < len(parse) else None
        case "quote_noun":
            opening = opening_of(parse, end, 4) if not reports_nothing(parse, i) else None
            return Cue(i, end, *opening, phrase=phrase) if opening is not None else None
        case "plea":
            at = end + (end < len(parse) and opens_content(parse, end))
            return Cue(i, end, "object", at, at, phrase=phrase) if at < len(parse) else None
        case "talk" | "suspicion" if i and parse.tags[i - 1].verb:
            return None  # "قدم تقارير عن": what he hands in
        case "suspicion":
            return _suspicion(parse, i, end, phrase)
        case "talk":
            if len(phrase.words) == 1 and (end >= len(parse) or parse.tags[end].preposition != "ب"):
                return None
            return Cue(i, i + 1, "object", end, end, phrase=phrase) if end < len(parse) else None
        case "per":
            if end < len(parse) and parse.words[end].folded in {"ما", "لما"}:
                return _per_said(parse, i, end + 1, phrase)
            if parse.words[i].folded.startswith(("استناد", "واستناد")) and inside_quotation(parse, i):
                return None  # "«وأمرنا بتحقيق، واستنادا إلى نتائجه سوف …»": the speaker's own reckoning
            return Cue(i, end, "around", end, end, phrase=phrase) if _may_be_per(parse, i, end) else None
        case "per_said":
            return _per_said(parse, i, end, phrase)
        case _:
            return Cue(i, end, "around", end, end, phrase=phrase)


def _suspicion(parse: Parse, i: int, end: int, phrase: CuePhrase) -> Cue | None:
    """ "للاشتباه في ضلوعه", "لاتهامه بالسرقة": what somebody is held for."""
    if end + 1 >= len(parse) or not any(k.removeprefix("و") in _HELD for k in parse.keys[:i]):
        return None  # "أخلي المبنى للاشتباه في حريق": nobody is suspected
    apart = parse.keys[end] == "في"
    return Cue(i, end, "object", end, end + apart, phrase=phrase) if apart or parse.words[end].text[0] == "ب" else None


def _expected_thing(parse: Parse, i: int, end: int, phrase: CuePhrase) -> Cue | None:
    """ "من المتوقع تشغيلها هذا الشهر", "ومن المنتظر أيضا عقد قمة": a noun of action stands for the clause with أن."""
    end += parse.keys[end : end + 1] in (["ايضا"], ["كذلك"])
    if len(phrase.words) == 1 or end + 1 >= len(parse) or parse.tags[end].pos != "noun" or parse.tags[end].article:
        return None
    return Cue(i, end, "object", end, end, phrase=phrase)


def _is_active(parse: Parse, i: int, opener: int) -> bool:
    """Whether a word that can be an impersonal passive has a subject, or is the active past ("زعم أن")."""
    if "\u064f" in parse.words[i].text[:3]:
        return False
    if "quantity" in parse.source_classes(i + 1) and opener > i + 1:
        return True  # "ويعتقد بعض المتابعين أن"
    past = any(form.shape == "past" for form in readings(parse, i))
    before = i > 0 and (parse.tags[i - 1].name in {"person", "organisation"} or _can_hold(parse, i - 1))
    return past or before or has_subject(parse, i + 1, opener)


def _can_hold(parse: Parse, k: int) -> bool:
    """Whether a definite noun is one of somebody who speaks: "لكن المصدر يرجح أن"."""
    return parse.tags[k].article and names_speaker(parse, k, k + 1)


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
    if at + 1 < len(parse) and opens_content(parse, at + 1):
        return None  # "ردا على ما يعتقد بأنه هجوم"
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
    if parse.keys[end] in HIS_OWN:
        return True
    if tag.pos == "demonstrative" and end + 1 < len(parse):
        those = parse.keys[end] == "هولاء" and not parse.words[end + 1].text[0].isalnum()
        return those or names_speaker(parse, end + 1, end + 2)  # "بحسب هؤلاء، فإن", "بحسب هذه الهيئة"
    if parse.keys[end] in {"موقعه", "موقعها"} or parse.keys[end : end + 2] == ["الموقع", "الجغرافي"]:
        return False
    if tag.stem in _MEASURES:
        return False
    if tag.stem == "امر" and end + 1 < len(parse) and parse.tags[end + 1].stem in _ORDERED:
        return True  # "وحسب أمر ملكي صادر أمس"
    if parse.words[end].text in OPENING or (parse.source_classes(end) - _SILENT) or tag.name is not None:
        return True
    if "quantity" in parse.source_classes(end):
        return names_speaker(parse, end + 1, min(end + 4, len(parse)))
    named = any(parse.tags[k].name or parse.source_classes(k) for k in range(end + 1, min(end + 4, len(parse))))
    return tag.pos in {"proper", "noun"} and (named or tag.article) and (parse.is_sign(first - 1, "،,") or first == 0)
