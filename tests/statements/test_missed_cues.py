"""Reports that were once missed or had the wrong extent, on sentences written for these tests."""

from __future__ import annotations

import pytest

from tawatur.statements.frame import Frame
from tawatur.statements.frames import find_frames
from tawatur.statements.parsing import Parse, parse
from tawatur.statements.sentences import Sentence


def read(text: str, *, title: bool = False) -> tuple[Parse, list[Frame]]:
    parsed = parse(text, Sentence((0, len(text)), title, opens_paragraph=True))
    return parsed, find_frames(parsed)


def told(text: str, *, title: bool = False) -> list[tuple[str | None, str | None, str]]:
    """The source, the cue and the first word of what is reported of each frame."""
    parsed, frames = read(text, title=title)
    return [
        (
            parsed.form(*f.source) if f.source else None,
            parsed.form(*f.cue) if f.cue else None,
            parsed.words[f.content[0]].text,
        )
        for f in frames
    ]


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("وزاد أن الكهرباء وصلت إلى القرى البعيدة", [(None, "وزاد", "الكهرباء")]),
        ("وزاد «الاجتماع مع اللاعبين سهل الكثير من الأشياء»", [(None, "وزاد", "الاجتماع")]),
        ("وأكمل «حاولنا أن نظهر بالصورة التي يرغبها الجمهور»", [(None, "وأكمل", "حاولنا")]),
        ("وبين أن البرنامج يحقق عدة فوائد", [(None, "وبين", "البرنامج")]),
        ("وأبان الزائر سامي الدربي بأنه تفاعل مع المسرحية", [("الزائر سامي الدربي", "وأبان", "تفاعل")]),
        ("إلا أنها أكدت أن البرنامج ساهم في توفير المعلومات", [(None, "أكدت", "البرنامج")]),
        ("وأضاف أن الأمهات ناشدن المنظمات التدخل", [(None, "وأضاف", "الأمهات")]),
        ("وناشدن كل المنظمات التدخل لوقف الهدم", [(None, "وناشدن", "كل")]),
        ("الفنان سامي الدربي أكد على أحقية اللاعب", [("الفنان سامي الدربي", "أكد على", "أحقية")]),
        ("ويتخوف مراقبون من انهيار السد", [("مراقبون", "ويتخوف", "انهيار")]),
        ("وجد الباحثون أن النوم يقوي الذاكرة", [("الباحثون", "وجد", "النوم")]),
        ("وأبدى رئيس النادي استعداده للتعاون مع البلدية", [("رئيس النادي", "وأبدى", "استعداده")]),
    ],
)
def test_verbs_that_were_unknown(text: str, frames: list[tuple[str | None, str | None, str]]) -> None:
    assert told(text) == frames


@pytest.mark.parametrize(
    "text",
    [
        "وزاد عدد المشتركين في «خدمة المدار للبيوت الصغيرة والكبيرة»",
        "ووجدت البائعة أن الباب مغلق",
        "وأبدى الفريق أداء قويا في الشوط الثاني",
        "وقدم اللاعب كرة جميلة لزميله",
        "وبقي القبطان موقوفا على ذمة التحقيق",
        "وثمة أمل في عودة القطارات إلى المدينة",
    ],
)
def test_what_is_spelled_like_them(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("بدأ الرئيس حملة انتخابه متعهدا بهزيمة المعارضة", ("الرئيس", "متعهدا", "بهزيمة")),
        ("وقال الدربي في مقابلة لوكالة الأنباء الألمانية «د.ب.أ»: لقد وصل الخبر", ("الدربي", "وقال", "لقد")),
        ("وقالت المصادر لوكالة الأنباء (د. ب. أ) إن الطائرات عادت", ("المصادر", "وقالت", "الطائرات")),
        ('وقال ""الدربي"" في تغريدة عبر تويتر ""بالتسامح نعزز رؤية البلاد""', ('""الدربي""', "وقال", "بالتسامح")),
        ("أوضح لـ(المدار) المهندس زياد الدربي أن المحطة جاهزة", ("المهندس زياد الدربي", "أوضح", "المحطة")),
        ("ومن المتوقع أيضا عقد قمة بين الرئيسين في الربيع", (None, "ومن المتوقع أيضا", "عقد")),
        ("وكان الجسر قديما، على حد قولها", (None, "على حد", "وكان")),
    ],
)
def test_a_report_in_full(text: str, frame: tuple[str | None, str | None, str]) -> None:
    assert told(text) == [frame]


def test_an_adjective_is_no_adverb_of_state() -> None:
    assert told("تسلم الوزير تقريرا مؤكدا للخبر") == []
    assert told("اتخذت المحكمة من الميناء مقرا لها") == []


def test_a_clause_goes_on_behind_the_source_inside_of_it() -> None:
    parsed, frames = read("كما أعدت البلاد، بحسب دبلوماسيين، مسودة القرار بالتشاور مع جيرانها، وقال الوزير إنها جاهزة")
    assert parsed.form(*frames[0].content) == "كما أعدت البلاد، بحسب دبلوماسيين، مسودة القرار بالتشاور مع جيرانها"
    parsed, frames = read("وسقط القتلى، بحسب الشرطة، ثم غادر الجنود المكان")
    assert parsed.form(*frames[0].content) == "وسقط القتلى"


def test_the_that_of_a_relative_clause_is_that_of_its_verb() -> None:
    assert [frame[1] for frame in told("رد اللاعب على المدرب، الذي قال إنه لا يعرف شيئا عن الفريق، بهدفين")] == ["قال"]


def test_a_pronoun_before_the_verb_is_its_subject() -> None:
    assert told("كما أنه طالب الحزب بعدم الانخراط في القتال") == [(None, "طالب", "الحزب")]


def test_not_to_rule_out_is_to_hold_for_possible() -> None:
    _, frames = read("ولا تستبعد الوزيرة اتفاقا للتجارة")
    assert [f.verb.polarity for f in frames if f.verb is not None and f.verb.lemma == "استبعد"] == ["+"]
    _, frames = read("الوزير لا يرى أن الخطة مفيدة")
    assert [f.verb.polarity for f in frames if f.verb is not None] == ["-"]


def test_what_a_speaker_expects_is_his() -> None:
    assert [frame[1] for frame in told("وشدد المدير على ضرورة الحذر، ومن المنتظر عقد جلسة أخرى")] == ["وشدد"]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("وتؤكد ليلى، واسمها الحقيقي سعاد، أنها أقامت في المدينة", ("ليلى", "وتؤكد", "أقامت")),
        ("غير أن الرئيس شكك الثلاثاء لأول مرة في احتمال انعقاد القمة", ("الرئيس", "شكك", "احتمال")),
        ("وقالت ليلى الدربي في حديث للعربية.نت إنها تنتظر الشهر", ("ليلى الدربي", "وقالت", "تنتظر")),
        ("وينص الاتفاق بين الشركتين على أن تتنازل الشركة عن حصتها", ("الاتفاق", "وينص", "تتنازل")),
        ("أوقفت الشرطة العمل في المصنع بدعوى شموله متهمين", ("الشرطة", "بدعوى", "شموله")),
        ("ومنعت السلطات الخبراء من الدخول بحجة أن الطريق مغلق", ("السلطات", "بحجة", "الطريق")),
        ("تختفي الصور من الجهاز وتحذف من الخوادم كما تدعي الشركة", ("الشركة", "كما تدعي", "تختفي")),
        ("واحترقت المخازن، مستنكرا بشدة، ما تعرض له العمال", (None, "مستنكرا", "ما")),
    ],
)
def test_more_reports_in_full(text: str, frame: tuple[str | None, str | None, str]) -> None:
    assert told(text) == [frame]


def test_a_quotation_before_another_report_is_what_was_said() -> None:
    text = "وقال المدرب البالغ من العمر 31 عاما في مؤتمر صحفي «لدينا مسؤولية تشكيل الفريق» مضيفا أنه سعيد"
    assert [frame[1:] for frame in told(text)] == [("وقال", "لدينا"), ("مضيفا", "سعيد")]


def test_the_noun_that_a_verb_needs_is_not_its_subject() -> None:
    assert told("وأصدر الوزير تعليماته للمسؤولين بالنظر في الأمر") == [("الوزير", "وأصدر", "بالنظر")]
    assert told('أصدر تعليماته للمسؤولين "للنظر في الرسوم الجديدة كلها"') == []


def test_what_was_taken_to_be_something_is_nobodys_report() -> None:
    parsed, (frame,) = read("وفسرت على أنها معادية للعمال")
    assert frame.group == "impersonal"
    assert frame.source is None
    assert words_of(parsed, frame) == "معادية للعمال"


def words_of(parsed: Parse, frame: Frame) -> str:
    return parsed.form(*frame.content)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("وتأمل الحكومة في تحقيق عائدات جديدة", ("الحكومة", "وتأمل", "تحقيق")),
        ("ويعزو الخبراء سبب الغبار إلى جفاف البحيرة", ("الخبراء", "ويعزو", "سبب")),
        ("وأرجع المدير سبب التأخير إلى عطل في المحطة", ("المدير", "وأرجع", "سبب")),
        ("وأهاب المدير بالمزارعين تقديم طلباتهم", ("المدير", "وأهاب", "بالمزارعين")),
        ("وتطرق التقرير إلى نقص المياه", ("التقرير", "وتطرق", "نقص")),
        ("وهتف الطلاب «نريد المعلم معنا»", ("الطلاب", "وهتف", "نريد")),
        ("ومن غير المرجح أن تعود القطارات هذا الشهر", (None, "ومن غير المرجح", "تعود")),
    ],
)
def test_verbs_of_hope_cause_and_call(text: str, frame: tuple[str | None, str | None, str]) -> None:
    assert told(text) == [frame]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("وسخر المدير منهم قائلا: «لن نعود إلى الوراء»", ("المدير", "قائلا", "لن")),
        ("وختمت حديثها قائلة: «سنعود قريبا إلى العمل»", (None, "قائلة", "سنعود")),
        ("وختم الوزير حديثه قائلا: «سنعود قريبا إلى العمل»", ("الوزير", "قائلا", "سنعود")),
        ("وتابع حديثه قائلا: «سنعود قريبا إلى العمل»", (None, "وتابع", "سنعود")),
        ("ونشر الوزير تغريدة على حسابه قال فيها: «سنعود قريبا إلى العمل»", ("الوزير", "قال", "سنعود")),
        ("واختتم المدير كلمته بالقول إن المشروع ناجح", ("المدير", "واختتم", "المشروع")),
    ],
)
def test_what_opens_the_words(text: str, frame: tuple[str | None, str | None, str]) -> None:
    assert told(text) == [frame]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        (
            "ويأتي هذا بعد إعلان الحكومة المحلية عن عدة قرارات من بينها إغلاق الميناء",
            ("الحكومة المحلية", "إعلان", "عدة"),
        ),
        ("جاء إعلان وزير النقل سامي الدربي وقف الرحلات الليلية", ("وزير النقل سامي الدربي", "إعلان", "وقف")),
        ("واستمر البحث رغم إعلان وزارة الداخلية أنه لا وجود للوثيقة", ("وزارة الداخلية", "إعلان", "لا")),
        ("وجاء القرار غداة اتهام النقابة الشركة بسرقة الأجور", ("النقابة", "اتهام", "الشركة")),
        ("وجاء القرار بعد اتهام النقابة للشركة بسرقة الأجور", ("النقابة", "اتهام", "للشركة")),
        ("وتوقف العمل بعد مطالبة الجمعيات المحلية بإصلاح الجسر", ("الجمعيات المحلية", "مطالبة", "بإصلاح")),
        ("وأدت دعوة الوزير إلى مقاطعة السوق إلى خسائر كبيرة", ("الوزير", "دعوة", "مقاطعة")),
    ],
)
def test_nouns_that_report_for_the_one_named_after_them(text: str, frame: tuple[str | None, str | None, str]) -> None:
    assert told(text) == [frame]


@pytest.mark.parametrize(
    "text",
    [
        "وحضر المدير بعد إعلان النتائج في المساء",
        "وتوقف النادي عن إعلان المواقف",
        "واستمر تحذير السائقين من الضباب",
        "ورد الفريق باتهام الحكم بتجاهل الخطأ",
    ],
)
def test_nouns_of_action_that_name_nobody(text: str) -> None:
    assert told(text) == []


def test_a_noun_of_action_in_what_somebody_reports_is_his() -> None:
    assert told("وقالت الشرطة إن اتهام النقابة الشركة بسرقة الأجور صحيح") == [("الشرطة", "وقالت", "اتهام")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "وغرق القارب، فيما حذر خبراء من موجات عالية، وفق ما ذكرت صحف محلية",
            "وغرق القارب، فيما حذر خبراء من موجات عالية",
        ),
        ("وأوقف السائق في المدينة، كما أعلن، السبت، مصدر قريب من التحقيق", "وأوقف السائق في المدينة"),
        ("وأغلق الميناء باعتراف مدير الشركة", "وأغلق الميناء"),
        ("وأدت الرياح وفق المصادر إلى سقوط مخزنين", "وأدت الرياح وفق المصادر إلى سقوط مخزنين"),
        ("وشهدت المسيرة بحسب المجلس المحلي، إحراق صور", "وشهدت المسيرة بحسب المجلس المحلي، إحراق صور"),
        (
            "وجرح خمسة عمال في انهيار المنجم الكبير شمال المدينة، بحسب الشرطة، بينهم طفل صغير",
            "وجرح خمسة عمال في انهيار المنجم الكبير شمال المدينة، بحسب الشرطة، بينهم طفل صغير",
        ),
        ("وجرح خمسة بحسب الشرطة، وأصيب عشرة في المساء", "وجرح خمسة"),
    ],
)
def test_what_a_source_beside_it_vouches_for(text: str, content: str) -> None:
    parsed, frames = read(text)
    assert [parsed.form(*f.content) for f in frames if f.group == "around"] == [content]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("الدربي: لا بديل عن الجسر القديم", "الدربي"),
        ("دراسة: عشرة في المئة من الشباب يمشون إلى أعمالهم", "دراسة"),
    ],
)
def test_one_word_before_the_colon_of_a_headline(text: str, source: str) -> None:
    assert [row[0] for row in told(text, title=True)] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "فيديو: سكان القرية يخرجون عبر الجسر",
        "بالصور: سكان القرية يخرجون عبر الجسر",
        "بالأرقام: الميناء يستعيد سفنه",
        "انفوجرافيك: سفن الميناء في عشر سنوات",
        "ريبورتاج: ليلة في سوق السمك القديم",
        "تحقيق: من يملك أرصفة الميناء",
        "شاهد: سكان القرية يخرجون عبر الجسر",
        "الخميس: افتتاح الجسر أمام السيارات",
        "نتائج: الميناء يفوز على الجسر",
        "قائمة: أطول الجسور في البلاد",
        "مرايا: حكاية الجسر الذي لم يكتمل",
        "لبنان: إغلاق الطريق الساحلي",
    ],
)
def test_a_section_a_day_or_a_place_before_the_colon(text: str) -> None:
    assert told(text, title=True) == []


def test_what_he_says_he_hopes_for_has_its_own_cue() -> None:
    assert told("وقال الدربي إنه يأمل في عودة الصيادين") == [
        ("الدربي", "وقال", "يأمل"),
        (None, "يأمل في", "عودة"),
    ]


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("وهرب السكان وسط تقارير عن سرقة البيوت، وعادوا", [("تقارير", "تقارير", "سرقة")]),
        ("وتجري المباراة وسط توقعات بحضور كثيف", [(None, "توقعات", "بحضور")]),
        ("ورد على توقعات النقابة في المساء", []),
        ("وقال المدير إن المباراة تجري وسط توقعات بحضور كثيف", [("المدير", "وقال", "المباراة")]),
    ],
)
def test_talk_of_nobody_in_particular(text: str, frames: list[tuple[str | None, str | None, str]]) -> None:
    assert told(text) == frames


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("وأكد ذوو الطلاب أن البحث مستمر", ("ذوو الطلاب", "وأكد", "البحث")),
        ("ورجح مؤرخون أن السور أقدم من القلعة", ("مؤرخون", "ورجح", "السور")),
    ],
)
def test_words_that_name_who_speaks(text: str, frame: tuple[str | None, str | None, str]) -> None:
    assert told(text) == [frame]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("وقال المدير إن الوقت ضيق، داعيا الأعضاء إلى الحضور", (None, "داعيا", "الأعضاء")),
        ("وقال المدير إن الوقت ضيق، مشيرا في كلمته إلى الحضور", (None, "مشيرا", "الحضور")),
    ],
)
def test_whom_a_participle_is_about_belongs_to_what_it_reports(
    text: str, frame: tuple[str | None, str | None, str]
) -> None:
    assert told(text)[1] == frame


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وقال المدير إن ست دول تفتح موانئها غير أنه لم يذكر اسم أي منها", "ست دول تفتح موانئها"),
        ("وقال المدير إن ست دول تفتح موانئها، غير أنها لم تحدد موعدا", "ست دول تفتح موانئها"),
        (
            "وقال المدير إن الدول تفتح موانئها غير أن الوزارة لم تذكر اسمها",
            "الدول تفتح موانئها غير أن الوزارة لم تذكر اسمها",
        ),
        ("وأعلن المدير إغلاق الميناء، وهو الأمر الذي زاد المخاوف في السوق", "إغلاق الميناء"),
        ("وأعلن المدير إغلاق الميناء، وهو ما زاد المخاوف في السوق", "إغلاق الميناء"),
    ],
)
def test_where_the_outlet_speaks_again(text: str, content: str) -> None:
    parsed, (frame,) = read(text)
    assert parsed.form(*frame.content) == content
