"""What the word tagger looks at: one set of features for both of its models (part of speech, and names).

Features of a word alone (letters, lexicon classes, verb readings) are computed once per distinct word and cached; a
sentence then only joins them with those of the neighbours. A feature is a short string `kind=value`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from tawatur.languages.ar.clitics import CONJUNCTIONS, PREPOSITIONS
from tawatur.languages.ar.script import MARKS, Word, fold
from tawatur.languages.ar.verbs import readings, without_enclitic
from tawatur.languages.lexicons import entries

_MARK = re.compile(f"[{MARKS}]")
# Endings of nouns and adjectives by their last letter, in the order in which they are tried.
_NOMINAL_ENDINGS = {"ه": ("ه", "يه"), "ت": ("ات",), "ن": ("ون", "ين", "ان", "يين", "يون", "تين", "تان"), "ا": ("ا",)}
WordFeatures = tuple[tuple[str, ...], tuple[str, ...], str]
# What a neighbour sees in place of a word before the first and after the last one of a sentence.
EDGE: WordFeatures = ((), ("edge",), "edge")
_ARTICLES = ("ال", "وال", "بال", "لل", "فال", "كال", "وبال", "ولل")


@cache
def function_classes() -> dict[str, str]:
    """Closed-class words, folded, with their classes joined by commas."""
    found: dict[str, str] = {}
    for entry in entries("ar", "function_words"):
        for form in entry["forms"]:
            found[fold(form)] = ",".join(entry["classes"])
    return found


@cache
def _nominals() -> dict[str, str]:
    text = (files("tawatur.languages.ar") / "data" / "nominal_stems.txt").read_text(encoding="utf-8")
    parts = text.split()
    return dict(zip(parts[::2], parts[1::2], strict=True))


@cache
def _clusters() -> dict[str, tuple[str, str]]:
    """The coarse and the fine distributional class of the words of news."""
    text = (files("tawatur.languages.ar") / "data" / "word_clusters.txt").read_text(encoding="utf-8")
    parts = text.split()
    return dict(zip(parts[::3], zip(parts[1::3], parts[2::3], strict=True), strict=True))


def distribution(word: str) -> tuple[str, str] | None:
    """The coarse and the fine distributional class of a folded word, None for one that news seldom uses."""
    return _clusters().get(word)


@cache
def _cues() -> dict[str, str]:
    return {fold(form): entry["before"] for entry in entries("ar", "name_cues") for form in entry["forms"]}


@cache
def _nationalities() -> frozenset[str]:
    stems = (fold(form) for entry in entries("ar", "nationalities") for form in entry.get("forms") or [entry["form"]])
    return frozenset(stem + ending for stem in stems if " " not in stem for ending in ("", "ه", "ون", "ين", "ات", "ا"))


@cache
def _places() -> dict[tuple[str, ...], str]:
    """Place names as folded words, with their kind."""
    return {
        tuple(fold(form).split()): entry["kind"]
        for entry in entries("ar", "places")
        for form in entry.get("forms") or [entry["form"]]
    }


@cache
def _place_starts() -> dict[str, int]:
    """First word of a place name → length of the longest that begins with it."""
    longest: dict[str, int] = {}
    for name in _places():
        longest[name[0]] = max(len(name), longest.get(name[0], 0))
    return longest


def _verb(folded: str, tense: str = "") -> str:
    """The best verb reading of a word in each tense, as short codes; "" when it has none."""
    found: dict[str, str] = {}
    for r in readings(folded):
        if r.tense.startswith(tense) and r.tense not in found:
            marks = ("x" if r.passive else "") + ("o" if r.pronoun else "")
            found[r.tense] = f"{r.tense[:2]}{r.person}{r.number}{r.gender}{marks}{r.grade}"
    return "/".join(found.values())


def _nominal(stem: str) -> str:
    table = _nominals()
    if classes := table.get(stem):
        return classes
    for ending in _NOMINAL_ENDINGS.get(stem[-1:], ()):
        if stem.endswith(ending) and (classes := table.get(stem[: len(stem) - len(ending)])):
            return classes + (ending if ending in {"ه", "ات"} else "")
    return ""


def _hosts(folded: str) -> list[tuple[str, str]]:
    """The word and what may be left of it without proclitics, each with a letter for the proclitics taken off."""
    hosts = [("", folded)]
    if folded[:1] not in _PROCLITICS:
        return hosts
    if len(folded) > 2 and folded[0] in CONJUNCTIONS:
        hosts.append(("c", folded[1:]))
    for mark, base in list(hosts):
        if len(base) > 2 and base[0] in PREPOSITIONS:
            hosts.append((mark + "p", base[1:]))
    return hosts


_PROCLITICS = {*CONJUNCTIONS, *PREPOSITIONS}


@lru_cache(maxsize=1024)
def word_features(text: str) -> WordFeatures:
    """Features of a word alone, those of them that its neighbours see, and its class for joining with a neighbour's."""
    folded, surface = fold(text), _MARK.sub("", text)
    if not folded or not folded[0].isalnum():
        return (f"w={folded}", "sign"), (f"w={folded}",), "sign" + folded
    if folded[0].isdigit():
        return ("digit", f"w={folded}", f"len={len(folded)}"), ("digit",), "digit"
    if folded[0] < "\u0600":
        return ("latin", f"w={folded}"), ("latin",), "latin"
    out = [f"w={folded}"]
    near = [f"w={folded}"]
    size = len(folded)
    if size > 1:
        out += (f"p1={folded[0]}", f"s1={folded[-1]}")
    if size > 2:
        out += (f"p2={folded[:2]}", f"s2={folded[-2:]}", f"z={min(size, 8)}")
    if size > 3:
        out += (f"p3={folded[:3]}", f"s3={folded[-3:]}")
    near += [f"s2={folded[-2:]}"]
    article = ""
    if folded.startswith(_ARTICLES):
        fitting = [a for a in _ARTICLES if folded.startswith(a) and len(folded) - len(a) > 1]
        article = fitting[-1] if fitting else ""
    if article:
        out.append(f"a={article}")
        near.append(f"a={article}")
    hamza = surface[:1] if surface[:1] in "أإآ" else ""
    if surface[-1] in "ةىئءؤ":
        out.append(f"e={surface[-1]}")
    if "\u064b" in text:
        out.append("tanwin")
    if "\u064f" in text[:3]:
        out.append("damma")
    cluster = _clusters().get(folded)
    if cluster:
        out += [f"k={cluster[0]}", f"K={cluster[1]}"]
        near += [f"k={cluster[0]}", f"K={cluster[1]}"]
    functions, nationalities, cues, starts = function_classes(), _nationalities(), _cues(), _place_starts()
    kind = ""
    for mark, host in _hosts(folded):
        if verb := _verb(host, "pr" if "p" in mark else ""):
            out += [f"v{mark}={verb}{hamza if not mark else ''}", f"V{mark}={verb[:5]}"]
            if "p" not in mark:
                near.append(f"v{mark}={verb[:3]}")
                kind = kind or f"v{mark}{verb[:2]}"
        if classes := functions.get(host):
            out.append(f"f{mark}={classes}")
            near.append(f"f{mark}={classes}")
            kind = f"f{mark}{classes}"
        elif known := [functions[base] for base in without_enclitic(host) if base in functions]:
            out.append(f"o{mark}={known[0]}")
            near.append(f"o{mark}={known[0]}")
            kind = f"o{mark}{known[0]}"
        base = host[2:] if host.startswith("ال") and len(host) > 4 else host
        if classes := _nominal(base):
            out.append(f"n{mark}={classes}")
            near.append(f"n{mark}={classes}")
        if base in nationalities:
            out.append(f"nat{mark}")
            near.append(f"nat{mark}")
        if cue := cues.get(host):
            near.append(f"cue{mark}={cue}")
            out.append(f"cue{mark}={cue}")
        if host in starts:
            out.append(f"pl{mark}")
        if mark == "c":
            out += [f"cw={host}", f"cp2={host[:2]}"]
            if not cluster and (own := _clusters().get(host)):
                out += [f"kc={own[0]}", f"Kc={own[1]}"]
            if surface[1:2] in "أإآ":
                out.append(f"ch={surface[1:2]}")
        if mark == "p":
            out.append(f"pw={host}")
    if folded[0] == "س" and (verb := _verb(folded[1:], "pr")):
        out.append(f"fut={verb[:3]}")
        kind = kind or "vpr"
    if folded[:2] in {"وس", "فس"} and (verb := _verb(folded[2:], "pr")):
        out.append(f"cfut={verb[:3]}")
        kind = kind or "vcpr"
    if hamza:
        out.append(f"h={hamza}")
    return tuple(out), tuple(near), kind or article or folded[-2:]


def place_openings(folded: str) -> tuple[str, ...]:
    """The first words of place names that a word can be, as written or without its proclitics."""
    starts, found = _place_starts(), []
    for _, host in _hosts(folded):
        if host in starts:
            found.append(host)
        if host[:1] == "ل" and len(host) > 3 and (whole := "ال" + host[1:]) in starts:
            found.append(whole)
    return tuple(found)


def place_marks(folded: Sequence[str], openings: Iterable[int]) -> list[tuple[int, str]]:
    """The words in place names, each with its index and "B" or "I" (begins, inside) and the kind.

    `folded` are the words of sentences, "" between those; `openings` are the indices, in order, of all words that have
    `place_openings`, and may be those of others.
    """
    marks: list[tuple[int, str]] = []
    free = 0
    for i in openings:
        if i >= free and (found := _place_at(folded, i)):
            kind, free = found
            marks.append((i, "B" + kind))
            marks += ((k, "I" + kind) for k in range(i + 1, free))
    return marks


def _place_at(folded: Sequence[str], i: int) -> tuple[str, int] | None:
    """The kind of the place name that begins at a word, and the index after it."""
    starts, places = _place_starts(), _places()
    for first in place_openings(folded[i]):
        for length in range(min(starts[first], len(folded) - i), 0, -1):
            if kind := places.get((first, *folded[i + 1 : i + length])):
                return kind, i + length
    return None


def sentence_features(words: Sequence[Word]) -> list[list[str]]:
    """The features of every word of one sentence, in order."""
    alone = [word_features(word.text) for word in words]
    marks = dict(place_marks([word.folded for word in words], range(len(words))))
    rows = []
    last = len(words) - 1
    for i, (own, _, kind) in enumerate(alone):
        before = alone[i - 1] if i else EDGE
        after = alone[i + 1] if i < last else EDGE
        row = list(own)
        row += ["-" + feature for feature in before[1]]
        row += ["+" + feature for feature in after[1]]
        row.append(f"--{words[i - 2].folded if i > 1 else 'edge'}")
        row.append(f"++{words[i + 2].folded if i + 1 < last else 'edge'}")
        row.append(f"-&{before[2]}&{kind}")
        row.append(f"&+{kind}&{after[2]}")
        if i in marks:
            row.append(f"g={marks[i]}")
        rows.append(row)
    return rows
