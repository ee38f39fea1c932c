"""A second look at whose words a proposition is, a speaker's or the outlet's own: by what stands round it.

Rules judge each sentence by itself, and err in runs: words of the outlet after a report are taken for more of it, and a
speech that goes on over paragraphs is lost. A small network over the propositions of an article, as they follow each
other, is shown what the rules made of each (stacking, Wolpert 1992) and settles the voice where it is sure that they
erred. `scripts/train_voicing.py` trains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawatur.statements.drafting import Voiced
from tawatur.statements.models import spoken
from tawatur.statements.segments import Cut

OWN = 0.45
"""How probable a speaker may be where one was found, before the words are the outlet's after all."""
SAID = 0.6
"""How probable one must be where none was found, before words are a speaker's."""


def settled(
    articles: Sequence[Sequence[Voiced]], cuts: Sequence[Sequence[Sequence[Cut]]]
) -> Iterator[tuple[int, list[list[Cut]]]]:
    """The number of each article in which a voice is settled otherwise than it was read, and its propositions then.

    `articles` are what the propositions of each show, `cuts` their propositions, sentence by sentence.
    """
    told = iter(spoken([one.features for one in its] for its in articles))
    for number, its in enumerate(articles):
        whole: list[list[Cut]] | None = None
        for one in its:
            share = next(told)
            if share < OWN if one.said else share > SAID and not one.own:
                whole = whole or list(map(list, cuts[number]))
                sentence, place = one.at
                whole[sentence][place] = replace(whole[sentence][place], settled=share)
        if whole is not None:
            yield number, whole
