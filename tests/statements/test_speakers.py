"""Who says it: subjects, dropped subjects and words that report nothing, on sentences written for these tests."""

from __future__ import annotations

import pytest

from tawatur.model import UNSPECIFIED, Account, Article
from tawatur.statements.account import read_account
from tawatur.statements.frames import find_frames
from tawatur.statements.parsing import parse
from tawatur.statements.sentences import Sentence


def account(text: str, title: str = "") -> Account:
    whole = f"{title}\n{text}"
    return read_account(Article("a", "sanabel", whole, title=(0, len(title)) if title else None))


def speakers(text: str, title: str = "") -> list[str]:
    """The innermost speaker of each attributed statement of the body, by its fullest name."""
    read = account(text, title)
    names = {speaker.key: speaker.name for speaker in read.speakers}
    return [names[s.chain[-1]] for s in read.statements if len(s.chain) > 1 and s.content[0] > len(title)]


def sources(text: str, *, title: bool = False) -> list[str | None]:
    parsed = parse(text, Sentence((0, len(text)), title, opens_paragraph=True))
    return [parsed.form(*f.source) if f.source else None for f in find_frames(parsed)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وكان موقع تك نورش قد كشف، الجمعة، عن بيع بيانات المشتركين", "موقع تك نورش"),
        ("وذكر أحد السكان أن الجسر انهار", "أحد السكان"),
        ("وطالبت منظمات حقوقية بفتح تحقيق", "منظمات حقوقية"),
        ("وطالب محتجون بإقالة المدير", "محتجون"),
        ("وتطالب كل من النقابة والبلدية بصرف الرواتب", "كل من النقابة والبلدية"),
        ("وقال مدربه سامي الدربي إنه راض عن النتيجة", "مدربه سامي الدربي"),
        ("وقال عمدة المدينة إن السوق ستفتح غدا", "عمدة المدينة"),
        ("كشفت قوى الأمن أن المطلوب سلم نفسه", "قوى الأمن"),
        ("وحذر الكرملين من إغلاق الميناء", "الكرملين"),
        ("وكان رئيس وزراء البلاد قد أعلن أن السد امتلأ", "رئيس وزراء البلاد"),
        ("هذا وكانت مصادر محلية قد أفادت بوصول السفينة", "مصادر محلية"),
        ("أبلغت روسيا بريطانيا بأن السفارة ستغلق", "روسيا"),
        ("واتهم مفتشون أمميون موسكو بمنع الزيارة", "مفتشون أمميون"),
        ("قال لـ«المدار» مصدر في الميناء إن السفينة غرقت", "مصدر في الميناء"),
        ("وقال التاجر عكرمة إن السوق مغلقة", "التاجر عكرمة"),
    ],
)
def test_the_subject_right_after_its_verb(text: str, source: str) -> None:
    assert sources(text)[0] == source


def test_speech_in_quotation_marks_follows_its_speaker() -> None:
    assert sources("وأوضح الحداد «كانت الورشة مغلقة منذ شهر كامل بسبب الأمطار»") == ["الحداد"]


@pytest.mark.parametrize(
    "text",
    [
        "واتهم الحزب بعرقلة المفاوضات",
        "واتهمت حماة البيئة بإغلاق الطريق",
        "ووصف القرار بأنه خاطئ",
        "وأبلغ نظيره أن الجسر مغلق",
        "وكان قد دعا مسؤولي النادي إلى الاجتماع",
    ],
)
def test_the_object_does_not_speak(text: str) -> None:
    assert sources(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "وارتكب الفريق عدة أخطاء قبل أن يسجل هدفين",
        "وأضاف اللاعب الهدف الثالث في الدقيقة الأخيرة",
        "ومن المقرر أن يعلن الوزير النتائج غدا",
        "وإذا رفضت الشركة الطلب فستعقد جلسة أخرى",
        "وارتفعت الأسعار، مما يشير إلى أن الطلب قوي",
        "وبعد الفحص تبين أن الصمام معطل",
        "وأثار القرار رد فعل قويا لأن السكان لم يستشاروا",
        "وقضى سنوات طويلة في الغربة",
        "لكن الأمر تطلب جهودا كبيرة من الفريق",
        "ويبلغ السابعة والعشرين من عمره",
        "وأظهرت المرأة شجاعة نادرة",
        "الخطوة تؤكد أن الشركة جادة",
    ],
)
def test_words_that_report_nothing_here(text: str) -> None:
    assert sources(text) == []


def test_the_one_who_speaks_for_another() -> None:
    assert sources("ونقلت الوكالة على لسان العميد سامي الدربي قوله إن الطريق سالكة") == ["العميد سامي الدربي"]
    assert sources("أعلن النادي على لسان مديره سامي الدربي أن المباراة أجلت") == ["مديره سامي الدربي"]


def test_an_agency_that_credits_a_source_passes_it_on() -> None:
    read = account("ذكرت وكالة رويترز نقلا عن وزارة النقل أن الجسر أغلق.")
    names = {speaker.key: speaker.name for speaker in read.speakers}
    said = next(s for s in read.statements if len(s.chain) > 1)
    assert names[said.chain[-1]] == "وزارة النقل"
    assert any(key.startswith("agency:") for key in said.chain)


def test_a_participle_goes_on_with_the_one_who_reports() -> None:
    text = "وأوضحت الشركة أن العمال الذين رفضوا العرض سيعودون غدا، مشيرة إلى أن المصنع مفتوح."
    assert set(speakers(text)) == {"الشركة"}


def test_a_participle_without_a_report_before_it_goes_with_who_acted() -> None:
    text = "قال مدير الميناء إن السفينة غرقت.\nوزارت الوزيرة هالة الدربي المكان، قائلة إن التحقيق بدأ."
    assert speakers(text)[-1] == "الوزيرة هالة الدربي"


def test_an_act_told_in_a_report_rests_on_the_reporter() -> None:
    assert set(speakers("قال المحامي سامي الدربي إن القاضي رفض طلب الإفراج.")) == {"المحامي سامي الدربي"}


def test_a_dropped_subject_goes_back_to_who_acted_in_its_sentence() -> None:
    text = "قال مدير الميناء إن السفينة غرقت.\nولم يؤكد الجيش الأردني الحادث لكنه أعلن أن التحقيق بدأ."
    assert speakers(text)[-1] == "الجيش الأردني"


def test_a_dropped_subject_never_named_as_a_source_is_the_one_the_article_is_about() -> None:
    assert speakers("وأوضحت أن العمل الجديد سيعرض قريبا.", title="الممثلة هالة الدربي تعود") == ["الممثلة هالة الدربي"]


def test_a_possible_passive_is_not_given_to_anybody() -> None:
    read = account("أعلن في المدينة عن فتح الطريق.", title="سامي الدربي يزور المدينة")
    assert [s.chain[-1] for s in read.statements if len(s.chain) > 1] == [UNSPECIFIED]


def test_an_honorific_is_the_person_named_before() -> None:
    text = "قال الأمير سامي الدربي إن المشروع اكتمل.\nوأضاف سموه أن الطريق ستفتح غدا."
    assert set(speakers(text)) == {"الأمير سامي الدربي"}


def test_a_name_that_sounds_like_a_plural_goes_on() -> None:
    text = "وقال الرئيس إيمانويل ماكرون إن القمة أجلت.\nوأضاف أن المحادثات مستمرة."
    assert len(set(speakers(text))) == 1


def test_several_people_do_not_go_on_in_the_singular() -> None:
    text = "قال الوزير سامي الدربي إن الجسر مغلق.\nوطالب سكان الحي بفتحه.\nوأضاف أن العمل مستمر."
    assert speakers(text)[-1] == "الوزير سامي الدربي"


def test_according_to_his_own_words_names_nobody_new() -> None:
    text = "وقال المدير سامي الدربي إن الخطة جاهزة، وإن العمل سيبدأ غدا، بحسب قوله."
    assert set(speakers(text)) == {"المدير سامي الدربي"}


def test_a_book_says_what_stands_in_it() -> None:
    assert sources("وبحسب ما جاء في كتاب عن المدينة، بني السور قبل قرون") == ["كتاب"]


def test_the_subject_of_a_relative_clause_may_follow_its_verb() -> None:
    assert sources("ومنها المادة التي بينت دراسات كثيرة أنها ضارة") == ["دراسات كثيرة"]


def test_a_plural_verb_has_its_object_after_it() -> None:
    assert sources("وطالبوا النقابة بصرف الرواتب") == [None]


def test_she_did_not_say_what_he_said_of_her() -> None:
    text = "قال الوزير سامي الدربي إن الخطة جاهزة.\nوأشاد بالوزارة التي قال إنها أنجزت العمل."
    assert speakers(text)[-1] == "الوزير سامي الدربي"


def test_a_quoted_term_reports_nothing() -> None:
    assert len(find_frames(parse(QUOTED, Sentence((0, len(QUOTED)))))) == 1


QUOTED = "قال المدير سامي الدربي إن هناك «توافق محدود» على الخطة"


def test_a_name_known_in_the_article_is_known_in_all_of_it() -> None:
    text = (
        "قال الوزير جون كرامب إن الجسر مغلق.\nوقالت الشركة إن العمل بدأ.\nوحين سئل كرامب عن الأمر قال إن الطريق سالكة."
    )
    assert speakers(text)[-1] == "الوزير جون كرامب"


def test_the_first_letter_of_a_word_is_no_conjunction() -> None:
    assert sources("وأكد وزراء الدول أن القمة ستعقد غدا") == ["وزراء الدول"]


def test_things_near_a_name_stay_outside_it() -> None:
    assert sources("ونفى الوزير مجددا أي خلاف") == ["الوزير"]
    assert sources("وقال حزب العمال السبت إن الهدنة انتهت") == ["حزب العمال"]


def test_two_of_one_family_are_two_speakers() -> None:
    text = (
        "قال المدير محمد جواد داود إن الجسر مغلق.\nوقال رئيس البلدية علي داود إن الطريق سالكة.\n"
        "وأضاف داود أن العمل مستمر."
    )
    first, *others = speakers(text)
    assert first == "المدير محمد جواد داود"
    assert set(others) == {"رئيس البلدية علي داود"}


@pytest.mark.parametrize("his", ["بيان مكتب سامي الدربي", "إدارة سامي الدربي"])
def test_what_is_a_persons_is_not_the_person(his: str) -> None:
    verb = "وأفاد" if his.startswith("بيان") else "وقالت"
    text = f"{verb} {his} إن الجسر مغلق.\nوقال الوزير سامي الدربي إن الطريق سالكة."
    assert speakers(text)[-1] == "الوزير سامي الدربي"


def test_a_site_named_aside_does_not_go_on() -> None:
    text = "وقال الوزير سامي الدربي إن الجسر مغلق، وفقا لموقع المدار.\nوأضاف أن العمل مستمر."
    assert speakers(text)[-1] == "الوزير سامي الدربي"
    text = "قال الوزير سامي الدربي إن الجسر مغلق.\nوحسب موقع المدار المحلي، أضاف: سأغادر المدينة غدا"
    assert speakers(text)[-1] == "الوزير سامي الدربي"


def test_a_circumstance_holds_no_subject() -> None:
    assert sources("ورغم تهديدات الدربي، صرح نائب المدير سامي كرامب أن العمل مستمر") == ["نائب المدير سامي كرامب"]


def test_any_threat_says_nothing() -> None:
    assert "أي تهديد للمدينة" not in sources("أي تهديد للمدينة يعتبر خطرا على الجميع")


def test_his_excellency_is_the_one_written_with_excellency() -> None:
    text = (
        "أقام المجلس الأعلى للزراعة حفلا في المدينة.\nوألقى بهذه المناسبة معالي الشيخ سامي الدربي كلمة.\n"
        "وأكد معاليه أن الموسم جيد."
    )
    assert speakers(text)[-1] == "معالي الشيخ سامي الدربي"


def test_whom_a_sentence_turns_to_goes_on() -> None:
    text = "قالت المنظمة إن الجسر مغلق.\nأما وزير النقل، سامي الدربي، فيشعر بغضب شديد.\nويقول: «نحن هنا»."
    assert speakers(text)[-1] == "وزير النقل، سامي الدربي"


def test_figures_and_recordings_show() -> None:
    assert sources("أظهرت أحدث الأرقام الرسمية تراجع عائدات السياحة هذا العام") == ["أحدث الأرقام الرسمية"]
    assert sources("وتشير أرقام الأمم المتحدة إلى أن القرى خالية") == ["أرقام الأمم المتحدة"]


def test_a_participle_right_after_its_verb_names_nobody() -> None:
    assert sources("وكتبت مؤكدة أنها لم تغادر المدينة") == [None]


def test_some_of_many_act_and_speak() -> None:
    assert sources("وخلال الندوة، استعرض بعض الخبراء تجاربهم، وقالوا إن العمل مستمر")[-1] == "بعض الخبراء"


def test_a_calling_before_a_name_is_a_subject() -> None:
    assert sources("صرح نجم الفريق السابق سامي الدربي أنه وافق على العرض") == ["نجم الفريق السابق سامي الدربي"]


def test_according_to_what_happened_names_nobody() -> None:
    assert "الفترة الأخيرة" not in sources("وقال المدير إن الأسعار ارتفعت، وفق ما شهدته الفترة الأخيرة من طلب")
    assert sources("وبحسب ما أدلى به لراديو المدار، كشف سامي الدربي أن العمل مستمر")[-1] == "سامي الدربي"


def test_the_one_quoted_ends_before_what_is_told() -> None:
    assert sources("وذكرت الصحيفة نقلا عن المسؤول الذي لم تسمه أن الخطة جاهزة")[-1] == "المسؤول الذي لم تسمه"


def test_what_is_announced_is_no_part_of_the_name() -> None:
    assert sources("أعلن مؤسس الشركة سامي الدربي استقالته قائلا: «حان وقت المغادرة»")[0] == "مؤسس الشركة سامي الدربي"


def test_an_expectation_in_a_report_is_the_reporters() -> None:
    assert set(speakers("وقال الخبير سامي الدربي إنه من المتوقع أن ترتفع الأسعار غدا")) == {"الخبير سامي الدربي"}


def test_a_secretary_general_goes_on_though_his_title_ends_like_a_plural() -> None:
    text = "وقال الأمين العام للرابطة إن العمل بدأ.\nوأضاف أن الموعد لم يتغير."
    assert speakers(text) == ["الأمين العام للرابطة"] * 2


def test_two_ministers_go_on_together() -> None:
    text = "وقال الوزيران إن الاتفاق مهم.\nوأضافا أن العمل سيبدأ غدا."
    assert speakers(text) == ["الوزيران"] * 2


def test_a_sister_and_her_brother_are_two() -> None:
    text = "وقالت ليلى الدربي، شقيقة شادي، إن الشرطة حضرت.\nوكتب شادي على حسابه أن الأمر انتهى."
    assert speakers(text) == ["ليلى الدربي، شقيقة شادي", "شادي"]


def test_a_telegram_speaks_for_its_sender() -> None:
    text = "تلقى الرئيس سامي الدربي برقية تهنئة من نظيره شادي الحلبي، أكد فيها أهمية التعاون"
    assert speakers(text)[-1] == "نظيره شادي الحلبي"
