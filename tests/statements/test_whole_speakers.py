"""Who is no speaker, and where a speaker's name ends, on sentences written for these tests."""

from __future__ import annotations

import pytest

from tawatur.statements.asides import is_aside
from tawatur.statements.frames import find_frames
from tawatur.statements.parsing import parse
from tawatur.statements.sentences import Sentence

from .test_speakers import sources, speakers


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وأوضح د. الحداد بأن المؤسسة أنجزت المشروع", "د. الحداد"),
        ("وذكر مدير عام الشؤون الصحية بمنطقة جازان د. سامي الحداد أن المستشفى جاهز",
         "مدير عام الشؤون الصحية بمنطقة جازان د. سامي الحداد"),
        ("وقالت زوجته لبي بي سي، الأسبوع الماضي، إن نقله سيجعله في خطر", "زوجته"),
        ("ووصفت شخصيات من كل الأحزاب ما قام به الجندي بأنه عمل بطولي", "شخصيات من كل الأحزاب"),
        ("صرح بذلك د. سمير الحداد الأمين العام للمؤسسة، موضحا أن الدورة مهمة", "د. سمير الحداد"),
        ("وقال ثلاثة من المهندسين إن الجسر سليم", "ثلاثة من المهندسين"),
        ("وكان اثنان من مسؤولي الشرطة المحلية قالا لرويترز اليوم إن الغارة فشلت", "اثنان من مسؤولي الشرطة المحلية"),
        ("يشار إلى أن مصدرا مقربا من التحقيق كشف، في وقت سابق، أن ضابطا حل محل رهينة", "مصدرا مقربا من التحقيق"),
        ("وقال صحيفة ماركا: الفريق متعب", "صحيفة ماركا"),
        ("وقالت ناجية من «نورس» لراديو المدار إن السفينة غرقت", "ناجية من «نورس»"),
        ("نفى أحد المتهمين أي تلاعب في الأوراق", "أحد المتهمين"),
        ("معهد الأنهار، ومقره لندن، أكد أن المياه نظيفة", "معهد الأنهار"),
        ("أما سعيد الأحمدي فقال إن الموقع جيد، أما محمد هارونه فقال إن الموقع بعيد", "محمد هارونه"),
        ("وحملت المؤسسة هذه الجماعة كامل المسؤولية عن ذلك", "المؤسسة"),
    ],
)  # fmt: skip
def test_a_speaker_is_named_whole(text: str, source: str) -> None:
    assert source in sources(text)


@pytest.mark.parametrize(
    "text",
    [
        "وأبلغ الصحافيين «الكثيرون أتوا إلى هنا ونحن نرحب بهم في كل وقت»",
        "وصرح لصحفيين في القصر، يوم الخميس الماضي، بأن لديه اجتماعا",
        "وعبرت بدلا من ذلك عن القلق من أن الخبراء أبلغوا عن انتهاك الحظر",
        "وتفسر همسا لمن بجوارها، أن أسرتها لا تملك الخبز",
        "وقال في الندوة الصحفية ذاتها «نحن منتخب قوي ونستحق الفوز»",
        "ورغم أنها كانت بداية مشجعة، رأت أنه لا بد من الدراسة",
        "وحملت هذه الجماعة كامل المسؤولية عن ذلك",
        "ووصف الحداد بـ«الضعيف»",
        "فقد انتقد تصرفات فريد المالكي واعتبر وجوده من الأخطاء",
        "وقالت في تصريحات صحافية من إندونيسيا، حيث شاركت في مؤتمر، إن الحكومة تتابع القضية",
    ],
)
def test_those_told_and_what_was_done_are_no_speakers(text: str) -> None:
    assert sources(text)[0] is None


def test_a_medium_that_passes_on_is_not_the_one_it_quotes() -> None:
    text = "ونقلت عنه وكالة المدار قوله إن الجسر سليم"
    (frame,) = find_frames(parse(text, Sentence((0, len(text)), opens_paragraph=True)))
    assert frame.source is None
    assert frame.relay is not None
    assert frame.gender == "m"


def test_names_joined_go_on_as_several() -> None:
    text = "وقال سامي الحداد إن السوق مغلقة. وذكرت تركيا وإيران أن المعبر مفتوح. وأكدتا أن التجارة مستمرة."
    assert speakers(text)[-1] == "تركيا وإيران"


def test_a_text_named_beside_a_clause_does_not_go_on() -> None:
    text = "وقال المدير سامي الحداد إن السوق مغلقة. وارتفعت الأسعار، بحسب إحصاءات محلية. وأضاف أن السوق ستفتح غدا."
    assert speakers(text)[-1] == "المدير سامي الحداد"


def test_in_which_he_said_goes_on_with_who_acts() -> None:
    text = "وقال مصدر في البلدية إن الوزير سامي الحداد زار السوق في جولة أمس، قال فيها إن السوق ستفتح غدا."
    assert speakers(text)[-1] == "الوزير سامي الحداد"


def test_a_participle_goes_on_with_who_acts_round_a_relative_clause() -> None:
    text = "وخرج الوزير سامي الحداد عن صمته في قضية الفنانة ليلى العطار التي تزعم أنها ظلمت، مؤكدا أنه لم يظلم أحدا."
    assert speakers(text)[-1] == "الوزير سامي الحداد"


def test_as_for_takes_up_who_goes_on_in_the_same_sentence() -> None:
    text = "وقال نبيل العطار إن السوق مغلقة. أما الزائر سامي الحداد فقد أبدى إعجابه بالسوق وقال إنه سيعود غدا."
    assert "سامي الحداد" in speakers(text)[-1]


def test_what_follows_a_noun_told_of_is_the_outlets_unless_it_sounds_said() -> None:
    text = "أعلنت الوزارة إغلاق الجسر القديم، وتضررت أسواق المدينة كلها"
    parsed = parse(text, Sentence((0, len(text)), opens_paragraph=True))
    (frame,) = find_frames(parsed)
    later = (parsed.keys.index("تضررت"), len(parsed))
    assert is_aside(parsed, later, frame, 0.5)
    assert not is_aside(parsed, later, frame, 0.9)
    assert not is_aside(parsed, (frame.content[0], later[0]), frame, 0.5)


def test_what_follows_since_is_the_outlets_though_it_sounds_rather_said() -> None:
    text = "أعلنت الوزارة إغلاق الجسر القديم بعد أسبوع من العاصفة التي ضربت المدينة"
    parsed = parse(text, Sentence((0, len(text)), opens_paragraph=True))
    (frame,) = find_frames(parsed)
    assert is_aside(parsed, (parsed.keys.index("ضربت"), len(parsed)), frame, 0.7)
