from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from tawatur.claims import align
from tawatur.model import Account, Claim
from tawatur.settings import DEFAULT
from tests.claims.invented import Said, account


def aligned(*accounts: Account) -> tuple[Claim, ...]:
    return align(accounts, (), (), DEFAULT)


def members(claims: tuple[Claim, ...], id: str) -> set[str]:
    return next(set(claim.members) for claim in claims if id in claim.members)


FERRY = [
    Said("غرق عبارة تقل سياحا قرب جزيرة المرجان"),
    Said("غرقت عبارة الفجر قبالة جزيرة المرجان صباح الأحد بعد اصطدامها بصخرة", "خفر_السواحل"),
    Said("فرق الإنقاذ انتشلت جميع الركاب من المياه", "خفر_السواحل"),
    Said("الشركة المالكة ستعوض المسافرين عن خسائرهم", "الشركة", kind="position"),
]


def test_same_happening_in_other_words_is_one_claim_and_order_is_that_of_first_members() -> None:
    other = [
        Said("عبارة سياحية تغرق قرب المرجان"),
        Said("العبارة غرقت قبالة جزيرة المرجان الأحد إثر اصطدامها بصخرة", "خفر_السواحل"),
        Said("انتشال جميع الركاب من المياه بواسطة فرق الإنقاذ", "خفر_السواحل"),
        Said("الموسم السياحي يبدأ في أيار من كل عام"),
    ]
    claims = aligned(account("a1", "hibr", FERRY, titled=True), account("a2", "sanabel", other, titled=True))
    assert members(claims, "a1.02") >= {"a1.02", "a2.02"}
    assert members(claims, "a1.03") == {"a1.03", "a2.03"}
    assert members(claims, "a1.04") == {"a1.04"}
    assert members(claims, "a2.04") == {"a2.04"}
    assert [claim.id for claim in claims] == [f"c{n:02}" for n in range(1, len(claims) + 1)]
    assert [claim.members[0] for claim in claims] == sorted(claim.members[0] for claim in claims)


def test_links_connect_the_members_and_say_why() -> None:
    claims = aligned(account("a1", "hibr", FERRY), account("a2", "sanabel", FERRY))
    for claim in claims:
        assert len(claim.links) == len(claim.members) - 1
        assert {id for link in claim.links for id in (link.a, link.b)} in (set(claim.members), set())
        for link in claim.links:
            assert 0 <= link.score <= 1
            assert link.reasons[0].code == "claims.shared_words"
    spoken = next(claim for claim in claims if "a1.03" in claim.members)
    assert "claims.same_speaker" in {reason.code for reason in spoken.links[0].reasons}


def test_different_tolls_are_different_claims_however_alike_the_words() -> None:
    one = Said("قتل 7 أشخاص في انهيار مبنى بحي الزيتون", numbers=[("7", 7, 7, "person", "killed")])
    other = Said("قتل 9 أشخاص في انهيار مبنى بحي الزيتون", numbers=[("9", 9, 9, "person", "killed")])
    assert len(aligned(account("a1", "hibr", [one]), account("a2", "sanabel", [other]))) == 2


def test_a_vague_count_joins_the_exact_one() -> None:
    one = Said("قتل العشرات في انهيار مبنى بحي الزيتون", numbers=[("العشرات", 20, 99, "person", "killed")])
    other = Said("قتل 34 شخصا في انهيار مبنى بحي الزيتون", numbers=[("34", 34, 34, "person", "killed")])
    assert len(aligned(account("a1", "hibr", [one]), account("a2", "sanabel", [other]))) == 1


def test_a_denial_in_the_same_words_is_another_claim() -> None:
    one = Said("تورط الوزير في صفقة القمح الفاسد", "النيابة", kind="accusation")
    other = Said("تورط الوزير في صفقة القمح الفاسد", "الوزير", polarity="-", lead="نفى الوزير")
    assert len(aligned(account("a1", "hibr", [one]), account("a2", "sanabel", [other]))) == 2


def test_the_same_negation_twice_is_no_denial_whatever_polarity_was_read() -> None:
    one = Said("حلقت الطائرة الشراعية فوق حي المرجان دون أن يكون مصرحا لها بذلك", "الشرطة")
    other = Said("الطائرة الشراعية حلقت فوق حي المرجان دون أن يكون مصرحا لها", "متحدث", polarity="-")
    assert len(aligned(account("a1", "hibr", [one]), account("a2", "sanabel", [other]))) == 1


def test_what_was_expected_and_what_came_of_it_are_two_claims() -> None:
    early, late = "2021-03-05T08:00:00Z", "2021-03-05T19:00:00Z"
    near = Said("اقتراب إعصار مرجان من سواحل الوادي الجنوبية ظهر الجمعة")
    came = Said("ضرب إعصار مرجان سواحل الوادي الجنوبية ظهر الجمعة")
    one, other = account("a1", "hibr", [near], published=early), account("a2", "sanabel", [came], published=late)
    assert [claim.members for claim in aligned(one, other)] == [("a1.01",), ("a2.01",)]
    again = account("a2", "sanabel", [Said("إعصار مرجان يقترب من سواحل الوادي الجنوبية الجمعة")], published=late)
    assert [claim.members for claim in aligned(one, again)] == [("a1.01", "a2.01")]


def test_spelling_variants_and_diacritics_do_not_part_a_claim() -> None:
    one = Said("أَعلنت البلديّة إغلاق الجسر القديم أمام الشاحنات")
    other = Said("اعلنت البلدية اغلاق الجسر القديم امام الشاحنات")
    assert len(aligned(account("a1", "hibr", [one]), account("a2", "sanabel", [other]))) == 1


@given(st.lists(st.lists(st.text(min_size=1, max_size=40), max_size=4), max_size=3))
def test_every_statement_is_in_exactly_one_claim_for_any_text(lines: list[list[str]]) -> None:
    accounts = [account(f"a{n}", "hibr", [Said(text) for text in article]) for n, article in enumerate(lines)]
    claims = aligned(*accounts)
    found = [member for claim in claims for member in claim.members]
    assert sorted(found) == sorted(s.id for a in accounts for s in a.statements)


def test_ten_articles_that_share_all_words_give_the_same_claims_twice() -> None:
    chance = random.Random(5)
    words = "غرقت عبارة سفينة ركاب جزيرة ميناء إنقاذ فرق صخرة بحر شركة وزير تحقيق لجنة أمطار طريق جسر مدرسة"
    stock = words.split()
    stock += [f"{word}ات" for word in stock] + [f"ال{word}" for word in stock]
    accounts = [
        account(f"a{n}", "hibr", [Said(" ".join(chance.choices(stock, k=12))) for _ in range(25)]) for n in range(10)
    ]
    assert aligned(*accounts) == aligned(*accounts)
