"""Count Arabic news: which words own their first letter, and in how many documents each stem stands.

    python scripts/build_word_tables.py ../shared/data/ant_multisource/*.jsonl.gz ../shared/data/saudinewsnet/*.jsonl.gz

Reads JSON lines with `title` and `text` (ANTCorpus of five broadcasters, 2018; SaudiNewsNet, 2015) and writes
`languages/ar/data/own_initials.txt` and `languages/ar/data/stem_documents.txt`. No text leaves the corpora: the first
file is a list of single words, the second of stems under the binary logarithm of the number of documents that hold
them.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tawatur.languages.ar import stems
from tawatur.languages.ar.script import words

DATA = Path(stems.__file__).parent / "data"
ARABIC = re.compile("[\u0621-\u064a]{2,}")
COULD = re.compile(f"[{stems.SINGLE_CLITICS}يتن]|ال")
LEAST_FORM = 8  # documents a form must stand in to be believed to be a word
LEAST_STEM = 6  # rarer stems all count as rarest


def documents(paths: list[str]) -> Iterator[set[str]]:
    """The folded forms of every document."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                text = f"{record.get('title') or ''}\n{record.get('text') or record.get('content') or ''}"
                yield {w.folded for w in words(text) if ARABIC.fullmatch(w.folded)}


def owns(form: str, forms: Counter[str]) -> bool:
    """Whether the first letter (or article) is the word's own, judged by the clitics that are seen before it.

    Two prepositions never stand together, nor article and preposition in that order, nor two conjunctions: "لبغداد" and
    "البيان" show the b to be the word's own, and nothing of the kind is found for "بعمل".
    """
    first, rest, count = form[0], form[1:], forms[form]
    if first in "يتن":
        # A verb has sister forms with the other prefixes; a noun or a name has not.
        return max(forms[p + rest] for p in "يتن" if p != first) * 20 < count and forms[rest] * 4 < count
    if form.startswith("ال"):
        return forms["ال" + form] + forms["ي" + rest] > 4 * forms["لل" + form[2:]] + 1
    seen = forms["ال" + form] + forms["ب" + form] + forms["ي" + form] + forms["ت" + form]
    seen += forms["ل" + form] + forms["لل" + form] if first != "ل" else 0
    seen += forms["و" + form] if first == "و" else 0
    return seen >= max(2, count // 50)


def own_initials(forms: Counter[str]) -> set[str]:
    """The usual forms whose first letter could be a clitic or a verb's prefix, and is not."""
    return {f for f, n in forms.items() if n >= LEAST_FORM and len(f) >= 4 and COULD.match(f) and owns(f, forms)}


def main(paths: list[str]) -> None:
    """Write both tables."""
    kept = list(documents(paths))
    forms = Counter(form for document in kept for form in document)
    owners = sorted(own_initials(forms))
    (DATA / "own_initials.txt").write_text("\n".join(owners) + "\n", encoding="utf-8")
    stems._owners.cache_clear()
    found = Counter(s for document in kept for s in {stems.stem(form) for form in document})
    by_level: dict[int, list[str]] = {}
    for word, count in found.items():
        if count >= LEAST_STEM:
            by_level.setdefault(round(2 * math.log2(count)), []).append(word)
    lines = [f"{len(kept)}"] + [f"{level / 2} {' '.join(sorted(by_level[level]))}" for level in sorted(by_level)]
    (DATA / "stem_documents.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    stems_listed = sum(map(len, by_level.values()))
    print(f"{len(kept)} documents, {len(owners)} words with their own first letter, {stems_listed} stems")


if __name__ == "__main__":
    main(sys.argv[1:])
