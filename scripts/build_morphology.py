"""Build the compact morphology tables of Arabic from the CAMeL Morph lexicon: `verb_stems.txt` and `nominal_stems.txt`.

    python scripts/build_morphology.py LEXICON_FOLDER NEWS.jsonl.gz

`LEXICON_FOLDER` holds the CAMeL Morph MSA tables (`MSA-Verb-LEX-PV.csv.gz`, …; CC BY 4.0, Habash et al., "Morphological
Analysis and Generation: A Computational Account of Arabic", CAMeL Lab). `NEWS.jsonl.gz` has one article a line with a
`text`; only word counts are taken from it, to leave out verbs that news never uses and to grade the others.

A verb line is `stem code code …`; the stem is unvocalised and folded, without subject letters or endings, and a code
is four characters: tense (p, i), ending class (a key of `tawatur.languages.ar.verbs.ENDINGS`), voice (a, p) and grade
(how often news uses the lemma, 1 to 4 by powers of ten). A nominal line is `form classes`: a adjective, c comparative,
n proper name.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from tawatur.languages.ar.script import fold
from tawatur.languages.ar.verbs import ENDINGS, PERSONS

DATA = Path(__file__).parent.parent / "src" / "tawatur" / "languages" / "ar" / "data"
# Buckwalter letters with the hamzas already folded; vowels, sukun and shadda are dropped.
LETTERS = dict(zip("'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYy{", "ءاااااابهتثجحخدذرزسشصضطظعغفقكلمنهوييا", strict=True))
LETTERS |= {"&": "و", "}": "ي"}
MIN_NEWS = 2


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The lines of one gzipped table as dictionaries."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def skeleton(buckwalter: str) -> str:
    """Folded Arabic letters of a vocalised Buckwalter form."""
    return "".join(LETTERS.get(letter, "") for letter in buckwalter)


def past(row: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """(stem, ending class, voice) of one perfective stem, active and passive.

    The passive keeps its letters but for hollow (قال, قيل), third-form (شاهد, شوهد), weak (دعا, دعي) and hamzated ones.
    """
    stem, ending, kind = row["FORM"], row["COND-S"].split(), row["COND-T"]
    base = skeleton(stem)
    mark = next((m for m in ending if m.startswith("#-")), "")
    if mark in {"#-ay", "#-aA", "#->ay", "#->~ay"}:
        base += "ا" if ">" in mark else ""
        yield base, "y", "a"
        yield (base[:-1] + "ي" if ">" in mark else base), "i", "p"
    elif mark == "#-aw":
        yield base, "w", "a"
        yield base, "i", "p"
    elif mark in {"#-iy", "#-}iy"}:
        yield base + ("ي" if "}" in mark else ""), "i", "a"
        yield base + ("ي" if "}" in mark else ""), "i", "p"
    elif mark == "#-a>":
        yield base, "h", "a"
        yield base + "ي", "s", "p"
    elif mark == "#-A'":
        yield base + "اء", "v", "a"
        yield base + "او", "u", "a"
    elif kind == "v-suff":
        yield base, "v", "a"
        if hollow := re.fullmatch(r"(.*)aA(.)", stem):
            yield skeleton(f"{hollow[1]}iy{hollow[2]}"), "v", "p"
        else:
            yield base, "v", "p"
    elif kind == "c-suff":
        yield base, "c", "a"
    else:
        yield base, "s", "a"
        passive = re.sub(r"^(ta)?(.)aA(.)", r"\1\2uw\3", stem) if "1aA2" in row["PATTERN"] else stem
        yield skeleton(re.sub(r"^(.)a>a(.)$", r"\1u}i\2", passive)), "s", "p"


def present(row: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """(stem, ending class, voice) of one imperfective stem without its subject letter, active and passive."""
    stem, ending, kind = row["FORM"], row["COND-S"].split(), row["COND-T"]
    base = skeleton(stem)
    mark = next((m for m in ending if m.startswith("#-")), "")
    passive = base
    if ">-#" in ending:
        base, passive = ("ا" if "a-#" in ending else "و") + base, "و" + base
    elif row["LEMMA"].startswith("wa") and row["PATTERN_ABSTRACT"] == "1a2a3" and not base.startswith("و"):
        passive = "و" + base
    if mark in {"#-iy", "#-aY", "#-aA"}:
        yield base, "i" if mark == "#-iy" else "y", "a"
        yield passive, "y", "p"
    elif mark == "#-uw":
        yield base, "w", "a"
        yield passive, "y", "p"
    elif mark in {"#->ay", "#-}iy"}:
        yield base + ("ا" if ">" in mark else "ي"), "y" if ">" in mark else "i", "a"
    elif mark == "#-a>":
        yield base, "h", "a"
        yield passive, "h", "p"
    elif mark in {"#-u&", "#-A'", "#-iy'", "#-uw'"}:
        yield base + {"#-u&": "و", "#-A'": "اء", "#-iy'": "يء", "#-uw'": "وء"}[mark], "s", "a"
    elif kind == "v-suff":
        yield base, "v", "a"
        hollow = re.fullmatch(r"(.*)(?:iy|uw|aA)([^~])", stem)
        yield (skeleton(f"{hollow[1]}aA{hollow[2]}") if hollow else passive), "v", "p"
    else:
        yield base, "c" if kind == "c-suff" else "s", "a"
        yield passive, "c" if kind == "c-suff" else "s", "p"


def counts(news: Path) -> Counter[str]:
    """How often each folded word stands in the news texts."""
    found: Counter[str] = Counter()
    with gzip.open(news, "rt", encoding="utf-8") as file:
        for line in file:
            found.update(re.findall(r"[^\W\d_]+", fold(json.loads(line)["text"])))
    return found


def grade(stems: set[tuple[str, str, str, str]], seen: Counter[str]) -> int:
    """0 to 4: how often news uses forms of a lemma that are seldom anything but a verb (he or she does, they did)."""
    forms: set[str] = set()
    for tense, stem, ending, voice in stems:
        if voice == "a" and tense == "i":
            forms |= {
                p + stem + e for p in "يت" for e, (_, n, _) in ENDINGS["i"][ending].items() if n != "d" and e != "ن"
            }
        elif voice == "a":
            forms |= {stem + e for e in ENDINGS["p"][ending] if e.endswith("وا")}
    total = sum(seen[form] + seen["و" + form] + seen["س" + form] for form in forms)
    return 0 if total < MIN_NEWS else min(4, len(str(total)))


def verbs(folder: Path, seen: Counter[str]) -> list[str]:
    """The lines of the verb table."""
    lemmas: dict[str, set[tuple[str, str, str, str]]] = defaultdict(set)
    for name, tense, stems_of in (("PV", "p", past), ("IV", "i", present)):
        for row in rows(folder / f"MSA-Verb-LEX-{name}.csv.gz"):
            if row["DEFINE"] == "LEXICON":
                # An intransitive verb has no passive.
                voices = "a" if "intrans" in row["COND-S"] else "ap"
                lemmas[row["LEMMA"]] |= {(tense, *found) for found in stems_of(row) if found[2] in voices}
    table: dict[str, dict[str, int]] = defaultdict(dict)
    for stems in lemmas.values():
        if level := grade(stems, seen):
            for tense, stem, ending, voice in stems:
                if stem:
                    code = tense + ending + voice
                    table[stem][code] = max(level, table[stem].get(code, 0))
    return [f"{stem} " + " ".join(f"{c}{n}" for c, n in sorted(codes.items())) for stem, codes in sorted(table.items())]


def nominals(folder: Path, seen: Counter[str]) -> list[str]:
    """The lines of the nominal table: adjectives, comparatives and proper names that news uses."""
    table: dict[str, set[str]] = defaultdict(set)
    for name, letter in (("Adj", "a"), ("Adj-Num", "a"), ("Adj-Comp", "c"), ("Noun-Prop", "n")):
        for row in rows(folder / f"MSA-{name}-LEX.csv.gz"):
            form = skeleton(row["FORM"])
            weak = {"#iy": "ي", "#aY-Ap-y": "ي", "#iy-h": "ي"}.get(row["COND-S"].replace("#dip ", ""), "")
            form += weak
            uses = seen[form] + seen["ال" + form] + seen[form + "ه"] + seen["ال" + form + "ه"]
            if len(form) > 1 and uses >= MIN_NEWS:
                table[form].add(letter)
    return [f"{form} {''.join(sorted(letters))}" for form, letters in sorted(table.items())]


def main(folder: str, news: str) -> None:
    """Write both tables."""
    assert set(PERSONS) == set("يتنا")
    seen = counts(Path(news))
    for name, lines in (("verb_stems", verbs(Path(folder), seen)), ("nominal_stems", nominals(Path(folder), seen))):
        (DATA / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{name}: {len(lines)} lines")


if __name__ == "__main__":
    main(*sys.argv[1:])
