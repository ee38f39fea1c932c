"""Sentences whose speaker is easily mistaken, written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tawatur.model import Account, Article, Statement
from tawatur.settings import DEFAULT, Settings
from tawatur.statements import confidence, read_account


def account(text: str, title: str = "عنوان الخبر", settings: Settings = DEFAULT) -> Account:
    article = Article("a1", "sanabel", f"{title}\n{text}", (0, len(title)), published="2031-05-06")
    return read_account(article, settings)


def saying(read: Account, part: str) -> Statement | None:
    return next((s for s in read.statements if part in read.article.text[slice(*s.content)]), None)


def speaker(read: Account, part: str) -> str:
    """The name of the innermost speaker, "" for the outlet's own words and for what is no statement."""
    statement = saying(read, part)
    if statement is None or len(statement.chain) < 2:
        return ""
    return next((s.name for s in read.speakers if s.key == statement.chain[-1]), statement.chain[-1])


@pytest.mark.parametrize(
    ("text", "part", "name"),
    [
        # What a name is followed by is not part of it.
        (
            "من جهته، انتقد المتحدث باسم النقابة سامي الدربي رئيس البلدية محمود الساحلي ووصفه بأنه متردد في كل قرار.",
            "متردد",
            "المتحدث باسم النقابة سامي الدربي",
        ),
        ("وقال سامي الدربي لمحمود الساحلي إن الجسر سيفتح غدا أمام السيارات.", "الجسر", "سامي الدربي"),
        ("ونشر سامي الدربي تغريدة قصيرة يقول فيها إن الجسر سيفتح غدا.", "الجسر", "سامي الدربي"),
        ("وقال لرويترز «أفضل أن يفتح الجسر قبل موسم الأمطار هذا العام».", "أفضل", "مصدر غير محدد"),
        ("وتتهم منظمات محلية البحرين بتأخير الرحلات البحرية.", "الرحلات", "منظمات محلية"),
        # Where a name begins.
        ("ويضيف علي الدربي أن موعد افتتاح الجسر لم يتحدد بعد.", "موعد", "علي الدربي"),
        ("وتقول لي سلمى الدربي إن الجسر سيفتح غدا أمام السيارات.", "الجسر", "سلمى الدربي"),
        ("أغلق السوق أمس. وقال – سامي الدربي إن الجسر سيفتح غدا أمام السيارات.", "الجسر", "سامي الدربي"),
        ("لكن مسؤولا ليبيا رفيعا قال إن الجسر سيفتح غدا أمام السيارات.", "الجسر", "مسؤولا ليبيا رفيعا"),
        ("وأكد الفصيلان رفضهما التام لأي هدنة قبل انسحاب القوات من المدينة.", "رفضهما", "الفصيلان"),
        ("وقال سامي الدربي في مقابلة مع (بي.بي.سي): الجسر سيفتح غدا أمام السيارات.", "الجسر", "سامي الدربي"),
        # A clause before the verb.
        ("من جانب آخر، كانت النقابة قد حذرت الحكومة من تأخير الرواتب شهرا آخر.", "تأخير", "النقابة"),
        (
            "أما سامي الدربي، عضو النقابة (شرق المدينة)، فقال «الرواتب تأخرت شهرين كاملين هذا العام».",
            "تأخرت",
            "سامي الدربي، عضو النقابة (شرق المدينة)",
        ),
        ("واعتبر المدير أن فريقه يدين بالفوز إلى حارسه الشاب.", "حارسه", "المدير"),
        ("وتضم الوثيقة التي تحدث عنها سامي الدربي أن الرواتب تأخرت شهرين.", "الرواتب", "سامي الدربي"),
        # Somebody speaks in a quotation, a text in a report, a source through an agency.
        ("وأضاف سامي الدربي: «قال الوزير محمود الساحلي إن الرواتب تأخرت شهرين».", "تأخرت", "الوزير محمود الساحلي"),
        ("وجاء في تقرير لجنة التحقيق أن الجسر لم يخضع للصيانة منذ سنوات.", "للصيانة", "تقرير لجنة التحقيق"),
        ("ونسبت الوكالة إلى سامي الدربي قوله إن الجسر لم يخضع للصيانة.", "للصيانة", "سامي الدربي"),
        ("وحسب بيان نشر مساء وحذف لاحقا، فإن الجسر لم يخضع للصيانة.", "للصيانة", "بيان"),
    ],
)
def test_who_speaks(text: str, part: str, name: str) -> None:
    assert speaker(account(text), part) == name


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("وفي حال قررت النقابة أن تضرب عن العمل سيتوقف الميناء.", "سيتوقف"),
        ("وتبلغ مساهمة قطاع الصيد في اقتصاد المدينة أكثر من نصف الدخل.", "مساهمة"),
        ("وبعد شهر من إطلاق البلدية وعدا بتنظيف الشاطئ لم يتغير شيء.", "تنظيف"),
        ("وجاء القرار «خوفا عليه من الرطوبة الشديدة في القاعة الكبرى».", "الرطوبة"),
        ("ويعتبر الشيخ سالم الدربي من كبار علماء المدينة.", "علماء"),
        ("وكانت المباراة التي اعتبرت الأولى من نوعها في المدينة مثيرة.", "نوعها"),
        ("العلاقات الطيبة تؤكد أن الموظفين يعملون معا بروح واحدة.", "الموظفين"),
        ("وأوضحت لهم أنني تعرضت لسرقة في السوق القديم.", "تعرضت"),
        ("وأعتقد أن وزارة الصيد في حاجة إلى أن تدعم الصيادين.", "وزارة"),
    ],
)
def test_nobody_speaks(text: str, part: str) -> None:
    assert speaker(account(text), part) == ""


@pytest.mark.parametrize(
    ("report", "aside"),
    [
        ("وقال سامي الدربي إن الجسر سيفتح غدا أمام السيارات، لكنه لم يقدم أي تفاصيل إضافية.", "تفاصيل"),
        ("وقال سامي الدربي إن الجسر سيفتح غدا أمام السيارات، في إشارة إلى الوعد الذي قطعته البلدية.", "الوعد"),
        ("وقال سامي الدربي إن الجسر سيفتح غدا أمام السيارات، وذلك قبل توجهه إلى العاصمة لحضور الاجتماع.", "توجهه"),
        ("وقال سامي الدربي إن الجسر سيفتح غدا أمام السيارات، دون تقديم تفاصيل عن موعد الافتتاح.", "تفاصيل"),
    ],
)
def test_what_the_outlet_adds_to_a_report(report: str, aside: str) -> None:
    read = account(report)
    assert speaker(read, "الجسر") == "سامي الدربي"
    assert speaker(read, aside) == ""


def test_a_report_that_only_tells_who_they_are_ends_with_their_clause() -> None:
    read = account("وقالت الدراسة إن الصيادين الذين قالوا إنهم عملوا ليلا كانوا أقل صحة من غيرهم.")
    assert speaker(read, "كانوا أقل") in {"", "الدراسة"}


def test_the_employer_is_not_who_serves_him() -> None:
    read = account(
        "قال الطبيب السابق لسامي الدربي إن المريض تعافى تماما. وقال سامي الدربي إن المستشفى كان مزدحما تلك الليلة."
    )
    assert speaker(read, "تعافى") != speaker(read, "مزدحما")


def test_who_reports_goes_on_and_not_whom_he_tells_of() -> None:
    read = account(
        "وأكد المتحدث سامي الدربي أن الإغلاق أولوية للوزير محمود الساحلي الذي تعهد بإغلاق السوق.\n"
        "وأضاف أن السوق سيغلق خلال شهر."
    )
    assert speaker(read, "سيغلق") == "المتحدث سامي الدربي"


def test_the_source_after_a_newspaper_is_the_newspaper() -> None:
    read = account("وذكرت صحيفة المدار أن الجسر أغلق مساء.\nويقول المصدر إن الصيانة ستستغرق شهرا.")
    assert speaker(read, "الصيانة") == speaker(read, "أغلق")


def test_a_speaker_that_is_hardly_right_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "probability_right", lambda _: 0.05)
    statement = saying(account("وقال سامي الدربي إن الجسر سيفتح غدا أمام السيارات."), "الجسر")
    assert statement is not None
    assert (statement.chain, statement.source, statement.explicitness) == (("outlet:sanabel",), None, "none")
    assert statement.reasons[-2].code == "statements.hardly_right"
    assert statement.confidence == 0.05


@pytest.mark.parametrize(
    ("text", "part", "name"),
    [
        # Who "الذين" stands for is of many.
        (
            "وبحسب صحيفة المدار، فإن الصورة أغضبت متابعي اللاعب الهولندي، والذين رأوا بأن الاعتذار واجب عليه.",
            "الاعتذار",
            "متابعي اللاعب الهولندي",
        ),
        # A country stands for its state.
        (
            "قال المنظمون إن ألف شخص شاركوا.\nوبدأت فنلندا حملة ضد الصيد الجائر، معتبرة أنه خطر على الأسماك.",
            "خطر",
            "فنلندا",
        ),
        # A text that somebody gives out.
        (
            "قال سامي الدربي إن الدخل ارتفع.\nوجاء ذلك بعد أيام من نشر مجلة المدار تقريرا قالت فيه إن الأجور تراجعت.",
            "تراجعت",
            "مجلة المدار",
        ),
        ("ونشرت مجلة المدار تقريرا قالت فيه إن الأجور تراجعت.", "تراجعت", "مجلة المدار"),
        ("وأوصى التقرير بتوسيع الميناء. وأضاف التقرير يمكن لدول المنطقة أن تتعاون في الصيد.", "تتعاون", "التقرير"),
        # Who is told, and how old somebody is.
        (
            "قال مسؤول كبير إن القرار قريب.\nوأبلغ المسؤول الصحافيين: «كان النقاش طويلا بين الطرفين».",
            "النقاش",
            "مسؤول كبير",
        ),
        ("سامي الدربي، 55 عاما، تاجر ذهب في السوق القديم، يقول إن الأرباح تراجعت.", "تراجعت", "سامي الدربي"),
        # One of several goes on in the singular, two in the dual.
        (
            "قال سامي الدربي إن المصنع أغلق.\nوحذر أحد أعضاء الفريق من أن الخطر يتزايد.\nوأضاف: «سنبلغ الشرطة غدا».",
            "سنبلغ",
            "أحد أعضاء الفريق",
        ),
        (
            "قالت مصادر إن الملف أغلق.\nوكشف عم ووالدة الطفل القصة، وقالا: «الطفل خرج صباحا».\nوأضافا: «لم يعد إلينا».",
            "لم يعد",
            "عم ووالدة الطفل القصة",
        ),
        # Nobody has said it.
        ("وكأن الفريق الأزرق يصر على أن يلعب على سطر ويترك سطرا.", "يلعب", ""),
        ("وتذكر المخرج سامي الدربي حين صور الفيلم مع زملائه.", "صور", ""),
        ("وأجرى الباحثون دراسة على 14 رجلا، طلب منهم المشي ساعة كاملة كل مساء.", "المشي", ""),
        (
            "قال سامي الدربي إن الفريق قوي.\nويعتبر سامي الذي يبلغ من العمر 30 عاما واحدا من أعظم اللاعبين.",
            "أعظم",
            "",
        ),
        ("وتأتي المبررات ضاربة بسمعتنا عرض الحائط هنا يحق لنا أن نتأسف على هذا الوضع.", "نتأسف", ""),
        ("وقد اضطر الجيش إلى نقل الجرحى. ثم قرر التخلي عن المساعدة للمقاتلين.", "التخلي", ""),
    ],
)
def test_who_is_meant(text: str, part: str, name: str) -> None:
    assert speaker(account(text, settings=replace(DEFAULT, hardly=0.0)), part) == name
