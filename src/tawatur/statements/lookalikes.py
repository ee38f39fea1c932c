"""Words that are spelled like cues and report nothing here: negated, passive, measuring, or spoken by somebody else."""

from __future__ import annotations

from tawatur.statements.complements import that_within
from tawatur.statements.parsing import Parse


def reports_nothing(parse: Parse, i: int) -> bool:
    """Whether word `i`, which can be a reporting verb, surely is none here."""
    return any(
        check(parse, i) for check in (_negated, _inside_quotation, _keeps_name_back, _tells_name_or_age, _only_classes)
    )


def _negated(parse: Parse, i: int) -> bool:
    return i > 0 and parse.keys[i - 1] in {"لم", "لن", "لا", "دون", "غير", "عدم"}


def _keeps_name_back(parse: Parse, i: int) -> bool:
    """ "رفض ذكر اسمه", "طلب عدم الكشف عن هويته": the words say that the source is unnamed, and report nothing."""
    return any("anonymity" in parse.source_classes(k) for k in range(i + 1, min(i + 6, len(parse))))


def _tells_name_or_age(parse: Parse, i: int) -> bool:
    """ "يدعى فلان", "تبلغ من العمر": passives and measures that are spelled like verbs of report."""
    if parse.keys[i] in {"يدعي", "تدعي"}:
        return parse.words[i].text.endswith("ى")
    if parse.keys[i] not in {"يبلغ", "تبلغ", "بلغ", "بلغت"} or i + 1 >= len(parse):
        return False
    return parse.keys[i + 1] == "من" or parse.tags[i + 1].pos == "number" or parse.words[i + 1].text[0].isdigit()


def _only_classes(parse: Parse, i: int) -> bool:
    """ "وتعد هذه الصفقة انتصارا", "تعتبر خطوة": the outlet says what a thing counts as; nobody promises or judges."""
    if parse.keys[i] in {"يعد", "تعد"}:
        return that_within(parse, i + 1, 3) is None and not any(
            parse.tags[k].preposition == "ب" for k in range(i + 1, min(i + 5, len(parse)))
        )
    if parse.keys[i] not in {"يعتبر", "تعتبر"} or that_within(parse, i + 1, 12) is not None:
        return False
    return not names_speaker(parse, i + 1, min(i + 3, len(parse))) and not names_speaker(parse, max(i - 4, 0), i)


def names_speaker(parse: Parse, first: int, end: int) -> bool:
    """Whether a name, an office or a body stands among these words."""
    speaking = {"role", "organisation", "anonymous", "witness", "group", "document", "medium"}
    return any(parse.tags[k].name or parse.source_classes(k) & speaking for k in range(first, end))


def has_subject(parse: Parse, first: int, end: int) -> bool:
    """Whether the first of these words can be the subject of a verb right before it: it names somebody, or has ال."""
    return names_speaker(parse, first, end) or (
        first < end and parse.tags[first].article and parse.tags[first].pos == "noun"
    )


def _inside_quotation(parse: Parse, i: int) -> bool:
    """Inside a quotation longer than a name the speaker's own verbs do not report to the reader."""
    number = parse.quoted[i]
    return number >= 0 and parse.quoted.count(number) > 6
