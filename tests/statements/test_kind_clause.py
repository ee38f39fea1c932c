"""What a proposition shows of its kind by its clause, on invented sentences."""

from __future__ import annotations

from tawatur.languages.ar.script import words
from tawatur.model import Article
from tawatur.statements.ages import Aged, ages
from tawatur.statements.dates import find_dates
from tawatur.statements.frames import find_frames
from tawatur.statements.kind_clause import clause_marks
from tawatur.statements.parsing import Parse, parse_texts
from tawatur.statements.sentences import sentences


def read(text: str) -> tuple[Parse, list[Aged]]:
    article = Article("a", "outlet", text, None, published="2018-04-20")
    parsed = parse_texts([(text, sentences(article), words(text))])[0][0]
    return parsed, ages(find_dates(article), article.published)


def shown(text: str, proposition: str, *, attributed: bool) -> set[str]:
    parsed, dated = read(text)
    start = text.index(proposition)
    inside = [i for i, w in enumerate(parsed.words) if start <= w.start < start + len(proposition)]
    frames = find_frames(parsed)
    frame = frames[0] if attributed else None
    stretch = (inside[0], inside[-1] + 1)
    marks = clause_marks(parsed, stretch, frame, frames, dated, attributed=attributed)
    return {feature for one in marks for feature in one.features}


def test_old_dates_tell_of_the_voice_that_gives_them() -> None:
    text = "وافتتح الجسر عام 2003 وأغلق أمس أمام المارة."
    first = shown(text, "افتتح الجسر عام 2003", attributed=False)
    assert {"age=years|own", "about=years|own", "about=yesterday|own"} <= first
    assert "age=yesterday|own" not in first
    assert "age=yesterday|own" in shown(text, "أغلق أمس أمام المارة", attributed=False)


def test_without_a_date_that_is_said() -> None:
    assert "undated|own" in shown("أغلق الجسر أمام المارة.", "أغلق الجسر أمام المارة", attributed=False)


def test_the_cue_counts_beside_what_is_said() -> None:
    found = shown("قالت البلدية إن الجسر أغلق.", "الجسر أغلق", attributed=True)
    assert "cuekind=fact|verb_past" in found
    assert any(feature.startswith("cue=قال|") for feature in found)
    assert not any(feature.startswith("aside=") for feature in found)
