from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.languages.lexicons import entries
from tawatur.model import Account, Claim, SourceKind
from tawatur.origins import UNCREDITED, judge
from tawatur.settings import DEFAULT
from tawatur.stories import find_copies, resolve_sources
from tests.stories.invented import account, said

SHUT = "السوق مغلقة"
CLOSED = "أغلقت السوق أبوابها اليوم"
OFFICER: tuple[str, SourceKind] = ("مصدر أمني", "anonymous")
WIRE = "وكانت العبارة قد خضعت لإصلاحات واسعة في حوض مرفأ الصخرة قبل شهرين من إبحارها الأخير"


def judged(*accounts: Account) -> Claim:
    """The one claim that all statements of the accounts make, judged."""
    sources, resolved = resolve_sources(accounts)
    claim = Claim("c01", tuple(s.id for a in accounts for s in a.statements))
    copies = find_copies([a.article for a in accounts])
    (out,) = judge([claim], resolved, sources, copies, DEFAULT)
    known = {e["form"] for e in entries("interface", "reasons_origins")}
    assert {r.code for r in out.reasons} | {r.code for t in out.ties for r in t.reasons} <= known
    assert out.independent[0] <= out.independent[1]
    return out


def test_own_voices_count_nothing() -> None:
    assert judged(account("a", said(SHUT)), account("b", said(CLOSED))).independent == (0, 0)


def test_one_person_in_two_outlets_is_one_origin() -> None:
    a = account("a", said(("وزير الزراعة سالم المرعي", "person"), SHUT))
    b = account("b", said(("المرعي", "person"), CLOSED))
    assert judged(a, b).independent == (1, 1)


def test_bodies_of_two_states_are_two_origins() -> None:
    a = account("a", said(("وزارة الخارجية القطرية", "organisation"), SHUT))
    b = account("b", said(("وزارة الخارجية العمانية", "organisation"), CLOSED))
    out = judged(a, b)
    assert out.independent == (2, 2)
    assert len(out.origins) == 2


def test_a_spokesman_and_his_ministry_are_one() -> None:
    a = account("a", said(("وزارة الصحة", "organisation"), SHUT))
    b = account("b", said(("المتحدث باسم وزارة الصحة سالم المرعي", "person"), CLOSED))
    assert judged(a, b).independent == (1, 1)


def test_army_and_police_of_one_state_are_two() -> None:
    a = account("a", said(("الجيش الأردني", "organisation"), SHUT))
    b = account("b", said(("الشرطة الأردنية", "organisation"), CLOSED))
    assert judged(a, b).independent == (2, 2)


def test_a_party_inside_an_unnamed_account_is_no_root() -> None:
    a = account("a", said(("مصدر دبلوماسي سوري", "anonymous"), ("الوفد التركي", "organisation"), SHUT))
    b = account("b", said(("دبلوماسي سوري", "anonymous"), CLOSED))
    out = judged(a, b)
    assert out.independent[0] == 1
    assert not any("الوفد" in root for root in out.roots)


def test_compatible_unnamed_sources_may_be_one() -> None:
    assert judged(account("a", said(OFFICER, SHUT)), account("b", said(OFFICER, CLOSED))).independent == (1, 1)


def test_unnamed_sources_of_two_countries_are_two() -> None:
    a = account("a", said(("مسؤول تركي", "anonymous"), SHUT))
    b = account("b", said(("مسؤول يوناني", "anonymous"), CLOSED))
    assert judged(a, b).independent == (2, 2)


def test_witnesses_are_not_the_security_source() -> None:
    a = account("a", said(OFFICER, SHUT))
    b = account("b", said(("شهود عيان", "anonymous"), CLOSED))
    assert judged(a, b).independent == (2, 2)


def test_a_source_of_whom_nothing_is_told_adds_nothing_for_sure() -> None:
    a = account("a", said(("الشرطة الأردنية", "organisation"), SHUT))
    b = account("b", said(("مصادر", "anonymous"), CLOSED))
    assert judged(a, b).independent == (1, 2)


def test_a_vague_source_does_not_join_two_that_differ() -> None:
    a = account("a", said(("الشرطة الأردنية", "organisation"), SHUT))
    b = account("b", said(("مصادر", "anonymous"), CLOSED))
    c = account("c", said(("وزارة الزراعة المصرية", "organisation"), "لا بيع في السوق"))
    assert judged(a, b, c).independent == (2, 3)


def test_an_agency_and_whom_it_relays_are_one() -> None:
    a = account("a", said(("رويترز", "agency"), ("قائد ميداني", "anonymous"), SHUT))
    b = account("b", said(("رويترز", "agency"), CLOSED))
    assert judged(a, b).independent == (1, 1)


def test_a_country_stands_for_the_body_that_speaks() -> None:
    a = account("a", said(("موسكو", "organisation"), SHUT))
    b = account("b", said(("وزارة الدفاع الروسية", "organisation"), CLOSED))
    assert judged(a, b).independent == (1, 1)


def test_a_joint_source_is_as_many_as_it_names() -> None:
    a = account("a", said(("روسيا وسوريا", "organisation"), SHUT))
    assert judged(a, account("b", said(CLOSED))).independent == (2, 2)


def test_shared_wording_without_credit_is_one_wire() -> None:
    out = judged(account("a", said(WIRE)), account("b", said(WIRE)))
    assert out.independent == (1, 1)
    assert out.roots == (UNCREDITED.id,)


def test_shared_wording_of_two_outlets_of_one_house_is_no_wire() -> None:
    a = account("a", said(WIRE), outlet="alarabiya")
    b = account("b", said(WIRE), outlet="alhadath")
    assert judged(a, b).independent == (0, 0)


def test_wording_that_another_article_credits_is_no_wire_of_its_own() -> None:
    a = account("a", said(WIRE))
    b = account("b", said(WIRE))
    c = account("c", said(("خفر السواحل", "organisation"), WIRE))
    assert judged(a, b, c).independent == (1, 1)


def test_headlines_add_nothing() -> None:
    title = "العبارة خضعت لإصلاحات واسعة في حوض مرفأ الصخرة قبل شهرين"
    a, b = account("a", said(SHUT), title=title), account("b", said(CLOSED), title=title)
    assert judged(a, b).independent == (0, 0)


def test_named_sources_given_in_one_wording_may_be_one_text() -> None:
    a = account("a", said(("شركة الندى للنقل", "organisation"), WIRE))
    b = account("b", said(("هيئة الموانئ", "organisation"), WIRE))
    assert judged(a, b).independent == (1, 2)


def quoted(made: Account) -> Account:
    """The account with all its statements as direct speech."""
    return replace(made, statements=tuple(replace(s, mode="direct") for s in made.statements))


def test_one_quotation_under_two_names_may_be_one_persons_and_reported_speech_is_none() -> None:
    coach, club = ("المدرب سالم المرعي", "person"), ("نادي النوارس", "organisation")
    a = account("a", said(coach, "فريقي سيقاتل حتى الدقيقة الأخيرة من الموسم"))
    b = account("b", said(club, "الفريق سيقاتل حتى آخر دقيقة في الموسم"))
    out = judged(quoted(a), quoted(b))
    assert out.independent == (1, 2)
    assert "origins.tie_quotation" in {r.code for t in out.ties for r in t.reasons}
    assert judged(a, b).independent == (2, 2)
    assert judged(quoted(a), quoted(account("b", said(club, "اللاعبون جاهزون للمباراة")))).independent == (2, 2)


def test_when_every_origin_is_a_party_the_reader_is_told() -> None:
    a = account("a", said(("الجيش الأردني", "organisation"), SHUT))
    assert "origins.all_parties" in {r.code for r in judged(a, account("b", said(CLOSED))).reasons}


NAMES = [
    "مصدر أمني",
    "مصادر",
    "الشرطة",
    "موسكو",
    "وزارة الصحة في غزة",
    "شهود",
    "رويترز",
    "سالم المرعي",
    "x",
    "روسيا وسوريا",
]
KINDS: list[SourceKind] = ["anonymous", "organisation", "person", "agency", "document", "post"]


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(KINDS)), min_size=1, max_size=6))
@settings(max_examples=80, deadline=None)
def test_bounds_hold_and_every_root_is_in_one_origin(speakers: list[tuple[str, SourceKind]]) -> None:
    out = judged(*(account(str(i), said(s, SHUT)) for i, s in enumerate(speakers)))
    assert 1 <= out.independent[0] <= out.independent[1] <= len(out.roots)
    assert sorted(r for o in out.origins for r in o.roots) == sorted(out.roots)


def test_a_source_told_by_its_kind_only_may_be_a_fuller_one() -> None:
    a = account("a", said(("المحكمة", "organisation"), SHUT))
    b = account("b", said(("رئيس محكمة العنبر سالم المرعي", "person"), CLOSED))
    assert judged(a, b).independent[0] == 1


def test_a_presidency_and_the_presidents_spokesman_are_one() -> None:
    a = account("a", said(("مكتب الرئاسة في الأردن", "organisation"), SHUT))
    b = account("b", said(("متحدث باسم رئيس الأردن سالم المرعي", "person"), CLOSED))
    assert judged(a, b).independent == (1, 1)


def test_official_media_of_an_untold_state_may_repeat_an_official() -> None:
    a = account("a", said(("وسائل إعلام رسمية", "organisation"), SHUT))
    b = account("b", said(("وزير الزراعة سالم المرعي", "person"), CLOSED))
    assert judged(a, b).independent == (1, 2)


def test_two_sources_of_which_nothing_is_told_may_be_one() -> None:
    a = account("a", said(("مصدر", "anonymous"), SHUT))
    b = account("b", said(("مصادر", "anonymous"), CLOSED))
    assert judged(a, b).independent == (1, 1)


def test_sources_that_agree_are_more_than_the_one_named_beside_them() -> None:
    a = account("a", said(("الشرطة الأردنية", "organisation"), SHUT))
    b = account("b", said(("مصادر متطابقة", "anonymous"), CLOSED))
    assert judged(a, b).independent == (2, 2)


def test_a_states_media_may_only_quote_the_unnamed_officer() -> None:
    a = account("a", said(("مصدر عسكري", "anonymous"), SHUT))
    b = account("b", said(("التلفزيون الأردني الرسمي", "organisation"), CLOSED))
    assert judged(a, b).independent == (1, 2)


def test_television_quoting_the_ministry_is_the_ministry() -> None:
    ministry = ("وزارة الزراعة الأردنية", "organisation")
    a = account("a", said(("التلفزيون الأردني", "organisation"), ministry, SHUT))
    b = account("b", said(ministry, CLOSED))
    assert judged(a, b).independent == (1, 1)


def test_a_side_and_its_unnamed_official_are_one() -> None:
    a = account("a", said(("الأكراد", "organisation"), SHUT), said(("مسؤول كردي كبير", "anonymous"), CLOSED))
    b = account("b", said(("مصادر كردية", "anonymous"), "السوق لا تبيع شيئا"))
    assert judged(a, b).independent[0] == 1


def test_an_administration_and_a_representative_of_its_state_are_one() -> None:
    a = account("a", said(("الإدارة الأمريكية", "organisation"), SHUT))
    b = account("b", said(("الممثل التجاري للولايات المتحدة", "person"), CLOSED))
    assert judged(a, b).independent == (1, 1)


def test_unnamed_officers_of_two_corps_are_two() -> None:
    a = account("a", said(("ضابط في الشرطة", "anonymous"), SHUT))
    b = account("b", said(("طبيب في المستشفى", "anonymous"), CLOSED))
    assert judged(a, b).independent == (2, 2)


def test_one_official_and_several_may_be_two() -> None:
    a = account("a", said(("مسؤول تركي", "anonymous"), SHUT))
    b = account("b", said(("مسؤولان تركيان", "anonymous"), CLOSED))
    b = replace(b, speakers=tuple(replace(s, number=2) for s in b.speakers))
    assert judged(a, b).independent == (1, 2)


def test_officials_who_spoke_to_two_agencies_may_be_two() -> None:
    a = account("a", said(("رويترز", "agency"), ("مسؤول تركي", "anonymous"), SHUT))
    b = account("b", said(("فرانس برس", "agency"), ("مسؤول تركي", "anonymous"), CLOSED))
    assert judged(a, b).independent == (1, 2)


def test_a_resident_by_name_is_not_any_resident() -> None:
    a = account("a", said(("أحد سكان الحي", "anonymous"), SHUT))
    b = account("b", said(("سالم المرعي، وهو من سكان الحي", "person"), CLOSED))
    assert judged(a, b).independent == (2, 2)


def test_correspondents_of_one_publisher_are_one_and_of_two_are_two() -> None:
    ours, theirs = ("مراسلنا", "organisation"), ("مراسلتنا", "organisation")
    a = account("a", said(ours, SHUT), outlet="alarabiya")
    b = account("b", said(theirs, CLOSED), outlet="alhadath")
    c = account("c", said(theirs, CLOSED), outlet="bbc")
    assert judged(a, b).independent[0] == 1
    assert judged(a, c).independent == (2, 2)


def test_two_sources_quoted_one_after_the_other_in_one_text_are_two() -> None:
    first = ("الجيش الأردني", "organisation"), "الزورق الصغير دخل المضيق من جهة الجزيرة عند منتصف الليل"
    second = ("هيئة الموانئ", "organisation"), "الأمواج أعاقت البحث عن ركاب العبارة حتى ساعات الصباح الأولى"
    a, b = account("a", said(*first), said(*second)), account("b", said(*first), said(*second))
    assert judged(a, b).independent == (2, 2)


def test_own_voices_in_one_wording_are_a_wire_in_any_spelling() -> None:
    edited = "و كانت العباره قد خضعت لاصلاحاتٍ واسعة في حوض مرفأ الصخرة قبل شهرين من إبحارهـــا الاخير"
    out = judged(account("a", said(WIRE)), account("b", said(edited)))
    assert (out.independent, out.roots) == ((1, 1), (UNCREDITED.id,))


def test_an_office_without_its_holder_may_be_the_named_ones() -> None:
    a = account("a", said(("نائب رئيس الوزراء الأردني", "person"), SHUT))
    b = account("b", said(("نائب رئيس الحكومة، سالم المرعي", "person"), CLOSED))
    assert judged(a, b).independent == (1, 2)


def test_two_named_holders_of_one_kind_of_office_are_two() -> None:
    a = account("a", said(("نائب رئيس الوزراء ناصر القيسي", "person"), SHUT))
    b = account("b", said(("نائب رئيس الحكومة، سالم المرعي", "person"), CLOSED))
    assert judged(a, b).independent[1] == 2


def test_one_president_in_two_spellings_is_one() -> None:
    a = account("a", said(("الرئيس البرازيلي ميلتون باراتو", "person"), SHUT))
    b = account("b", said(("الرئيس البرازيلي ميلتونو باراتو", "person"), CLOSED))
    assert judged(a, b).independent == (1, 1)


def test_the_house_of_a_head_of_state_speaks_for_the_state() -> None:
    a = account("a", said(("البيت الأبيض", "organisation"), SHUT))
    assert judged(a, account("b", said(("أمريكا", "organisation"), CLOSED))).independent == (1, 1)
    assert judged(a, account("b", said(("الكرملين", "organisation"), CLOSED))).independent == (2, 2)


def test_a_bare_ministry_may_be_that_of_the_minister() -> None:
    a = account("a", said(("الوزارة", "organisation"), SHUT))
    b = account("b", said(("الوزير سالم المرعي", "person"), CLOSED))
    assert judged(a, b).independent == (1, 2)


def test_governments_of_two_states_are_two() -> None:
    a = account("a", said(("وزارة المالية الأردنية", "organisation"), SHUT))
    b = account("b", said(("الحكومة الإماراتية", "organisation"), CLOSED))
    assert judged(a, b).independent == (2, 2)


def test_companies_of_one_trade_are_two() -> None:
    a = account("a", said(("الخطوط الجوية المتحدة للشحن", "organisation"), SHUT))
    b = account("b", said(("متحدث باسم طيران الندى", "person"), CLOSED))
    assert judged(a, b).independent == (2, 2)


def test_officials_of_whom_nothing_more_is_told_add_nothing_for_sure() -> None:
    a = account("a", said(("مسؤولون", "anonymous"), SHUT))
    b = account("b", said(("الرئاسة الأردنية", "organisation"), CLOSED))
    assert judged(a, b).independent == (1, 2)


def test_a_given_name_that_looks_like_a_people_is_no_country() -> None:
    spokesman = ("المتحدث باسم قوات التحالف العقيد تركي المرعي", "person"), SHUT
    again = ("العقيد، تركي المرعي", "person"), CLOSED
    b = account("b", said(("التحالف العسكري", "organisation"), "السوق لا تبيع شيئا"))
    assert judged(account("a", said(*spokesman), said(*again)), b).independent[0] == 1


def test_a_source_of_no_told_state_does_not_join_two_states() -> None:
    a = account("a", said(("أمريكا", "organisation"), SHUT))
    b = account("b", said(("كندا", "organisation"), CLOSED))
    c = account("c", said(("رئيس المجلس سالم المرعي", "person"), "لا بيع في السوق"))
    assert judged(a, b, c).independent[0] == 2


def test_a_rare_name_in_both_may_be_one_persons() -> None:
    a = account("a", said(("وأوضح جيمس شوفيلد", "person"), SHUT))
    b = account("b", said(("السيد شوفيلد، صاحب المتجر", "person"), CLOSED))
    assert judged(a, b).independent[0] == 1


def test_a_given_name_in_both_tells_nothing() -> None:
    a = account("a", said(("محمد المرعي", "person"), SHUT))
    b = account("b", said(("محمد النجار", "person"), CLOSED))
    assert judged(a, b).independent == (2, 2)


def test_a_person_told_by_a_description_may_be_the_named_one() -> None:
    a = account("a", said(("وزير الزراعة الأردني سالم المرعي", "person"), SHUT))
    b = account("b", said(("الوزير الأردني", "person"), CLOSED))
    c = account("c", said(("الوزير القطري", "person"), CLOSED))
    assert judged(a, b).independent[0] == 1
    assert judged(a, c).independent == (2, 2)


def test_the_authorities_may_be_any_body_of_the_state() -> None:
    a = account("a", said(("السلطات", "organisation"), SHUT))
    b = account("b", said(("وزير الزراعة سالم المرعي", "person"), CLOSED))
    assert judged(a, b).independent == (1, 2)


def test_a_paper_of_nobody_may_be_of_whoever_speaks() -> None:
    a = account("a", said(("البيان المقتضب", "document"), SHUT))
    b = account("b", said(("نقابة الصيادين", "organisation"), CLOSED))
    assert judged(a, b).independent[0] == 1
