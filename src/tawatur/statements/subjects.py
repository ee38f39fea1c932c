"""The subject of a reporting verb: after it, before it, or the one a relative pronoun stands for.

Before its subject an Arabic verb agrees in gender only, after it in number too (Ryding 2005, chapter 4); a
noun phrase that cannot agree is the object, and the subject is dropped.
"""

from __future__ import annotations

from tawatur.languages.ar.cues import forms
from tawatur.languages.ar.vocabulary import source_classes
from tawatur.statements.acting import of_age
from tawatur.statements.agreement import (
    SPEAKING,
    agrees,
    another_gender,
    can_speak,
    case_shown,
    is_subject,
    may_speak,
    surely_speaks,
)
from tawatur.statements.channels import WITH_PRONOUN
from tawatur.statements.cue_phrases import Cue
from tawatur.statements.holders import (
    BEEN,
    Holder,
    adjuncts_after,
    antecedent,
    had_done,
    subject_after,
    subject_before,
    tells_which,
)
from tawatur.statements.nominals import accusative
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range, may_begin, phrase_end


def subject_of(parse: Parse, cue: Cue, floor: int) -> tuple[Holder, int, int]:
    """(holder, where the content begins, where the clause begins) of a finite reporting verb.

    `floor` is the first word that an earlier frame leaves to this clause.
    """
    form = cue.form
    assert form is not None
    relative = cue.first and "relative" in parse.grammar[cue.first - 1] and parse.keys[cue.first - 1] != "ما"
    other = relative and another_gender(parse, cue.first - 1, form.gender)  # "التي قال إنها": she did not say it
    if relative and cue.end < len(parse) and parse.keys[cue.end] in _OF_IT and parse.words[cue.opener].folded[0] != "ف":
        other = True  # "التي تحدث عنها فلان"
    if relative and not (
        form.pronoun or other
    ):  # "الذي تتهمه أنقرة": the pronoun is the one accused, and the subject follows
        owner = antecedent(parse, cue.first - 1)
        if cue.complement == "that" and may_begin(parse, cue.end) and not parse.is_time(cue.end):
            owner = None  # "الذي بينت الدراسات أنه": the subject follows
        if owner is not None and agrees(parse, owner, form.gender):
            open_end = cue.complement == "object"
            via, at = adjuncts_after(parse, cue.end, len(parse) if open_end else cue.opener)
            return Holder(owner, via), at if open_end else cue.content, cue.first
        if owner is None and cue.complement in {"that", "speech"} and cue.opener == cue.end:
            text = _told_by(parse, cue.first - 1)
            if text is not None and agrees(parse, text, form.gender):
                return Holder(text, None), cue.content, cue.first  # "الجملة التي تقول إن"
        if cue.complement in {"object", "preposition"} and not _resumed(parse, cue.end):
            return Holder(None, None), cue.content, cue.first  # "الأخطار التي تهدد المدينة": no speaker follows
    if _pronoun_before(parse, cue.first, form.gender):
        via, at = adjuncts_after(parse, cue.end, len(parse) if cue.complement == "object" else cue.opener)
        return Holder(None, via), at if cue.complement == "object" else cue.content, cue.first
    if cue.complement == "preposition" and cue.opener == cue.end and parse.keys[cue.end] in _OF_THAT:
        holder, at = subject_after(parse, cue.end + 1, len(parse), open_end=True)
        if holder.source is not None and at < len(parse) and surely_speaks(parse, holder.source):
            return holder, at, cue.first  # "صرح بذلك فلان، موضحا أن"
    clause = _clause_start(parse, cue.first, floor)
    before = None if relative and (form.pronoun or other) else subject_before(parse, clause, cue.first)
    before = before or of_age(parse, cue.first)
    if (
        before is not None
        and parse.tags[clause - 1].verb
        and (_ends_indefinite(parse, before, cue) or _text_itself(parse, before[0]))
    ):
        before = None  # "اطلع الوزير على معرض يوضح …": a clause that tells which one
    if before is not None and _is_predicate(parse, before):
        before = None  # "ورغم أنها كانت بداية مشجعة، رأت أن"
    was = any(parse.keys[k] in BEEN for k in range(clause, min(clause + 2, cue.first)))
    named_first = any(parse.keys[k] == "اما" for k in range(clause, min(clause + 2, cue.first)))  # "أما فلان فقال"
    fronted = parse.sentence.title or was or named_first or parse.tags[cue.first].conjunction == ""
    takes_object = "object" in form.verb.takes and not parse.is_sign(cue.opener, ":")
    open_end = cue.complement == "object" or (cue.complement in {"speech", "preposition"} and takes_object)
    told = cue.complement == "that" and takes_object and parse.words[cue.opener].folded.startswith("ب")
    strict = open_end or form.verb.addressee or told  # "اتهم المدير النقابة بأن": an object may follow the subject
    stop = len(parse) if cue.complement == "object" else cue.opener
    if before is not None and not open_end and not strict and _stands_between(parse, cue):
        before = None  # "عما إذا كانت …، قال فلان «…»": the subject stands where it can be nothing else
    if (
        before is not None
        and fronted
        and not (accusative(parse, before[0]) and parse.keys[before[0] - 1] not in {"ان", "لكن"})
        and may_speak(parse, before)
        and not (named_first and not surely_speaks(parse, before))
        and agrees(parse, before, form.gender)
        and (cue.complement in {"that", "speech"} or parse.sentence.title or can_speak(parse, before))
    ):
        via, at = adjuncts_after(parse, cue.end, stop)
        return Holder(before, via), at if open_end else cue.content, before[0]
    holder, at = subject_after(parse, cue.end, stop, open_end=strict)
    if holder.source is not None and _lone_participle(parse, holder.source):
        holder = Holder(None, holder.via)  # "وكتبت مؤكدة أن"
    if holder.source is not None and (_is_the_one_meant(parse, cue, at) or _is_burdened(parse, cue, holder.source)):
        return Holder(None, holder.via), (holder.source[0] if open_end else cue.content), cue.first
    if holder.source is not None and not is_subject(parse, cue, holder.source, open_end=open_end):
        return Holder(None, holder.via), (holder.source[0] if open_end else cue.content), cue.first
    if not open_end or (cue.complement != "object" and at >= cue.opener):
        return holder, cue.content, cue.first
    return holder, at, cue.first


_OF_THAT = {"بذلك", "بهذا"}
_OF_IT = {"عنه", "عنها", "عنهم", "به", "بها", "اليه", "اليها", "عليه", "عليها", "منه", "منها"}


def _pronoun_before(parse: Parse, verb: int, gender: str) -> bool:
    """Whether a pronoun joined to the word before a verb is its subject: "لكنها رفضت العرض", "لأنه يطالب بـ"."""
    at = verb - 1
    while at >= 0 and parse.keys[at] in {"قد", "لم", "لا", "لن"}:
        at -= 1
    key = parse.keys[at] if at >= 0 else ""
    stem = next((stem for stem in ("لكن", "لان", "بان", "كان", "ان") if key.startswith(stem)), "")
    ending = key[len(stem) :] if stem else ""
    if stem in {"بان", "ان"} and ending == "ه":
        return False  # "أنه أكد الوزير": the pronoun may stand for nobody
    return bool(stem) and (ending in {"ها", "هم", "هما"} if gender == "f" else ending in {"ه", "هم", "هما"})


def _told_by(parse: Parse, relative: int) -> Range | None:
    """The noun with ال right before a relative pronoun: "الأنباء التي تقول", "الجملة الأولى التي تقول"."""
    end = at = relative
    while at > 0 and parse.tags[at - 1].pos == "adjective" and parse.tags[at - 1].article:
        at -= 1
    noun = parse.tags[at - 1] if at else None
    if noun is not None and noun.stem.endswith(("ين", "ون")) and parse.keys[relative] == "التي":
        return None  # it stands for somebody farther back
    if noun is None or noun.pos != "noun" or not noun.article or source_classes(noun.stem) & {"thing", "quantity"}:
        return None
    return (at - 1, end) if noun.stem not in _MONEY else None


_MONEY = {"دولار", "دولارات", "اموال", "مبالغ", "مبلغ", "ريالات", "دنانير"}


def _resumed(parse: Parse, start: int) -> bool:
    """Whether a pronoun soon after `start` can stand for a relative that is the object: "الذي رفض الوزير توقيعه"."""
    for k in range(start, min(start + 8, len(parse))):
        if parse.words[k].text in "،,.:؛":
            return False
        if parse.tags[k].pronoun or parse.keys[k] in WITH_PRONOUN:
            return True
    return False


def _text_itself(parse: Parse, head: int) -> bool:
    """Whether a noun is an indefinite text: "أصدر الاتحاد بيانا، أكد فيه": it does not say who speaks."""
    classes = parse.source_classes(head) | source_classes(parse.tags[head].stem.removesuffix("ا"))
    return bool(classes & {"document", "post"}) and not parse.tags[head].article


def _is_predicate(parse: Parse, source: Range) -> bool:
    """Whether an indefinite phrase between "was" and a pause tells what somebody was."""
    first, end = source
    tag = parse.tags[first]
    was = first > 0 and parse.keys[first - 1] in BEEN and parse.is_sign(end, "،,")
    return was and not (tag.article or tag.name) and not surely_speaks(parse, source)


def _stands_between(parse: Parse, cue: Cue) -> bool:
    """Whether all that stands between a verb that takes no object and its complement is a name or an office."""
    at = cue.end
    if cue.complement not in {"that", "speech"} or at >= cue.opener or not may_begin(parse, at) or parse.is_time(at):
        return False
    named = parse.is_person(at) or parse.tags[at].pos == "proper" or bool(parse.source_classes(at) & SPEAKING)
    return named and phrase_end(parse, at, cue.opener, strict=False) == cue.opener


def _ends_indefinite(parse: Parse, source: Range, cue: Cue) -> bool:
    """Whether a verb in the present tells of the indefinite noun at the end of a longer phrase right before it."""
    if source[1] != cue.first or source[1] - source[0] < 2 or cue.form is None or cue.form.shape != "present":
        return False
    last = parse.tags[source[1] - 1]
    return last.pos in {"noun", "adjective"} and not (last.article or last.pronoun or last.name)


def _lone_participle(parse: Parse, source: Range) -> bool:
    """Whether a phrase is no more than a participle of saying, which goes on with a dropped subject."""
    first, end = source
    tag = parse.tags[first]
    if end - first != 1 or tag.pos not in {"adjective", "noun"} or tag.article or tag.name or tag.preposition:
        return False
    written = parse.words[first].folded
    return written.endswith(("ه", "ا", "ين")) and any(f.shape == "participle" for f in forms().get(written, ()))


def _is_the_one_meant(parse: Parse, cue: Cue, at: int) -> bool:
    """Whether the one noun phrase before ب is the object: "واتهم الحزب بـ" tells whom somebody accused, or who was."""
    assert cue.form is not None
    if not cue.form.verb.whom or cue.form.pronoun or at >= len(parse):
        return False
    if case_shown(parse, cue.end) == "nominative" and any(_beside(parse, k) for k in range(cue.end + 1, at)):
        return False  # "ويتهم الحوثيون الحكومة بـ", but "يتهم الحوثيون بـ"
    return (
        parse.tags[at].preposition == "ب"
        or parse.words[at].folded == "ب"
        or (at == cue.opener and parse.words[at].folded.startswith("بان"))
    )


def _beside(parse: Parse, k: int) -> bool:
    """Whether word `k` names somebody that the noun before it does not govern nor agree with: "الحوثيون الحكومة"."""
    tag = parse.tags[k]
    named = tag.pos in {"noun", "proper"} and (tag.article or tag.name is not None) and not tag.conjunction
    return named and not tag.stem.endswith("ون") and "preposition" not in parse.grammar[k - 1]


def _is_burdened(parse: Parse, cue: Cue, source: Range) -> bool:
    """Whether the one noun phrase between "held" and "responsible" is the object: "وحملت الشركة كامل المسؤولية عن"."""
    assert cue.form is not None
    if cue.form.verb.lemma != "حمل" or not parse.tags[cue.first].conjunction:
        return False
    at = source[1] + (parse.keys[source[1] : source[1] + 1] in (["كامل"], ["كل"]))
    if at >= len(parse) or parse.tags[at].stem not in {"مسووليه", "مسوليه", "مسووليات"}:
        return False
    return not any(
        parse.tags[k].preposition == "ل" or parse.keys[k] == "علي" for k in range(at, min(at + 6, len(parse)))
    )


def _clause_start(parse: Parse, verb: int, floor: int) -> int:
    """The first word that can belong to the clause of a verb."""
    start = floor
    had = had_done(parse, verb, floor)
    for k in range(floor, verb):
        if (
            parse.grammar[k] & {"subordinator", "that"}
            or parse.words[k].text in "؛:"
            or parse.keys[k] in {"كما", "ثم", "فيما"}
        ):
            start = k + 1
        elif parse.keys[k] == "اما" and parse.is_sign(k - 1, "،,.؛"):
            start = k  # "…، أما فلان فقال"
        if had is not None and k >= had:
            continue  # what looks like a verb there is part of a name
        if (
            parse.tags[k].verb
            and parse.tags[k].name is None
            and parse.keys[k] not in BEEN
            and not _in_relative(parse, k, start)
            and not tells_which(parse, k, verb)
        ):
            start = k + 1
    return start


def _in_relative(parse: Parse, k: int, start: int) -> bool:
    return any("relative" in parse.grammar[m] for m in range(max(start, k - 6), k))
