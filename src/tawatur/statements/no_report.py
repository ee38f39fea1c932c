"""What looks like a report and is none: acts, times, things that tell nothing, clauses that tell which one is meant."""

from __future__ import annotations

from tawatur.languages.ar.cues import CueForm
from tawatur.languages.media import known_medium
from tawatur.statements.agreement import surely_speaks
from tawatur.statements.cue_phrases import Cue
from tawatur.statements.holders import Holder
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range


def can_report(parse: Parse, cue: Cue, form: CueForm, holder: Holder) -> bool:
    """Whether a verb that tells of acts too has somebody by it who speaks."""
    proved = holder.source is not None and _proves(parse, holder.source)
    if form.verb.lemma == "توصل":  # "توصل المهرب إلى أن يعبر الحدود": he managed to
        proved = parse.tags[cue.content].pos != "verb_present"
    if form.verb.finds and not proved:
        return False  # "أثبت الفريق أن": he showed it by what he did; "وجد الرجل أن": so a story goes
    named = holder.source is not None and surely_speaks(parse, holder.source)
    if form.verb.lemma == "علم" and not (holder.source is not None and _publishes(parse, holder.source)):
        return False  # "علم السكان أن": they learned it
    if form.verb.lemma in {"قدر", "صنف"} and cue.complement != "that" and not named:
        return False  # "تقدر قيمتها بألف": nobody is named
    if form.verb.lemma == "صنف" and cue.complement == "object" and not _classes_another(parse, holder, form):
        return False  # "صنفت الحركة منظمة إرهابية": a passive
    threatens = form.verb.lemma == "هدد" and cue.complement == "object"
    # "عاصفة تهدد الساحل"
    return not (threatens and holder.source is not None and not named)


def _classes_another(parse: Parse, holder: Holder, form: CueForm) -> bool:
    """Whether somebody stands between who classes and what he classes him as: "صنفت تركيا الحركة منظمة إرهابية"."""
    assert holder.source is not None
    at = holder.source[1]
    if any(parse.tags[k].name for k in range(*holder.source)) or at + 1 >= len(parse):
        return True
    return parse.tags[at].article or parse.tags[at].name is not None or parse.keys[at + 1] not in form.verb.needs


def _publishes(parse: Parse, source: Range) -> bool:
    """ "علمت «المدار» أن", "علم موقع المدار أن": a medium tells what it learned; "علم النادي أن" tells a story."""
    if parse.quoted[source[0]] >= 0:
        return True
    medium = any("medium" in parse.source_classes(k) for k in range(source[0], min(source[0] + 2, source[1])))
    return medium or known_medium(parse.form(*source)) is not None


def _proves(parse: Parse, source: Range) -> bool:
    """Whether a text, or somebody of an office, is who proves: "أثبتت الدراسة أن"."""
    return any(
        parse.source_classes(k) & {"document", "role", "anonymous"} and parse.tags[k].stem != "فريق"
        for k in range(*source)
    )


def counted(parse: Parse, source: Range) -> range:
    """The head of a source phrase, with what a number or "this" before it goes with: "15 مؤشرا", "هذه الخطوة"."""
    before = parse.words[source[0]].text[0].isdigit() or parse.tags[source[0]].pos == "demonstrative"
    return range(source[0], source[0] + 1 + (before and source[1] - source[0] > 1))


def no_speaker(parse: Parse, source: Range) -> bool:
    """Whether a phrase is a time or an adverb that stands where a subject could: "45 ت غ", "الفارط", "سابقا"."""
    first, end = source
    if parse.words[first].text[0].isdigit() and first + 1 < end and parse.keys[first + 1] in {"ت", "تغ", "بتوقيت"}:
        return True
    if parse.keys[first : first + 2] in (["مره", "اخري"], ["نيابه", "عن"], ["نيابه", "عنهم"], ["نيابه", "عنه"]):
        return True  # "قالت مرة أخرى إن", "رفعها نيابة عنهم، داعيا"
    return parse.keys[first] in _BYGONE | _SPANS and not parse.is_person(first)


_SPANS = {"ايام", "اسابيع", "اشهر", "شهور", "سنوات", "اعوام", "ساعات", "دقايق"}  # "وأكد قبل أيام قليلة أنه"
_BYGONE = {
    "الفارط", "المنصرم", "المنصرمه", "المنقضي", "المنقضيه", "الفايت", "الفايته", "الجاري", "سابقا", "لاحقا", "انفا",
}  # fmt: skip


def of_indefinite(parse: Parse, cue: Cue) -> bool:
    """ "حملة تطالب بـ", "قصة تعبر عن": a clause that tells which one, of a noun that cannot speak itself."""
    if (
        cue.complement not in {"object", "preposition"}
        or cue.form is None
        or cue.form.shape != "present"
        or not cue.first
    ):
        return False
    before = parse.tags[cue.first - 1]
    return (
        before.pos in {"noun", "adjective"}
        and not (before.article or before.pronoun or before.name or parse.tags[cue.first].conjunction)
        and not parse.is_time(cue.first - 1)
        and not parse.sentence.title
    )


def told_by_indefinite(parse: Parse, cue: Cue) -> bool:
    """ "كل شخص يقول إن", "رسالة تقول إن": the noun right before the verb speaks, for the clause tells which one."""
    if cue.complement not in {"that", "speech"} or cue.form is None or cue.form.shape != "present" or not cue.first:
        return False
    before, verb = parse.tags[cue.first - 1], parse.tags[cue.first]
    if before.pos != "noun" or before.article or before.pronoun or before.name or verb.conjunction:
        return False
    speaks = parse.source_classes(cue.first - 1) & {"anonymous", "role", "document", "post", "medium", "witness"}
    return bool(speaks) and cue.form.gender == ("f" if before.stem.endswith(("ه", "ات")) else "m")


def that_i(parse: Parse, opener: int) -> bool:
    """ "وأوضحت لهم أنني تعرضت …": outside a quotation, who says "that I" is the author."""
    return parse.quoted[opener] < 0 and parse.words[opener].folded.endswith("ني")


def only_the_one_told(parse: Parse, content: int) -> bool:
    """ "أبلغ الميناء": a verb of telling with no more than one or two words after it says whom, not what."""
    rest = range(content, len(parse))
    stop = next((k for k in rest if not parse.words[k].text[0].isalnum()), len(parse))
    return stop - content <= 2
