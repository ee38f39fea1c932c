"""What a dossier has wrong against its annotation, with the words around, for a developer to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaluation.matching import (
    Json,
    match_dates,
    match_statements,
    of_article,
    same_name,
    source_table,
    speaker_names,
    texts_of,
)
from evaluation.scoring import attributed

AROUND = 40


def misses(predicted: Json, gold: Json) -> Iterator[str]:
    """One line for each missed or extra statement, wrong speaker, and missed, extra or wrong date."""
    texts = texts_of(predicted)
    names_p, names_g = speaker_names(predicted, texts), speaker_names(gold, texts)
    for article in (a["id"] for a in gold["articles"]):
        text = texts.get(article)
        if text is None:
            yield f"{article}: the article itself is missing"
            continue
        ours, theirs = of_article(predicted["statements"], article), of_article(gold["statements"], article)
        pairs = match_statements(ours, theirs)
        for statement in _left(theirs, [g for _, g in pairs]):
            yield f"{article}: missed statement {statement['id']}: {around(text, statement['content'])}"
        for statement in _left(ours, [p for p, _ in pairs]):
            yield f"{article}: extra statement {statement['id']}: {around(text, statement['content'])}"
        for p, g in pairs:
            if attributed(p) != attributed(g) or (
                attributed(g) and not same_name(names_p.get(p["chain"][-1], ()), names_g.get(g["chain"][-1], ()))
            ):
                found, true = _name(predicted, p["chain"][-1]), _name(gold, g["chain"][-1])
                yield f"{article}: speaker of {g['id']} is {true}, found {found}: {around(text, g['content'])}"
        yield from _dates(predicted, gold, article, text)


def _dates(predicted: Json, gold: Json, article: str, text: str) -> Iterator[str]:
    ours, theirs = of_article(predicted.get("dates", ()), article), of_article(gold["dates"], article)
    pairs = match_dates(ours, theirs)
    for date in _left(theirs, [g for _, g in pairs]):
        yield f"{article}: missed date {date['value']}: {around(text, date['span'])}"
    for date in _left(ours, [p for p, _ in pairs]):
        yield f"{article}: extra date {date['value']}: {around(text, date['span'])}"
    for p, g in pairs:
        if p["value"] != g["value"]:
            yield f"{article}: date is {g['value']}, found {p['value']}: {around(text, g['span'])}"


def _left(items: Sequence[Json], taken: Sequence[Json]) -> list[Json]:
    return [item for item in items if not any(item is other for other in taken)]


def _name(document: Json, key: str) -> str:
    return f"{key} ({source_table(document).get(key, {}).get('name', '?')})"


def around(text: str, span: Sequence[int]) -> str:
    """A span in brackets with a few words on both sides, on one line."""
    start, end = span
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return f"…{before}[{text[start:end]}]{after}…".replace("\n", " / ")
