"""Attribution frames of a sentence: a cue, the source phrase it belongs to, and the words reported.

Frames may nest ("قال المتحدث إن الوزارة أعلنت أن …") or follow each other ("… وأضاف أن …، مشيراً إلى أن …"). A
frame whose source is None carries the speaker over from the frame before it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tawatur.languages.ar.cues import CueForm
from tawatur.statements.acting import acting_subject
from tawatur.statements.agreement import another_gender
from tawatur.statements.around import around
from tawatur.statements.channels import issuer
from tawatur.statements.complements import opens_content
from tawatur.statements.cue_phrases import Cue
from tawatur.statements.cues import COMES, find_cues
from tawatur.statements.frame import Frame, Group
from tawatur.statements.holders import Holder, subject_after
from tawatur.statements.labels import label
from tawatur.statements.nesting import hands_on, parent_of, still_told
from tawatur.statements.no_report import (
    can_report,
    counted,
    no_speaker,
    of_indefinite,
    only_the_one_told,
    that_i,
    told_by_indefinite,
)
from tawatur.statements.noun_cues import talk, told_already
from tawatur.statements.parsing import Parse
from tawatur.statements.passives import marked_passive, names_nobody
from tawatur.statements.phrases import HIS_WORDS, Range, phrase_end
from tawatur.statements.reach import cut_at_their_ends
from tawatur.statements.saying import before_its_noun, saying_at
from tawatur.statements.spoken_for import TO_HIM, relayed, spoken_for
from tawatur.statements.subjects import subject_of

# Past verbs that are spelled like their nouns of action: "في الدفاع عنها ورفض كل أشكال التدخل".
_NOUNS_TOO = {"رفض", "طلب", "نفي", "رد", "ذكر", "وصف", "نقل", "كشف", "وعد", "شجب"}


def find_frames(parse: Parse) -> list[Frame]:
    """The frames of a sentence in reading order; contents are cut where the next frame on the same level begins."""
    frames: list[Frame] = []
    heading = label(parse)
    if heading is not None:
        frames.append(heading)
    for cue in find_cues(parse):
        previous = frames[-1] if frames else None
        if previous is not None and previous.source is not None and previous.source[0] == cue.end:
            continue  # "على لسان": told by the frame before
        if previous is not None and _tells_who(previous, cue):
            continue  # "ووفقا للموقع الذي نقلت عنه الصحيفة، فإن": a clause that tells which source
        if cue.phrase is not None and cue.phrase.group == "impersonal" and still_told(previous, cue):
            continue  # "قال إن …، ومن المنتظر عقد قمة": he expects it
        frame = around(parse, cue, frames) if cue.complement == "around" else _said(parse, cue, previous)
        if frame is None or _of_relative(parse, cue, frame) or told_already(frame, previous):
            continue
        if frame.group != "around":
            parent = parent_of(parse, frame, frames) if frame.group != "note" else None
            if parent is not None and frame.group == "impersonal" and frames[parent].source is not None:
                continue  # "قال إن من المرجح أن …": the likelihood is the speaker's, and nobody else vouches for it
            if parent is not None and _told_of(parse, cue, frame, frames[parent]):
                continue  # "قال إن القاضي رفض الطلب": the speaker tells of a refusal, and vouches for it
            frame = frame if parent is None else replace(frame, parent=parent)
        frames.append(frame)
    return cut_at_their_ends(parse, frames)


def _tells_who(previous: Frame, cue: Cue) -> bool:
    """Whether a cue stands in the clause that tells who the source beside a report is."""
    if previous.group != "around" or previous.source is None or previous.content[0] < cue.first:
        return False
    return previous.source[0] < cue.first < previous.source[1]


def _told_of(parse: Parse, cue: Cue, frame: Frame, parent: Frame) -> bool:
    """Whether a report inside somebody's words is only an act that he tells of."""
    told = frame.opened in {"object", "preposition"} and parent.group == "said"
    return told and not hands_on(parse, parent, frame) and not _he_himself(parse, cue)


def _of_relative(parse: Parse, cue: Cue, frame: Frame) -> bool:
    """ "التي تعتبر …": a verb of judgement whose subject is a relative pronoun reports nobody's words."""
    return bool(
        frame.source is None
        and cue.first
        and cue.complement in {"object", "preposition"}
        and "relative" in parse.grammar[cue.first - 1]
    )


def _he_himself(parse: Parse, cue: Cue) -> bool:
    """ "قال إنه يتوقع لقاء", "قالت إنها تأمل في": what he says he expects or hopes for is his own."""
    lemma = cue.form.verb.lemma if cue.form is not None else ""
    return lemma in _INNER and cue.form is not None and cue.form.shape == "present" and _its_pronoun(parse, cue.first)


_INNER = {"توقع", "أمل", "تمنى"}


def _stands_for(parse: Parse, verb: int, gender: str) -> bool:
    """Whether a relative pronoun right before a verb is its subject: nobody else can be."""
    return any(
        "relative" in parse.grammar[k] and not another_gender(parse, k, gender) for k in range(max(0, verb - 2), verb)
    )


def _floor(previous: Frame | None, verb: int) -> int:
    """The first word that the frame before leaves to the clause of a verb."""
    if previous is None:
        return 0
    if previous.content[0] <= verb:
        return previous.content[0]
    return previous.cue[1] if previous.cue else 0


def _said(parse: Parse, cue: Cue, previous: Frame | None) -> Frame | None:
    told, content, start = (cue.first, cue.end), (cue.content, len(parse)), cue.first
    if cue.phrase is not None and cue.phrase.group in {"impersonal", "note"}:
        group: Group = "impersonal" if cue.phrase.group == "impersonal" else "note"
        return Frame(group, told, None, None, content, start=start)
    if cue.form is not None:
        marked = marked_passive(parse, cue, cue.form)
        if marked and cue.form.verb.lemma in {"طلب", "أمر", "سأل"} and cue.complement in {"object", "preposition"}:
            return None  # "يُطلب منه رسم" tells what is done to somebody
        if marked or names_nobody(parse, cue):
            # ضمة written on the verb, an object that is wanting, a finger of blame: nobody is named.
            verb = cue.form.verb
            return Frame("impersonal", told, None, None, content, verb, opened=cue.complement, start=start)
        return _said_by_verb(parse, cue, cue.form, previous)
    if cue.phrase is not None and cue.phrase.group in {"talk", "suspicion"}:
        return talk(parse, cue, previous)
    # قوله: the words of the one just named
    source = acting_subject(parse, start, "") if cue.phrase is not None and cue.phrase.group == "plea" else None
    if (
        source is not None
        and previous is not None
        and not (previous.opened == "that" and previous.content[0] <= source[0])
    ):
        source = None  # only inside a report: "قالت المصادر إن المسلحين أغلقوا السوق بذريعة"
    return Frame("said", told, source, None, content, shape="noun", start=start)


class _Head(NamedTuple):
    """What stands at the head of a report: the cue, who speaks and hands it on, and where the content and it begin."""

    cue: Cue
    holder: Holder
    relay: Range | None
    content: int
    start: int


def _head(parse: Parse, cue: Cue, form: CueForm, previous: Frame | None) -> _Head | None:
    """The head of a report by its verb, None where it is none."""
    content, start = cue.content, cue.first
    holder = Holder(None, None)
    if form.verb.relay and form.shape != "participle":
        return _handed_on(parse, cue, form)
    if form.shape in {"past", "present"}:
        if _its_pronoun(parse, cue.first):
            content = cue.end if form.verb.lemma in _ASKED else cue.content
        else:  # "وصفه الرئيس بأنه": the pronoun is the object, the noun after the verb the subject
            holder, content, start = subject_of(parse, cue, _floor(previous, cue.first))
        if holder.source is not None:
            holder, content = spoken_for(parse, cue, holder, content)
    elif cue.opener > cue.end:
        holder, _ = subject_after(parse, cue.end, cue.opener, open_end=False)
        if form.shape == "participle" or form.pronoun or parse.tags[cue.first].article:
            holder = Holder(None, holder.via)
    return _Head(cue, holder, None, content, start)


def _handed_on(parse: Parse, cue: Cue, form: CueForm) -> _Head | None:
    """ "نقلت الوكالة عن الوزير قوله إن": who hands it on, and the cue is the noun that opens his words."""
    start = cue.first
    relay, holder = relayed(parse, cue)
    if relay is None and (holder.source is None or form.verb.lemma == "نسب"):
        return None  # "ونسبتهم": their share
    words = next((k for k in range(cue.end, cue.opener) if parse.keys[k] in HIS_WORDS), None)
    if words is not None:
        cue = replace(cue, first=words, end=words + 1)
    return _Head(cue, holder, relay, cue.content, start)


def _said_by_verb(parse: Parse, cue: Cue, form: CueForm, previous: Frame | None) -> Frame | None:
    end, verb = len(parse), cue.first
    head = _head(parse, cue, form, previous)
    if head is None or head.content >= end:
        return None
    cue, holder, relay, content, start = head
    if form.verb.addressee and cue.complement == "object" and only_the_one_told(parse, content):
        return None
    if holder.source is None and cue.complement == "that" and that_i(parse, cue.opener):
        return None
    if holder.source is None and relay is None:
        dropped = _dropped(parse, cue, form, holder, previous)
        if dropped is None:
            return None
        holder = dropped
    if not can_report(parse, cue, form, holder):
        return None
    if holder.source is not None:
        holder = Holder(before_its_noun(parse, holder.source, form.verb.needs), holder.via)
    if (saying := saying_at(parse, cue, form)) is not None:
        cue = replace(cue, first=saying, end=saying + 1)
    if holder.source is not None and no_speaker(parse, holder.source):
        holder = Holder(None, holder.via)
    things = counted(parse, holder.source) if holder.source is not None and form.verb.lemma != "نص" else ()
    if any("thing" in parse.source_classes(k) for k in things):
        return None  # "الخطوة تؤكد أن": what happened says nothing; the outlet draws the conclusion
    if form.verb.lemma in COMES and holder.source is None and holder.via is None and (text := _text(parse, cue)):
        holder = Holder(text, None)  # "وورد في التحقيق أن"
    holder = _issued(parse, holder, form)
    gender, number = form.gender, form.number
    if relay is not None and holder.source is None:
        gender, number = next((TO_HIM[k] for k in parse.keys[verb : cue.opener] if k in TO_HIM), ""), ""
    return Frame(
        "said", (cue.first, cue.end), holder.source, holder.via, (content, end), form.verb, form.shape, gender,
        number, relay, opened=cue.complement, start=min(start, holder.source[0] if holder.source else start),
    )  # fmt: skip


def _dropped(parse: Parse, cue: Cue, form: CueForm, holder: Holder, previous: Frame | None) -> Holder | None:
    """Who is meant where no subject stands by a verb, as far as the sentence tells; None where nobody reports."""
    silent = previous is None or previous.group == "note"
    first = silent and form.shape in {"past", "present", "participle"}
    if first and cue.first and cue.complement == "object" and parse.keys[cue.first] in _NOUNS_TOO:
        return None
    if of_indefinite(parse, cue):
        return None
    if told_by_indefinite(parse, cue):
        return Holder((cue.first - 1, cue.first), holder.via)
    if form.verb.lemma == "أجاب":
        first = False  # whoever is asked has spoken before
    if first and cue.first > 1 and not _stands_for(parse, cue.first, form.gender):
        return Holder(acting_subject(parse, cue.first, form.gender), holder.via)
    return holder


def _issued(parse: Parse, holder: Holder, form: CueForm) -> Holder:
    """Whoever a text or occasion is of speaks by it: "بيان الوزارة يؤكد", "جاء في بيان للوزارة"."""
    source, via = holder.source, holder.via
    if source is not None:
        owner = issuer(parse, source)
        return holder if owner is None else Holder(owner, (source[0], owner[0]))
    if via is None:
        return holder
    if owner := issuer(parse, (via[0] + 1, via[1])):
        return Holder(owner, (via[0], owner[0]))
    return Holder(_text_in(parse, via), via) if form.verb.lemma in COMES else holder


def _its_pronoun(parse: Parse, verb: int) -> bool:
    """ "كما أنه طالب الحزب بـ": the pronoun of the أن right before a verb is its subject, what follows its object."""
    return verb > 0 and opens_content(parse, verb - 1) and parse.words[verb - 1].text.endswith(("ه", "ها", "هم"))


_ASKED = {"طالب", "ناشد", "دعا", "حث", "حض", "اتهم"}  # whom they ask or blame belongs to what they report


def _text(parse: Parse, cue: Cue) -> Range | None:
    """The text in which a report comes, right behind its verb."""
    at = cue.end + 1
    if parse.keys[cue.end] != "في" or at >= cue.opener or "document" not in parse.source_classes(at):
        return None
    end = phrase_end(parse, at, cue.opener, strict=False)
    return (at, end) if end > at and not parse.tags[at].pronoun else None


def _text_in(parse: Parse, via: Range) -> Range | None:
    """The text that a channel names ("في تقرير اللجنة"), None for an occasion or one that is only referred to."""
    first = via[0] + 1
    if first >= via[1] or not parse.source_classes(first) & {"document", "post"} or parse.tags[first].pronoun:
        return None
    return first, via[1]
