"""Whom and where a speaker spoke: a phrase of the one told, an occasion or a network, which no name goes on with."""

from __future__ import annotations

from tawatur.languages.ar.vocabulary import source_classes
from tawatur.languages.media import known_medium
from tawatur.statements.parsing import Parse


def told_medium(parse: Parse, at: int) -> int | None:
    """Where a medium ends that is written with the ل of the one spoken to: "لرويترز", "لفرانس برس", "لـCNN"."""
    text = parse.words[at].text
    if text.startswith("لـ") and len(text) > len("لـ"):
        return at + 1
    bare = text.removeprefix("ل")
    for words in (3, 2, 1):
        rest = [word.text for word in parse.words[at + 1 : at + words]]
        if len(rest) == words - 1 and (not rest or rest[-1].isalnum()) and known_medium(" ".join((bare, *rest))):
            return at + words
    return None


def opens_channel(parse: Parse, at: int) -> bool:
    """Whether a channel phrase begins here: a preposition with an occasion, a network or a medium after it."""
    key, tag = parse.keys[at], parse.tags[at]
    if parse.words[at].text.startswith("ل") and told_medium(parse, at) is not None:
        return True  # "قال لـCNN", "قال لبي بي سي"
    if parse.words[at].folded[0] == "ل" and source_classes(parse.words[at].folded[1:]) & {"audience", "medium"}:
        return True  # "لراديو المدار"
    if key in {"في", "فى", "عبر", "علي", "خلال", "اثناء", "ضمن"} and at + 1 < len(parse):
        classes = parse.source_classes(at + 1)
        nearby = classes | (parse.source_classes(at + 2) if at + 2 < len(parse) else frozenset())
        own = "document" in classes and parse.tags[at + 1].pronoun  # "في بيانه"
        return (own or bool(nearby & {"occasion", "post", "network"})) and not parse.tags[at + 1].verb
    if tag.preposition == "ل":
        return is_audience(parse, at)
    return False


def is_audience(parse: Parse, at: int) -> bool:
    """ل with a medium or reporters: those the speaker spoke to."""
    nearby = range(at, min(at + (4 if parse.tags[at].stem in {"عدد", "بعض", "عده", "احدي"} else 1), len(parse)))
    return any(parse.source_classes(k) & {"audience", "medium"} for k in nearby) or (
        parse.words[at].folded == "ل" and at + 1 < len(parse)
    )
