"""What a noun shows by itself: that it names somebody who can speak, or stands in the accusative."""

from __future__ import annotations

from tawatur.languages.ar.vocabulary import source_classes
from tawatur.statements.parsing import Parse


def names_speaker(parse: Parse, first: int, end: int) -> bool:
    """Whether a name, an office or a body stands among these words."""
    speaking = {"role", "organisation", "anonymous", "witness", "group", "document", "medium"}
    return any(parse.tags[k].name or parse.source_classes(k) & speaking for k in range(first, end))


def has_subject(parse: Parse, first: int, end: int) -> bool:
    """Whether the first of these words can be the subject of a verb right before it: it names somebody, or has ال."""
    return names_speaker(parse, first, end) or (
        first < end and parse.tags[first].article and parse.tags[first].pos == "noun"
    )


_MUTE = {"thing", "document", "post", "occasion"}


def accusative(parse: Parse, at: int) -> bool:
    """Whether an indefinite noun or adjective ends in the ا of the accusative ("ورفعت تقريرا"): it is no subject."""
    if at >= len(parse):
        return False
    tag = parse.tags[at]
    bare_form = tag.stem.removesuffix("ا")
    return (
        (tag.pos in {"noun", "adjective"} or (tag.pos == "proper" and bool(source_classes(bare_form) & _MUTE)))
        and not (tag.article or tag.pronoun or tag.name)
        and len(tag.stem) > 4
        and parse.words[at].text.rstrip("\u064b").endswith("ا")
        and not parse.source_classes(at) - {"occasion", "meeting", "stance"}
    )


def his_talk(parse: Parse, k: int) -> bool:
    """Whether word `k` is "حديثها", "كلمته": what somebody goes on with or ends, and nobody's name."""
    return parse.keys[k] in _HIS_TALK


_HIS_TALK = {
    noun + whose
    for noun in ("حديث", "كلام", "كلمت", "خطاب", "مداخلت", "حوار", "تصريحات")
    for whose in ("ه", "ها", "هم", "هما")
}
