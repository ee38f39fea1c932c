"""Attribution frames on sentences written for these tests."""

from __future__ import annotations

import pytest

from tawatur.statements.frame import Frame
from tawatur.statements.frames import find_frames
from tawatur.statements.parsing import Parse, parse
from tawatur.statements.sentences import Sentence


def read(text: str, *, title: bool = False) -> tuple[Parse, list[Frame]]:
    parsed = parse(text, Sentence((0, len(text)), title, opens_paragraph=True))
    return parsed, find_frames(parsed)


def words(parsed: Parse, stretch: tuple[int, int] | None) -> str | None:
    return None if stretch is None else parsed.form(*stretch)


@pytest.mark.parametrize(
    ("text", "source", "cue", "begins"),
    [
        ("قال مدير الميناء سامي الدربي إن السفينة غرقت", "مدير الميناء سامي الدربي", "قال", "السفينة"),
        ("وأعلنت وزارة النقل، الثلاثاء، أن الجسر أغلق", "وزارة النقل", "وأعلنت", "الجسر"),
        ("وكان رئيس البلدية قد أكد أن الطريق سالكة", "رئيس البلدية", "أكد", "الطريق"),
        ("طالبت النقابة الحكومة بصرف الرواتب", "النقابة", "طالبت", "الحكومة"),
        ("أعلنت الشركة إلغاء الرحلات", "الشركة", "أعلنت", "إلغاء"),
        ('وقالت الوزيرة للصحفيين: "لن نغادر المدينة"', "الوزيرة", "وقالت", "لن"),
        ("وشدد الوفد خلال اللقاء على أن الحدود خط أحمر", "الوفد", "وشدد", "الحدود"),
        ("وحمّلت النقابة الوزارة مسؤولية التأخير", "النقابة", "وحمّلت", "الوزارة"),
    ],
)
def test_a_verb_with_its_subject(text: str, source: str, cue: str, begins: str) -> None:
    parsed, frames = read(text)
    assert words(parsed, frames[0].source) == source
    assert words(parsed, frames[0].cue) == cue
    assert parsed.words[frames[0].content[0]].text == begins


@pytest.mark.parametrize(
    "text",
    [
        "أغلق الجسر مساء، بحسب وزارة النقل",
        "أغلق الجسر مساء، وفقا لوزارة النقل",
        "أغلق الجسر مساء، وفق ما أعلنت وزارة النقل",
    ],
)
def test_phrases_that_name_the_source_of_the_clause(text: str) -> None:
    parsed, frames = read(text)
    assert frames[0].group == "around"
    assert (words(parsed, frames[0].source) or "").removeprefix("ل") == "وزارة النقل"
    assert words(parsed, frames[0].content) == "أغلق الجسر مساء"


def test_a_dropped_subject_has_no_source() -> None:
    _, frames = read("وأضاف أن الطريق سالكة")
    assert (frames[0].source, frames[0].gender, frames[0].number) == (None, "m", "s")


def test_a_participle_goes_on_in_the_same_sentence() -> None:
    parsed, frames = read("قال المدير إن السفينة غرقت، مؤكدا أن الركاب نجوا")
    assert [f.shape for f in frames] == ["past", "participle"]
    assert words(parsed, frames[0].content) == "السفينة غرقت"
    assert words(parsed, frames[1].content) == "الركاب نجوا"


def test_a_relay_and_its_source() -> None:
    parsed, frames = read("ونقلت وكالة سنابل عن مسؤول في الميناء قوله إن السفينة غرقت")
    assert words(parsed, frames[0].relay) == "وكالة سنابل"
    assert words(parsed, frames[0].source) == "مسؤول في الميناء"


def test_a_speaker_before_a_colon_in_a_headline() -> None:
    parsed, frames = read("وزير النقل: الجسر مغلق", title=True)
    assert frames[0].group == "label"
    assert words(parsed, frames[0].source) == "وزير النقل"


def test_a_place_before_a_colon_is_a_topic() -> None:
    assert read("الميناء القديم: غرق سفينة", title=True)[1] == []


def test_the_channel_is_not_part_of_the_source() -> None:
    parsed, frames = read("وقالت الوزارة في بيان على موقعها إن الجسر مغلق")
    assert words(parsed, frames[0].source) == "الوزارة"
    assert words(parsed, frames[0].via) == "في بيان على موقعها"


def test_the_issuer_of_a_statement_speaks() -> None:
    parsed, frames = read("وجاء في بيان لوزارة النقل أن الجسر مغلق")
    assert any("وزارة النقل" in (words(parsed, f.source) or "") for f in frames)


def test_a_written_passive_names_nobody() -> None:
    _, frames = read("ويُعتقد أن السفينة غرقت")
    assert frames[0].group == "impersonal"


def test_a_negated_verb_does_not_report() -> None:
    assert read("ولم تعلن أي جهة مسؤوليتها عن الحادث")[1] == []


def test_reminders_are_the_outlets_own() -> None:
    assert read("يذكر أن الجسر بني قبل عقود")[1][0].group == "note"


def test_keeping_a_name_back_reports_nothing() -> None:
    _, frames = read("وبحسب مسؤول في الميناء رفض ذكر اسمه، فإن السفينة غرقت")
    assert [f.group for f in frames] == ["around"]


@pytest.mark.parametrize(
    "text",
    [
        "ويتزعم الحركة منذ عامين سامي الدربي",
        "وتبلغ تكلفة الجسر حوالي 300 مليون دينار",
        "أمر طبيعي في مثل هذا الموسم",
        "ويمكن القول إن الميناء تغير",
        "وهذا يؤكد أن الجسر قديم",
        "وأعاد الأمل إلى البحارة أن السفينة وصلت",
        "كلما أعلن المدير أن السفينة قادمة تجمع الناس",
        "والتأخير يعتبر تهديدا للميناء",
        "وأثبت الفريق أن الفوز ممكن",
        "كان ذلك واضحا، كما ذكرت سابقا",
        "أغلق الميناء، كما أكدت انتحار سائق الشاحنة",
        "كان الميناء مزدحما، وفق ما شهدته الفترة الأخيرة",
        "لعل في ما كتب من نقد حول الجسر ظلما للمدينة",
        "صدرت روايتها «غريق الميناء القديم»",
    ],
)
def test_what_reports_nobody(text: str) -> None:
    assert [f.group for f in read(text)[1] if f.group != "note"] == []


def test_a_state_is_no_speaker() -> None:
    parsed, frames = read("وكتبت مؤكدة أن السفينة غرقت")
    assert (frames[0].source, words(parsed, frames[0].content)) == (None, "السفينة غرقت")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("أعلن الوزير إغلاق الميناء، مما زاد المخاوف في المدينة", "إغلاق الميناء"),
        ("طالبت النقابة بصرف الرواتب، بينما عول العمال على الوزارة", "بصرف الرواتب"),
        ('وقالت الصحيفة "غرقت السفينة وحان الوقت للحساب" في إشارة إلى المدير', "غرقت السفينة وحان الوقت للحساب"),
    ],
)
def test_the_outlets_clause_on_what_was_told(text: str, content: str) -> None:
    parsed, frames = read(text)
    assert (words(parsed, frames[0].content) or "").strip('"') == content


def test_an_accusation_without_an_object_has_no_accuser() -> None:
    _, frames = read("عمل المدير في الميناء واتهم بإدارة شبكة تهريب")
    assert [(f.group, f.source) for f in frames] == [("impersonal", None)]


def test_those_who_believe_are_named() -> None:
    parsed, frames = read("ويعتقد بعض السكان أن الجسر سيغلق")
    assert words(parsed, frames[0].source) == "بعض السكان"
