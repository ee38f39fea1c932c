"""Build the table of names that are Arabic themselves, not spelt after another language: `arabic_names.txt`.

    python scripts/build_arabic_names.py LEXICON_FOLDER

`LEXICON_FOLDER` holds the CAMeL Morph MSA tables (CC BY 4.0, Habash et al., "Morphological Analysis and Generation: A
Computational Account of Arabic", CAMeL Lab); a proper noun there has a root, or the mark of a word without one. A line
is one folded name. Two of them are two names, however close ("حسن", "حسين"), where a foreign name has many spellings.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from scripts.build_morphology import DATA, rows, skeleton

ROOTLESS = "NTWS"


def native(folder: Path) -> list[str]:
    """The folded lemmas of proper nouns with an Arabic root, of three letters and more, sorted."""
    found = set()
    for row in rows(folder / "MSA-Noun-Prop-LEX.csv.gz"):
        if row["DEFINE"] == "LEXICON" and row["ROOT"] != ROOTLESS:
            found.add(skeleton(row["LEMMA"].partition("_")[0]))
    return sorted(name for name in found if len(name) >= 3)


if __name__ == "__main__":
    (DATA / "arabic_names.txt").write_text("\n".join(native(Path(sys.argv[1]))) + "\n", encoding="utf-8")
