"""Reports that were missed in news never read before, on sentences written for these tests."""

from __future__ import annotations

import pytest

from tests.statements.what_is_told import read, told


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("وحث الوزير السكان على ترشيد المياه", [("الوزير", "وحث", "السكان")]),
        ("وحض النائب سكان الحي على زرع الحديقة", [("النائب", "وحض", "سكان")]),
    ],
)
def test_doubled_verbs_with_their_conjunction(text: str, frames: list[tuple[str | None, str | None, str]]) -> None:
    assert told(text) == frames


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("وبين الوزير خلال الجولة، أن الجسر سيفتح قريبا", [("الوزير", "وبين", "الجسر")]),
        ("وبين التقرير أن هناك نقصا في المياه", [("التقرير", "وبين", "هناك")]),
        ("وبين في تصريح أنه تم إصلاح الجسر", [(None, "وبين", "تم")]),
        ("بدوره، بين المشرف على برامج وأنشطة الحديقة أن الأبواب ستفتح", [("المشرف", "بين", "الأبواب")]),
        ("وكان الوزير عبر عن أمله في فتح الجسر", [("الوزير", "عبر عن", "أمله")]),
        ("وخلال الاتصال عبر الشيخ تميم عن «شكره» للوزير", [("الشيخ تميم", "عبر", "«")]),
    ],
)
def test_verbs_spelled_like_prepositions(text: str, frames: list[tuple[str | None, str | None, str]]) -> None:
    assert told(text) == frames


@pytest.mark.parametrize(
    "text",
    [
        "وبين الجسر والحديقة طريق قصير يعني أن الجميع يمر منه",
        "وبين الوزير والنائب خلاف قديم",
        "بين الحين والآخر يمكن أن تفتح الحديقة",
        "وسافر الصيادون عبر الميناء بحثا عن عملهم",
    ],
)
def test_between_two_is_no_report(text: str) -> None:
    assert told(text) == []


def test_a_clause_that_tells_which_one_does_not_end_the_search() -> None:
    text = "وقال حزب السنابل، الذي لم يفز بمقعد منذ تأسيسه في المدينة، إنه يرشح رئيسه"
    assert told(text) == [("حزب السنابل", "وقال", "يرشح")]


def test_what_may_hold_the_complement() -> None:
    assert told("رحب الوزير بما جاء في الخطة") == [("الوزير", "رحب", "بما")]
    assert told("رحب الوزير في المدينة، مما أسعد السكان") == []


def test_not_ruled_out_is_held_possible() -> None:
    assert told("ولم يستبعد الوزير أن يفتح الجسر") == [("الوزير", "يستبعد", "يفتح")]


def test_a_headline_tells_who_asks() -> None:
    assert told("فرنسا تطلب عون الجيران في الحريق", title=True) == [("فرنسا", "تطلب", "عون")]
    assert told("الأمر تطلب جهودا كبيرة", title=True) == []


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("وبحسب هؤلاء، فإن الجسر قديم", (None, "وبحسب", "الجسر")),
        ("وبحسب هذه الهيئة فإن الجسر قديم", ("هذه الهيئة", "وبحسب", "الجسر")),
        ("وأغلق السكان، بحسب المصادر نفسها، طريق الجسر", ("المصادر نفسها", "بحسب", "وأغلق")),
    ],
)
def test_sources_named_by_pointing(text: str, frame: tuple[str | None, str | None, str]) -> None:
    assert told(text) == [frame]


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("وتقدر الأمم المتحدة عدد النازحين بأكثر من ألف شخص", [("الأمم المتحدة", "وتقدر", "عدد")]),
        ("وتعهدت كوريا إغلاق الميناء أمام الصيادين", [("كوريا", "وتعهدت", "إغلاق")]),
        ("وتصنف تركيا الحركة منظمة إرهابية", [("تركيا", "وتصنف", "الحركة")]),
        ("وفند الوزير ما جاء في الرسالة", [("الوزير", "وفند", "ما")]),
        ("وعلمت «المدار» أن المفاوضات انتهت", [("«المدار»", "وعلمت", "المفاوضات")]),
        ("ولم يعتبر سامي الدربي أن الجسر قديم", [("سامي الدربي", "يعتبر", "الجسر")]),
        ("وتعد إسرائيل القدس عاصمتها الأبدية", [("إسرائيل", "وتعد", "القدس")]),
        ("بعد استبعاد الوزير سامي الدربي، الإثنين، فكرة التأجيل", [("الوزير سامي الدربي", "استبعاد", "فكرة")]),
        ("وحسب أمر ملكي، أعفي المحافظ من منصبه", [("أمر ملكي", "وحسب", "أعفي")]),
    ],
)
def test_verbs_and_nouns_that_report_of_somebody_named(
    text: str, frames: list[tuple[str | None, str | None, str]]
) -> None:
    assert told(text) == frames


@pytest.mark.parametrize(
    "text",
    [
        "وتقدر قيمة الجسر بأكثر من ألف دينار",
        "وعلم السكان أن الجسر مغلق",
        "وتعد مصر الدولة الأكبر في المنطقة",
    ],
)
def test_nobody_named_reports_nothing(text: str) -> None:
    assert told(text) == []


def test_an_answering_clause_is_not_what_is_held() -> None:
    text = "وبينما تعتبر تركيا تحويل النهر خطأ، فإن جارتها تجد في ذلك حلا"
    assert told(text) == [("تركيا", "تعتبر", "تحويل")]


def test_what_somebody_is_held_for_is_suspected() -> None:
    assert told("اعتقلت الشرطة رجلا للاشتباه في سرقته سيارة") == [("الشرطة", "للاشتباه", "سرقته")]
    _, (frame,) = read("أوقف رجلان للاشتباه بضلوعهما في السرقة")
    assert frame.group == "impersonal"


@pytest.mark.parametrize("text", ["يحكى أن رجلا عبر الجسر", "وأفيد بأن الجسر مغلق"])
def test_nobody_is_said_to_tell(text: str) -> None:
    _, (frame,) = read(text)
    assert frame.group == "impersonal"


def test_a_capital_before_the_colon_of_a_headline_speaks_where_speech_follows() -> None:
    assert told("موسكو: لن نغلق الجسر القديم", title=True) == [("موسكو", None, "لن")]
    assert told("موسكو: انهيار الجسر القديم", title=True) == []


def test_a_text_obtained_is_a_channel() -> None:
    text = "وجاء في مذكرة رفعت عنها السرية وحصلت عليها المدار أن الجسر قديم"
    assert [frame[1:] for frame in told(text)] == [("وجاء", "الجسر")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("الدربي عن الجسر القديم: لا بديل له", "الدربي"),
        ("سامي الدربي ردا على النواب: لا بديل عن الجسر", "سامي الدربي"),
        ("تقرير أممي: الجسور تنهار كل عام", "تقرير أممي"),
        ("الجدعان: لا نتائج للميناء بعد", "الجدعان"),
    ],
)
def test_who_stands_before_the_colon_of_a_headline(text: str, source: str) -> None:
    assert [row[0] for row in told(text, title=True)] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "صور حصرية: ليلة في سوق السمك",
        "الذهب: ارتفاع في الأسواق",
        "كورونا: إصابات في الميناء",
        "سامي الدربي بعد الغياب: عودة إلى الميناء",
        "الرقابة: من يملك الأرصفة",
        "أدلة جديدة: هكذا انهار الجسر",
    ],
)
def test_what_a_headline_is_about_does_not_speak(text: str) -> None:
    assert told(text, title=True) == []


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        (
            "وأضاف الشهود، بحسب ما نقلته وكالة المدار، أنهم رأوا سيارات الإسعاف",
            ("الشهود", "وأضاف", "رأوا"),
        ),
        ("وقال مكتب البيئة على موقع «ويبو» إن التحذير قائم", ("مكتب البيئة", "وقال", "التحذير")),
        ("بينما يقول المرصد، ومقره باريس، إن الجسر قديم", ("المرصد", "يقول", "الجسر")),
        ("النائب سامي الدربي عبر الجمعة عن رغبته في فتح الجسر", ("النائب سامي الدربي", "عبر", "رغبته")),
        ("وتوصلت لجنة الجسور إلى أن الجسر قديم", ("لجنة الجسور", "وتوصلت", "الجسر")),
        ("وأضاف آدم الذي كان يتحدث عبر الهاتف أن الجسر قديم", ("آدم", "وأضاف", "الجسر")),
    ],
)
def test_what_stands_between_a_verb_and_its_complement(text: str, frame: tuple[str | None, str | None, str]) -> None:
    assert told(text)[0] == frame


def test_two_who_speak_surely_do_so_by_some_verbs() -> None:
    text = "الوزيران سامي وناصر أعربا خلال مكالمة هاتفية عن قلقهما من الحريق"
    assert told(text) == [("الوزيران سامي وناصر", "أعربا", "قلقهما")]
