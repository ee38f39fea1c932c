"""Sources that stand beside what they say without a verb over it: "بحسب …" around a clause."""

from __future__ import annotations

from tawatur.statements.abbreviations import abbreviates
from tawatur.statements.agreement import agrees, may_speak
from tawatur.statements.channels import channel_at, issuer
from tawatur.statements.complements import readings
from tawatur.statements.cue_phrases import HIS_OWN, Cue
from tawatur.statements.frame import Frame, Group
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range, phrase_end


def around(parse: Parse, cue: Cue, frames: list[Frame]) -> Frame | None:
    """ "بحسب …": the source follows the cue, the content is the clause around."""
    at, stop = _where(parse, cue)
    told = (cue.first, cue.end)
    if at < stop and (mine := _unnamed(parse, at, stop)) is not None:
        content = _clause_around(parse, cue, frames, mine)
        via, gender = channel_at(parse, at, len(parse)), cue.form.gender if cue.form else ""
        if content[0] >= content[1]:
            return None
        return Frame("around", told, None, via, content, None, "per", gender, start=cue.first, opened="around")
    end = phrase_end(parse, at, len(parse), strict=False) if at < len(parse) else at
    end += at < end < len(parse) and parse.keys[end] in _SAME
    if at < end < len(parse) and parse.keys[end] in {"له", "لها", "لهم"} and "document" in parse.source_classes(at):
        content = _clause_around(parse, cue, frames, end + 1)  # "بحسب تصريحات له": his own, nobody's else
        if content[0] >= content[1]:
            return None
        return Frame("around", told, None, (at, end), content, None, "per", start=cue.first, opened="around")
    if end > at and ((parse.keys[at] in _SPELLS and not parse.source_classes(at)) or _measures(parse, at)):
        return None  # "وفق ما شهدته الفترة الأخيرة", "بسعر 70 دولارا، حسب الأسعار العالمية"
    end = _with_relative(parse, at, end, stop)
    if end <= at:
        return None
    if cue.phrase is not None and cue.phrase.group == "per_said" and not _speaks(parse, cue, (at, end)):
        return None  # "كما أكدت انتحار السائق": what she confirmed
    return _named_around(parse, cue, frames, (at, end), stop)


def _where(parse: Parse, cue: Cue) -> Range:
    """Where the source after a cue can begin, and where it ends at the latest."""
    at = _past_day(parse, cue.end)
    stop = next(
        (
            k
            for k in range(at, len(parse))
            if (parse.words[k].text in "،,.؛:" and not abbreviates(parse, k)) or parse.keys[k] in _THEN
        ),
        len(parse),
    )
    if at < stop and parse.words[at].folded == "ل":
        at += 1
    if at + 1 < stop and parse.keys[at] in {"في", "خلال"} and parse.source_classes(at + 1) & {"document", "post"}:
        at += 1  # "بحسب ما جاء في كتاب": the book says it
    if at < stop and parse.words[at].folded in {"به", "بها", "عنه", "عنها", "له", "لها", "اليه", "اليها"}:
        at += 1  # "بحسب ما صرح به الوزير"
    return at, stop


def _with_relative(parse: Parse, at: int, end: int, stop: int) -> int:
    """The end of a source with the relative clause that tells which one it is, up to a pause or an أن."""
    if end > at and (end >= len(parse) or "relative" not in parse.grammar[end]):
        return end
    end = next((k for k in range(max(end, at) + 1, stop) if "that" in parse.grammar[k]), stop)
    return end - (end > at + 1 and parse.keys[end - 1] in {"الي", "علي", "من"})


def _named_around(parse: Parse, cue: Cue, frames: list[Frame], source: Range, stop: int) -> Frame | None:
    """The frame of a phrase that names its source, with whoever hands it on or whose text it is."""
    at, end = source
    group: Group = "relay" if cue.phrase is not None and cue.phrase.group == "via" else "around"
    relay = None
    if cue.form is not None and cue.form.verb.relay:
        about = next((k for k in range(at, min(at + 10, len(parse))) if parse.keys[k] == "عن"), None)
        if about is not None and about + 1 < len(parse):
            relay = (at, min(end, about))
            source = (about + 1, max(phrase_end(parse, about + 1, len(parse), strict=False), about + 2))
    unnamed = end < stop < len(parse) and any("anonymity" in parse.source_classes(k) for k in range(end, stop))
    content = _clause_around(parse, cue, frames, stop if unnamed else end)  # "بحسب مسؤول رفض ذكر اسمه، فإن …"
    if content[0] >= content[1]:
        return None
    verb = cue.form.verb if cue.form else None
    via = channel_at(parse, source[1], len(parse)) if source[1] < len(parse) else None
    if (owner := issuer(parse, source)) is not None:
        via, source = (source[0], owner[0]), owner
    return Frame(
        group, (cue.first, cue.end), source, via or relay, content, verb, "per", relay=relay, start=cue.first,
        opened="around"
    )  # fmt: skip


def _past_day(parse: Parse, at: int) -> int:
    """Past a day between commas: "كما أعلن، السبت، مصدر قريب من التحقيق"."""
    if not parse.is_sign(at, "،,"):
        return at
    close = next((k for k in range(at + 1, min(at + 6, len(parse) - 1)) if parse.is_sign(k, "،,")), None)
    return close + 1 if close is not None and all(parse.is_time(k) for k in range(at + 1, close)) else at


_SAME = {"نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "عينها"}  # "بحسب المصادر نفسها"
_SPELLS = {"الفتره", "المرحله", "الايام", "الاسابيع", "الاشهر", "السنوات", "الاعوام"}


def _measures(parse: Parse, at: int) -> bool:
    """Whether a noun is what something goes by and nobody who says it: "طبقا للعرض والطلب", "وفق المواصفات"."""
    tag = parse.tags[at]
    if tag.name is not None or any(tag.name == "person" for tag in parse.tags[at + 1 : at + 3]):
        return False
    following = parse.tags[at + 1] if at + 1 < len(parse) else None
    if tag.stem == "موقع":  # "طبقا للموقع والمساحة", but "بحسب موقع المدار"
        return following is not None and following.conjunction == "و" and following.stem in _GOES_BY
    return tag.stem in _GOES_BY


_GOES_BY = {
    "اسعار", "سعر", "معايير", "معيار", "حاجه", "احتياجات", "نمو", "ظروف", "نوع", "حجم", "مساحه", "عمر",
    "اولويات", "اولويه", "مقتضيات", "مقتضي", "رغبه", "مواصفات", "توقيت", "اعراف", "درجه", "مستوي", "امكانيات",
    "قدرات", "ضوابط", "عرض", "طلب", "اهداف", "جدول", "اليه", "اليات",
}  # fmt: skip


def _speaks(parse: Parse, cue: Cue, source: Range) -> bool:
    """Whether the noun phrase after "كما ذكر" is who said so, by the verb's gender and by what can speak."""
    forms = [cue.form] if cue.form else readings(parse, cue.end - 1)
    return may_speak(parse, source) and (not forms or any(agrees(parse, source, form.gender) for form in forms))


def _unnamed(parse: Parse, at: int, stop: int) -> int | None:
    """Where "حسب قوله", "بحسب ما ذكرت على صفحتها" end: they name nobody, and the one who speaks goes on."""
    if parse.keys[at] in HIS_OWN or (parse.keys[at] == "هولاء" and not parse.words[at + 1].text[0].isalnum()):
        return at + 1
    if parse.words[at].folded[0] == "ل" and parse.words[at - 1].folded in {"به", "بها"}:
        return stop
    if (parse.words[at].folded == "ل" or parse.words[at].text.startswith("لـ")) and parse.keys[at - 1] in {
        "قاله",
        "قالته",
        "صرح",
        "صرحت",
        "ذكره",
        "ذكرته",
    }:
        return stop  # "وفقا لما قاله لـ«المدار»"
    if parse.keys[at] in {"في", "عبر", "علي", "خلال"} and not parse.tags[at].name:
        return stop
    return None


def _clause_around(parse: Parse, cue: Cue, frames: list[Frame], end: int) -> Range:
    """The clause that a phrase ending at `end` names the source of: what follows it at the head, else what precedes."""
    if cue.first <= 1 or _opens_clause(parse, cue.first):
        near = range(end, min(end + _CLAUSE, len(parse)))
        begin = next((k for k in near if parse.words[k].folded in _THEN), end)  # "حسب بيان نشر لاحقا، فإن …"
        while begin < len(parse) and (
            parse.words[begin].text in "،,:" or parse.keys[begin] in {"فان", "ان", "فانه", "فانها"}
        ):
            begin += 1
        return begin, len(parse)
    floor = max((f.start for f in frames if f.group == "around" and f.content[0] > f.start), default=0)
    parted = next((f for f in frames if f.cue is not None and f.cue[1] <= cue.first < f.content[0]), None)
    if parted is not None:  # "وشدد الوفد، وفقاً للمصدر، على …": it stands between a verb and what it reports
        return parted.content
    previous = next((f for f in reversed(frames) if f.content[0] <= cue.first < f.content[1]), None)
    if previous is None and _goes_on(parse, cue, floor, end):
        return floor, len(parse)
    if previous is not None and cue.first - previous.content[0] <= 1:  # "وذكرت الصحيفة، نقلا عن المحافظ، مقتل …"
        return min(end + parse.is_sign(end, "،,"), previous.content[1]), previous.content[1]
    if previous is not None and _beside(previous):
        return floor, cue.first
    return (previous.content[0] if previous is not None else floor), cue.first


def _beside(frame: Frame) -> bool:
    """ "قتل خمسة، فيما حذر خبراء من المزيد، بحسب الوكالة": what somebody did by words beside other news is told too."""
    return frame.start > 2 and (frame.group == "impersonal" or frame.opened in {"object", "preposition"})


def _goes_on(parse: Parse, cue: Cue, floor: int, end: int) -> bool:
    """ "أعدت البلاد، بحسب دبلوماسيين، مسودة القرار": what follows completes the clause before, or counts in it."""
    paused, closed = parse.is_sign(cue.first - 1, _PAUSES), parse.is_sign(end, _PAUSES)
    after = end + closed
    if (paused and not closed) or after + 1 >= len(parse):
        return False
    if closed and parse.keys[after] in _COUNTING:
        return True
    if cue.first - floor > _BEGUN or parse.is_sign(after + 1, _PAUSES):
        return False
    following = parse.tags[after]
    return not (
        following.conjunction
        or (following.verb and (paused or closed))
        or parse.grammar[after] & {"relative", "subordinator", "that"}
        or parse.keys[after] in {"كما", "فيما", "بينما", "لكن", "حيث", "اذ", "مما", "ما", "ثم"}
        or any(f.shape == "participle" for f in readings(parse, after))
    )


_COUNTING = {"بينهم", "بينها", "منهم", "منها", "اي"}  # "قتل خمسة، بحسب الشرطة، بينهم طفل"
_PAUSES = "،,–-"
_BEGUN = 8  # words of a clause that waits for its end behind an aside


def _opens_clause(parse: Parse, first: int) -> bool:
    """ "…، وبحسب الإحصاءات بلغ …": joined by و, the phrase opens the clause that it is the source of."""
    return parse.words[first].folded in _AND_BY and not parse.is_sign(first + 1, "،,")


_AND_BY = {"وبحسب", "وحسب", "ووفق", "ووفقا", "وطبقا", "واستنادا"}
_CLAUSE = 14  # words of a relative clause or an apposition after a source
_THEN = {"فان", "فانه", "فانها"}
