"""Clauses between a verb of report and what it reports that only tell of its source or channel."""

from __future__ import annotations

from tawatur.statements.parsing import Parse

ADDRESSED = 4  # words: "أجاب الوزير السابق، قائلا: …" has one complement
ON_IT = (["عليه"], ["عليها"])


def keeps_name_back(parse: Parse, k: int) -> bool:
    """Whether the words after `k` say that a name is kept back: "رفض ذكر اسمه", "طلب عدم الكشف عن هويته"."""
    near = range(k + 1, min(k + 6, len(parse)))
    return not parse.tags[k].conjunction and any("anonymity" in parse.source_classes(m) for m in near)


def has_seen(parse: Parse, k: int) -> bool:
    """ "بيان اطلعت عليه الوكالة": who has seen a text tells nothing by that."""
    return parse.keys[k] in {"اطلع", "اطلعت"} and parse.keys[k + 1 : k + 2] in ON_IT


def after_channel(parse: Parse, start: int, k: int) -> bool:
    """ "في بيان نشر على …", "في إعلان تم بثه": a clause that tells of the channel just named, and reports nothing."""
    if parse.tags[k].conjunction and not (parse.keys[k] in _OBTAINED and parse.keys[k + 1 : k + 2] in ON_IT):
        return False
    named = (m for m in range(k - 1, max(start, k - 5) - 1, -1) if parse.tags[m].verb or _occasion(parse, m))
    near = next(named, None)
    return near is not None and (
        _occasion(parse, near) or (near == k - 1 and parse.keys[near] == "تم") or after_channel(parse, start, near)
    )


_OBTAINED = {"حصل", "حصلت", "اطلع", "اطلعت"}  # "في وثيقة سرية وحصلت عليها الوكالة"


def _occasion(parse: Parse, m: int) -> bool:
    return bool(parse.source_classes(m) & {"occasion", "document", "post"}) and not parse.tags[m].article


def by_what(parse: Parse, start: int, k: int) -> bool:
    """ "قال فلان، وفقا لما ذكرته الوكالة: «…»": set off behind the speaker, the verb tells who hands it on."""
    if parse.keys[k - 1] not in {"ما", "لما"} or not start < k - 3 < start + ADDRESSED:
        return False
    return parse.keys[k - 2] in {"وفقا", "وفق", "حسب", "بحسب", "طبقا"} and parse.is_sign(k - 3, "،,")


def naming(parse: Parse, k: int) -> bool:
    """ "المستثمر، ويدعى فلان،": the verb tells the name or the age of the one who speaks."""
    return parse.keys[k] in {"يدعي", "تدعي", "يسمي", "تسمي", "يبلغ", "تبلغ"} and parse.is_sign(k - 1, "،,(")
