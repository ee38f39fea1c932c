"""Where the outlet speaks again behind a report: of the occasion, of what was not said, of who denies it."""

from __future__ import annotations

from tawatur.statements.parsing import Parse


def opens_aside(parse: Parse, k: int) -> bool:
    """ "…، وذلك خلال كلمة ألقاها", "…، دون أن يحدد": the outlet tells of the occasion, or of what was not said."""
    if parse.words[k].folded == "وذلك":
        return (
            k + 1 < len(parse)
            and not any(number >= 0 for number in parse.quoted[k : k + 4])
            and (
                parse.keys[k + 1] in {"في", "خلال", "عقب", "ردا", "علي"}
                or (parse.keys[k + 1] in {"بعد", "قبل"} and k + 2 < len(parse))
            )
        )
    if parse.keys[k] == "في" and k + 2 < len(parse) and parse.keys[k + 1] in _HINTS:
        return not {"الي", "علي"}.isdisjoint(
            parse.keys[k + 2 : k + 4]
        )  # "…، في إشارة إلى": the outlet explains what was said
    if _tells_no_more(parse, k):
        return True
    if _no_comment(parse, k) or _denied_by(parse, k):
        return True
    return parse.keys[k] in {"دون", "بدون"} and any(
        parse.keys[m] in {"ان", "مزيد"} | _GIVING for m in range(k + 1, min(k + 3, len(parse)))
    )


_GIVING = {"تقديم", "ذكر", "تحديد", "كشف", "الكشف", "توضيح", "اعطاء", "الادلاء"}  # "دون تقديم تفاصيل"
_HINTS = {"اشاره", "تلميح", "دلاله"}


def _tells_no_more(parse: Parse, k: int) -> bool:
    """ "…، لكنه لم يذكر تفاصيل", "…، ولم تحدد موعدا": the outlet tells what was not said."""
    at = _after_but(parse, k)
    if at + 1 >= len(parse) or parse.keys[at] != "لم" or not (at > k or parse.tags[k].conjunction):
        return False
    return parse.keys[at + 1] in _NOT_TOLD


def _after_but(parse: Parse, k: int) -> int:
    """The word behind "لكنه" or "غير أنه" where one stands at `k`, else `k`."""
    if parse.keys[k] in _BUT:
        return min(k + 1, len(parse) - 1)
    return k + 2 if parse.keys[k] == "غير" and k + 2 < len(parse) and parse.keys[k + 1] in _THAT_HE else k


def tells_what_was_not_said(parse: Parse, k: int) -> bool:
    """ "… من دون أن تحدد طبيعتها", "… لكنه لم يذكر اسما", "… وذلك في إشارة إلى": told of a speech without a pause."""
    if parse.quoted[k] >= 0 or k + 2 >= len(parse):
        return False
    key, following = parse.keys[k], parse.keys[k + 1]
    if (at := _after_but(parse, k)) > k:
        return parse.keys[at] == "لم" and at + 1 < len(parse) and parse.keys[at + 1] in _NOT_TOLD
    if (key == "من" and following in {"دون", "غير"}) or (key in {"دون", "بدون"} and parse.keys[k - 1] != "من"):
        at = k + 1 + (key == "من")
        return at + 1 < len(parse) and parse.keys[at] == "ان" and parse.keys[at + 1] in _NOT_TOLD
    return key == "ذلك" and following == "في" and parse.keys[k + 2] in _HINTS


def _no_comment(parse: Parse, k: int) -> bool:
    """ "…، في حين لم يصدر أي تعليق", "…، ولم يتسن التأكد": what the outlet waited for in vain."""
    at = k + (2 if parse.keys[k : k + 2] == ["في", "حين"] else 1 if parse.keys[k] in {"فيما", "بينما"} else 0)
    near = parse.keys[at : at + 4]
    if parse.quoted[k] >= 0 or near[:1] != ["لم"] or (at == k and not parse.tags[k].conjunction) or len(near) < 3:
        return False
    return near[1] in {"يتسن", "يتسني"} or (
        near[1] in {"يصدر", "تصدر", "يرد", "ترد"} and not _COMMENTS.isdisjoint(near)
    )


_COMMENTS = {"تعليق", "بيان", "رد", "تاكيد", "توضيح", "تعليقات"}


def _denied_by(parse: Parse, k: int) -> bool:
    """ "…، وهو ما تنفيه موسكو": what others say of it."""
    return parse.quoted[k] < 0 and k + 2 < len(parse) and looks_back(parse, k) and parse.keys[k + 2] in _DENY


def looks_back(parse: Parse, k: int) -> bool:
    """Whether "وهو ما", "وهي الأمر" begins at `k`: a clause about all that stands before it."""
    return parse.words[k].folded in {"وهو", "وهي"} and k + 1 < len(parse) and parse.keys[k + 1] in {"ما", "الامر"}


_DENY = {"تنفيه", "ينفيه", "نفته", "نفاه", "تنكره", "ينكره", "انكرته", "انكره", "تنفيها", "ينفيها", "نفتها", "نفاها"}
_BUT = {"لكنه", "لكنها", "لكنهم", "لكنهما"}
_THAT_HE = {"انه", "انها", "انهم", "انهما"}
NOT_SAID_OPENS = _BUT | {"غير", "من", "دون", "بدون", "ذلك"}
"""The keys that `tells_what_was_not_said` can hold at; few words have one."""
_NOT_TOLD = {
    person + verb
    for person in ("ي", "ت")
    for verb in (
        "قدم",
        "ذكر",
        "حدد",
        "وضح",
        "كشف",
        "عط",
        "دل",
        "فصح",
        "شر",
        "تطرق",
        "علق",
        "فصل",
        "سم",
        "ورد",
        "قدموا",
        "شير",
        "عطي",
        "دلي",
        "سمي",
    )
}
