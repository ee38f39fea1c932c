"""When a predicted span, name or statement counts as the annotated one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

Json = dict[str, Any]
P = TypeVar("P")
G = TypeVar("G")

_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_WORD = re.compile("[0-9a-zA-Z\u0621-\u064a\u0660-\u0669]+")
_CLITIC = re.compile("^(وال|بال|كال|فال|لل|ال|و)(?=.{3})")
_EMPTY = frozenset({"في", "من", "على", "عن", "الى", "ان", "the", "of", "in", "a", "an", "to", "for"})
_LETTERS = str.maketrans("إأآٱىة", "اااايه")

STATEMENT_OVERLAP = 0.5
DATE_OVERLAP = 0.3
_NAME_SHARE = 0.6


def overlap(a: Sequence[int], b: Sequence[int]) -> int:
    """How many code points two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def iou(a: Sequence[int], b: Sequence[int]) -> float:
    """Intersection over the hull of two spans, 0 to 1."""
    return overlap(a, b) / (max(a[1], b[1]) - min(a[0], b[0]))


def content_words(text: str) -> frozenset[str]:
    """The folded words of a name, without article, joined conjunction and empty words."""
    folded = _MARKS.sub("", text).lower().translate(_LETTERS)
    return frozenset(_CLITIC.sub("", word) for word in _WORD.findall(folded)) - _EMPTY


def same_name(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether any name on the left shares most words, one of them of three letters or more, with one on the right."""
    bags = [content_words(name) for name in right]
    for name in left:
        a = content_words(name)
        for b in bags:
            shared = a & b
            if shared and len(shared) / min(len(a), len(b)) >= _NAME_SHARE and any(len(word) >= 3 for word in shared):
                return True
    return False


def greedy(
    predicted: Sequence[P], gold: Sequence[G], score: Callable[[P, G], float], floor: float
) -> list[tuple[P, G]]:
    """Pairs taken best first, each item once, none under `floor`; of equal pairs the later ones win."""
    scored = [(score(p, g), i, j) for i, p in enumerate(predicted) for j, g in enumerate(gold)]
    used_p: set[int] = set()
    used_g: set[int] = set()
    pairs = []
    for _, i, j in sorted((found for found in scored if found[0] >= floor), reverse=True):
        if i not in used_p and j not in used_g:
            used_p.add(i)
            used_g.add(j)
            pairs.append((predicted[i], gold[j]))
    return pairs


def of_article(items: Iterable[Json], article: str) -> list[Json]:
    """The statements or dates of one article, in their order."""
    return [item for item in items if item["article"] == article]


def match_statements(predicted: Sequence[Json], gold: Sequence[Json]) -> list[tuple[Json, Json]]:
    """Statements of one article that have, for the most part, the same content span."""
    return greedy(predicted, gold, lambda p, g: iou(p["content"], g["content"]), STATEMENT_OVERLAP)


def same_statements(predicted: Json, gold: Json) -> dict[str, str]:
    """The ids of the predicted statements of a story that match an annotated one, with the ids of these."""
    return {
        ours["id"]: theirs["id"]
        for article in (entry["id"] for entry in gold["articles"])
        for ours, theirs in match_statements(
            of_article(predicted["statements"], article), of_article(gold["statements"], article)
        )
    }


def match_dates(predicted: Sequence[Json], gold: Sequence[Json]) -> list[tuple[Json, Json]]:
    """Dates of one article that stand on the same words, whatever their values."""
    return greedy(predicted, gold, lambda p, g: iou(p["span"], g["span"]), DATE_OVERLAP)


def source_table(document: Json) -> dict[str, Json]:
    """The sources of a dossier or gold file by id, written there as a mapping or as a list."""
    sources = document["sources"]
    return sources if isinstance(sources, dict) else {source["id"]: source for source in sources}


def speaker_names(document: Json, texts: dict[str, str]) -> dict[str, set[str]]:
    """Every name of every source: as listed, its aliases, and its words wherever it is the innermost speaker."""
    names: dict[str, set[str]] = {
        key: {name for name in (source.get("name"), *source.get("aliases", ())) if name}
        for key, source in source_table(document).items()
    }
    for statement in document["statements"]:
        if statement.get("source") and statement["chain"]:
            start, end = statement["source"]
            text = texts.get(statement["article"], "")
            names.setdefault(statement["chain"][-1], set()).add(text[start:end])
    return names


def texts_of(document: Json) -> dict[str, str]:
    """The stored text of every article of a dossier."""
    return {article["id"]: article["text"] for article in document["articles"]}
