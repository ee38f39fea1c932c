from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest

from tawatur.model import Account, Article
from tawatur.stories import find_events

GOLD = Path(__file__).parents[2].parent / "shared" / "gold" / "stories"
FERRY = (
    "غرق عبارة قبالة جزيرة الندى\nغرقت عبارة صغيرة قبالة جزيرة الندى فجر الثلاثاء وعلى متنها عشرات الركاب، وأعلن "
    "خفر السواحل انتشال سبعة ركاب أحياء ونقلهم بالزوارق إلى مرفأ الصخرة، بينما تواصل البحث عن المفقودين رغم الأمواج."
)
FERRY_AGAIN = (
    "البحث عن ناجين من العبارة الغارقة\nواصلت زوارق خفر السواحل البحث عن مفقودين بعد غرق العبارة قبالة جزيرة الندى، "
    "وقال ركاب نجوا إن الأمواج ضربت السفينة قبل وصولها مرفأ الصخرة بنحو ميلين، وإن سترات النجاة لم تكن تكفي الجميع."
)
VINEYARD = (
    "جدل حول ضريبة العنب\nأثار قرار وزارة الزراعة رفع الضريبة على محصول العنب غضب المزارعين في التلال الغربية، الذين "
    "أغلقوا معاصر التعاونية وطالبوا البرلمان بتأجيل القانون إلى ما بعد موسم القطاف، محذرين من إفلاس مئات الكروم."
)


def account(id: str, text: str) -> Account:
    return Account(Article(id, f"outlet_{id}", text), (), (), ())


def test_one_event_is_one_group() -> None:
    assert find_events([account("a", FERRY), account("b", FERRY_AGAIN)]) == (("a", "b"),)


def test_two_events_are_told_apart_in_input_order() -> None:
    found = find_events([account("a", FERRY), account("v", VINEYARD), account("b", FERRY_AGAIN)])
    assert found == (("a", "b"), ("v",))


def test_what_is_too_short_to_tell_raises_no_alarm() -> None:
    assert find_events([account("a", FERRY), account("s", "خبر عاجل")]) == (("a", "s"),)
    assert find_events([]) == ()


@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated development stories are not here")
def test_annotated_stories_are_whole_and_mixtures_are_found() -> None:
    stories = [
        [account(e["id"], f"{e['title']}\n{e['text']}") for e in json.loads(f.read_text(encoding="utf-8"))["articles"]]
        for f in sorted(GOLD.glob("*.in.json"))[:10]
    ]
    assert all(len(find_events(story)) == 1 for story in stories)
    mixed = [find_events([*a, *b]) for a, b in combinations(stories, 2)]
    assert sum(len(groups) == 2 for groups in mixed) >= 0.9 * len(mixed)
