from __future__ import annotations

from collections.abc import Sequence

import pytest

from tawatur.languages.ar.script import words
from tawatur.model import Article
from tawatur.statements import read_account
from tawatur.statements.attribution import speakers_of
from tawatur.statements.frame import HEARD, Frame
from tawatur.statements.frames import find_frames
from tawatur.statements.hearing import with_heard
from tawatur.statements.parsing import Parse, parse, parse_all
from tawatur.statements.segments import Cut
from tawatur.statements.sentences import Sentence, sentences
from tawatur.statements.speakers import Cast


def _parses(text: str) -> list[Parse]:
    return parse_all(text, sentences(Article("a", "almadar", text)), words(text))


def _cut(parse: Parse, first: str, said: float, last: str | None = None) -> Cut:
    texts = [word.text for word in parse.words]
    begin = texts.index(first)
    return Cut((begin, texts.index(last, begin) + 1 if last else len(parse)), {}, said)


def _heard(parse: Parse, cuts: Sequence[Cut]) -> list[Frame]:
    return [f for f in with_heard(parse, find_frames(parse), cuts) if f.opened == HEARD]


def test_the_words_before_name_who_speaks() -> None:
    (parse,) = _parses("ومضى الوزير سامي الشامي في حديثه الجسر آمن")
    (frame,) = _heard(parse, [_cut(parse, "الجسر", 0.9)])
    assert frame.source is not None
    assert parse.form(*frame.source) == "الوزير سامي الشامي"
    assert frame.cue is not None
    assert parse.form(*frame.cue) == "ومضى"


def test_a_name_alone_reports_only_before_a_colon_or_a_quotation() -> None:
    (parse,) = _parses("للضغط على سامي الشامي، الجسر آمن")
    assert not _heard(parse, [_cut(parse, "الجسر", 0.85)])
    (parse,) = _parses("الوزير سامي الشامي: الجسر آمن")
    frames = with_heard(parse, find_frames(parse), [_cut(parse, "الجسر", 0.85)])
    assert any(f.source is not None for f in frames)


def test_what_hardly_sounds_said_stays_the_outlets() -> None:
    (parse,) = _parses("ومضى الوزير سامي الشامي في حديثه الجسر آمن")
    assert not _heard(parse, [_cut(parse, "الجسر", 0.6)])


def test_what_a_rule_found_is_left_alone() -> None:
    (parse,) = _parses("وقال الوزير سامي الشامي إن الجسر آمن")
    assert not _heard(parse, [_cut(parse, "الجسر", 0.99)])


def test_a_second_proposition_goes_on_with_the_first() -> None:
    (parse,) = _parses("ومضى الوزير سامي الشامي في حديثه الجسر آمن والطريق مفتوح")
    (frame,) = _heard(parse, [_cut(parse, "الجسر", 0.9, "آمن"), _cut(parse, "والطريق", 0.9)])
    assert parse.form(*frame.content) == "الجسر آمن والطريق مفتوح"


def test_where_nobody_is_named_the_last_speaker_goes_on() -> None:
    first, second = _parses("وقال الوزير سامي الشامي إن الجسر آمن. نحن نراقب الجسر كل يوم")
    cast = Cast("almadar")
    speakers_of(first, find_frames(first), cast)
    frames = with_heard(second, find_frames(second), [_cut(second, "نحن", 0.9)])
    (said,) = speakers_of(second, frames, cast)
    assert said is not None
    assert said.voice.names[0] == "الوزير سامي الشامي"
    assert (said.explicitness, said.reason.code) == ("carried_over", "statements.heard")


def test_where_nobody_spoke_it_is_the_outlets() -> None:
    (parse,) = _parses("نحن نراقب الجسر كل يوم")
    frames = with_heard(parse, find_frames(parse), [_cut(parse, "نحن", 0.9)])
    assert speakers_of(parse, frames, Cast("almadar")) == [None]


def test_a_frame_heard_before_nested_ones_leaves_each_in_its_own() -> None:
    (parse,) = _parses("نحن نراقب الجسر، وقال الوزير سامي الشامي إن البلدية أعلنت أن الطريق مفتوح")
    frames = find_frames(parse)
    assert [f.parent for f in frames] == [None, 0]
    found = with_heard(parse, frames, [_cut(parse, "نحن", 0.9, "الجسر")])
    assert [(f.opened == HEARD, f.parent) for f in found] == [(True, None), (False, None), (False, 1)]


@pytest.mark.parametrize("title", ["لبنان: إغلاق الطريق الساحلي", "السودان: إغلاق الطريق الساحلي"])
def test_a_country_before_a_headlines_colon_is_where_it_happened(title: str) -> None:
    read = read_account(Article("a", "almadar", f"{title}\nوأغلقت الشرطة الطريق مساء.", (0, len(title))))
    headline = next(s for s in read.statements if "إغلاق" in read.article.text[slice(*s.content)])
    assert headline.chain == ("outlet:almadar",)
    assert not read.speakers


@pytest.mark.parametrize(
    "title",
    [
        "لبنان: نرفض إغلاق الطريق",
        "بيروت: «لن نغلق الميناء أمام السفن»",
        "السودان: لا تغيير في قواعد الملاحة",
    ],
)
def test_it_speaks_where_speech_follows(title: str) -> None:
    read = read_account(Article("a", "almadar", f"{title}\nوأغلقت الشرطة الطريق مساء.", (0, len(title))))
    assert [s.name for s in read.speakers] == [title.partition(":")[0]]


@pytest.mark.parametrize(
    ("title", "speaks"),
    [("السودان: موانئنا مفتوحة أمام السفن", True), ("السودان: موانئ مفتوحة أمام السفن", False)],
)
def test_who_says_we_speaks(title: str, *, speaks: bool) -> None:
    parsed = parse(title, Sentence((0, len(title)), title=True))
    frames = with_heard(parsed, find_frames(parsed), [Cut((2, len(parsed)), {}, 0.8)])
    assert any(f.source == (0, 1) for f in frames) is speaks
