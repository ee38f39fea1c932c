"""Who of several vouches, and where the outlet speaks again, in sentences written for these tests."""

from __future__ import annotations

import pytest

from tawatur.model import Account, Article
from tawatur.statements import read_account


def account(text: str, title: str = "عنوان الخبر") -> Account:
    return read_account(Article("a1", "sanabel", f"{title}\n{text}", (0, len(title)), published="2031-05-06"))


def speaker(read: Account, part: str) -> str:
    """The name of the innermost speaker of the statement that holds these words, "" for the outlet's own."""
    found = next((s for s in read.statements if part in read.article.text[slice(*s.content)]), None)
    assert found is not None, part
    if len(found.chain) < 2:
        return ""
    return next((s.name for s in read.speakers if s.key == found.chain[-1]), found.chain[-1])


@pytest.mark.parametrize(
    ("text", "part", "name"),
    [
        # Texts, meetings and bodies that speak.
        ("ويدعو النص إلى نشر مراقبين في الميناء قبل نهاية الشهر.", "نشر مراقبين", "النص"),
        ("وطالبت القمة في بيانها الختامي الدول الأعضاء بفتح الموانئ أمام السفن.", "بفتح الموانئ", "القمة"),
        ("وأعلنت الحركتان مساء الثلاثاء التوصل إلى اتفاق على فتح الميناء.", "التوصل", "الحركتان"),
        ("لكن الميليشيا المحلية تنفي وجود أي صلة لها بالهجوم.", "وجود", "الميليشيا المحلية"),
        ("وفي وقت سابق قالت مصادرنا، إن عدد السفن الغارقة ارتفع إلى سبع.", "السفن", "مصادرنا"),
        ("وطالب الادعاء بإبقاء المدير في السجن حتى نهاية المحاكمة.", "بإبقاء", "الادعاء"),
        ("وقال ولد مولود إن الجسر سيفتح غدا أمام السيارات.", "الجسر", "ولد مولود"),
        ("تتهم موسكو وطهران الولايات المتحدة بالبحث عن ذريعة للهجوم.", "بالبحث", "موسكو وطهران"),
        ("اتهمت لندن كلا من موسكو ودمشق بعرقلة وصول البعثة إلى الميناء.", "بعرقلة", "لندن"),
        # The sign on a verb: active where its subject follows, and whoever is named behind عن.
        ("وتُضيف سلمى الدربي «سنقف جميعا إلى جانب عمال الميناء المضربين».", "سنقف", "سلمى الدربي"),
        ("كما نُقل عن الوزير سامي الدربي قوله إن الجسر سيفتح غدا.", "الجسر", "الوزير سامي الدربي"),
        # What is no speaker.
        ("وقد أكدت حينذاك شرطة المدينة أن الجسر سيفتح غدا.", "الجسر", "شرطة المدينة"),
        (
            "وقالت سلمى الدربي إن الجسر سيفتح غدا. وختمت حديثها قائلة: «سنعود إلى الميناء قريبا».",
            "سنعود",
            "سلمى الدربي",
        ),
        (
            "نفى سامي الدربي التهمة، وقال في خطاب ألقاه بعد دقائق فقط من إعلان الشرطة إن الأدلة كلها مزورة.",
            "الأدلة",
            "سامي الدربي",
        ),
        ("وأوضح الوزير أن الشحنة ستباع بسعر سبعين دولارا للبرميل، حسب الأسعار العالمية.", "الشحنة", "الوزير"),
        # A clause between pauses tells of the text that speaks.
        (
            "وكانت وثيقة رسمية، نشرها موقع المدار، كشفت عن بيع كميات كبيرة من النفط.",
            "بيع كميات",
            "وثيقة رسمية",
        ),
    ],
)
def test_whoever_speaks_is_found(text: str, part: str, name: str) -> None:
    assert speaker(account(text), part) == name


@pytest.mark.parametrize(
    ("text", "part", "name"),
    [
        # Somebody quoted in a quotation, and the one who quotes him goes on.
        (
            "وقال المدير سامي الدربي: «الوزير محمود الساحلي قال إنه يرغب في الانسحاب، لكننا أقنعناه بالبقاء معنا».",
            "يرغب",
            "الوزير محمود الساحلي",
        ),
        (
            "وقال المدير سامي الدربي: «الوزير محمود الساحلي قال إنه يرغب في الانسحاب من المشروع»، "
            "مضيفا أن العمل سيبدأ غدا.",
            "العمل",
            "المدير سامي الدربي",
        ),
        # Speech inside a report: a medium hands it on, an act remains the one's who tells of it.
        (
            "وذكرت صحيفة المدار أن النقابة أدانت الهجوم على عمال الميناء.",
            "الهجوم",
            "النقابة",
        ),
        ("وقال الكاتب سامي الدربي إن الشركة نفت مسؤوليتها عن العطل.", "مسؤوليتها", "الشركة"),
        ("وذكرت صحيفة المدار أن المجلس رفض خطة الميناء الجديدة.", "خطة", "صحيفة المدار"),
        # A source behind the report.
        ("أعلنت وزارة النقل عن طرد المدير من الميناء، وفقا لبيان.", "طرد", "وزارة النقل"),
        (
            "وقالت الوزيرة سلمى الدربي إنها تفكر في إجراءات أخرى، بحسب المتحدث باسمها.",
            "تفكر",
            "الوزيرة سلمى الدربي",
        ),
        ("وذكرت صحيفة المدار، وفقا لمسؤول عسكري، أن الجسر انهار أمس.", "الجسر", "مسؤول عسكري"),
        (
            "أعلن الجيش حالة الطوارئ في المدن كلها، والقرى القريبة من الحدود، على ما أفاد المرصد المدني.",
            "حالة الطوارئ",
            "المرصد المدني",
        ),
        ("هدد التنظيم بشن هجمات على الميناء، حسبما أوردت صحيفة المدار.", "هجمات", "التنظيم"),
    ],
)
def test_the_innermost_of_several_vouches(text: str, part: str, name: str) -> None:
    assert speaker(account(text), part) == name


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("وأضاف المدير «ستكون للأمر عواقب كثيرة على المدى البعيد»، من دون أن يحدد طبيعتها.", "طبيعتها"),
        ("وقال المدير إن ست دول تنوي فتح موانئها لكنه لم يذكر اسم أي منها.", "يذكر"),
        ("وأوضح المدير أن الأضرار مادية كلها، في حين لم يصدر أي تعليق عن الوزارة حتى الآن.", "تعليق"),
        ("وقالت النقابة إن الشركة مسؤولة عن الحادث، وهو ما تنفيه الشركة بشدة.", "تنفيه"),
        ("وقال الوزير إن المطلب الأخير هو «إغلاق القناة» وذلك في إشارة إلى أن القناة بقيت مفتوحة.", "مفتوحة"),
    ],
)
def test_the_outlet_speaks_again(text: str, part: str) -> None:
    assert speaker(account(text), part) == ""


def test_a_finger_of_blame_is_nobodys() -> None:
    read = account("كما أشارت أصابع الاتهام إلى المدير السابق، وأكدت أنه أخر رواتب العمال شهرين.")
    assert not any("أصابع" in name for s in read.speakers for name in s.names)
