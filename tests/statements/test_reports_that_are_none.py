"""Sentences that a rule of speakers could take for what it is made for, written for these tests."""

from __future__ import annotations

import pytest

from tests.statements.what_is_told import read, told
from tests.statements.whose_words import account, speaker


@pytest.mark.parametrize(
    "text",
    [
        "كورونا عن قرب: يوميات ممرضة في الميناء",
        "فيروز في الثمانين: لا أحد يشبهها",
        "محمد صلاح خلال مباراة الذهاب: لم يسجل أي هدف",
        "تقرير خاص: كيف نجا سكان القرية",
        "رسالة أخيرة: أم تودع ابنها",
        "روسيا لأوكرانيا: دفعة جديدة من الأسرى",
        "طهران: لم يسقط أي قتيل في الزلزال",
        "واشنطن: أعلنت شرطة الميناء",
        "باريس: لا أضرار بعد الهزة",
        "كورونا: لا إصابات جديدة",
        "صنعاء: لا كهرباء منذ أسبوع",
        "سامي الدربي عن 80 عاما: رحيل شاعر",
        "تصريحات نارية: المدرب يهاجم الحكم",
    ],
)
def test_no_speaker_before_the_colon_of_a_headline(text: str) -> None:
    assert told(text, title=True) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("موسكو: لم نستخدم السلاح", "موسكو"),
        ("روسيا لأوكرانيا: أوقفوا القصف", "روسيا"),
        ("سامي الدربي في الميناء: لن نغلق الأرصفة", "سامي الدربي"),
    ],
)
def test_speakers_before_the_colon_of_a_headline(text: str, source: str) -> None:
    assert [row[0] for row in told(text, title=True)] == [source]


@pytest.mark.parametrize(
    "text",
    [
        # Nobody is suspected of anything.
        "أخلت الإدارة المبنى للاشتباه بوجود حريق في الطابق الأول",
        "نقل المريض إلى المستشفى للاشتباه في إصابته بالكوليرا",
        # Who learns, manages or classes.
        "وعلم نادي السنابل أن اللاعب مصاب",
        "وتوصل المهرب إلى أن يعبر الحدود ليلا",
        "وصنفت الحركة منظمة إرهابية عام 2031",
        "بعد استبعاد المدرب سامي الدربي مهاجم الفريق من القائمة",
        "وتعد تونس البوابة إلى القارة",
        # What is spelled like a verb of report.
        "وبين فترة وأخرى لا بد أن يزور الناس الجسر",
        "وحث الخطى نحو الجسر",
        # A surprise that came about.
        "ولم يتوقع الخبراء أن ترتفع الأسعار",
        "لم يستبعد من التشكيلة سوى لاعب واحد",
        "ولم يستبعد المدرب أي لاعب من التشكيلة",
    ],
)
def test_what_is_no_report(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("واعتقل الجيش ثلاثة شبان لاتهامهم برشق الحجارة", "الجيش"),
        ("وتحدث السكان عبر نائب الحي عن مشكلاتهم", "السكان"),
        ("واستعد الحزب للحوار منذ إعلان الوزير أن الجسر مغلق", "الوزير"),
        ("ويقول المسؤول في شركة 360 إن السوق جيد", "المسؤول في شركة 360"),
        ("وأعلنت الفرقة 4 مدرعات أنها سيطرت على التل", "الفرقة 4 مدرعات"),
        ("وأشاد به بلال الحداد: «لاعب كبير»", "بلال الحداد"),
        ("ويتهم الحوثيون الحكومة بإغلاق الميناء", "الحوثيون"),
        ("يتهم الحوثيون بإغلاق الميناء", None),
        ("ووصف المراقبون بأنهم محايدون", None),
        ("منير الدربي، أحد المتهمين، طالبت النيابة بسجنه", "النيابة"),
        ("منير الدربي، أحد القادة، أعلن عن مقتله في غارة", None),
    ],
)
def test_whom_a_report_names(text: str, source: str | None) -> None:
    assert [row[0] for row in told(text)] == [source]


@pytest.mark.parametrize("opening", ["عندما تقول", "هل تقول", "قد تقول", "لماذا تقول"])
def test_what_is_asked_or_supposed_is_no_report_in_a_quotation(opening: str) -> None:
    _, frames = read(f"وقال سامي «{opening} المعارضة إن الجسر مغلق فهي تكذب على الناس كلهم»")
    assert len(frames) == 1
    _, frames = read("وقال سامي «إذا كانت المعارضة قد قالت إن الجسر مغلق فهي تكذب على الناس كلهم»")
    assert len(frames) == 1


@pytest.mark.parametrize(
    ("beside", "name"),
    [
        ("وفقا للمتحدث باسمه سامي الدربي", "المتحدث باسمه سامي الدربي"),
        ("وفقا لنسخة من كلمة رئيسه", "نادي السنابل"),
    ],
)
def test_somebody_of_an_office_beside_a_report_goes_on(beside: str, name: str) -> None:
    text = f"قال نادي السنابل إن الملعب مغلق، {beside}. وأضاف أن الجسر سيفتح غدا."
    assert speaker(account(text), "الجسر") == name
