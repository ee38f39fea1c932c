from __future__ import annotations

from dataclasses import replace

from tawatur.dossier import report
from tawatur.dossier.parts import LeftOut
from tawatur.model import Claim, Dossier
from tests.invented_dossier import ferry, sample
from tests.writing.test_html import many_articles


def left_out(dossier: Dossier) -> dict[str, LeftOut]:
    return {item.outlet: item for item in report(dossier).left_out}


def without(dossier: Dossier, *members: str) -> Dossier:
    """The dossier with these statements in claims of their own."""
    kept = [replace(c, members=tuple(m for m in c.members if m not in members)) for c in dossier.claims]
    alone = [Claim(f"x{n}", (member,)) for n, member in enumerate(members)]
    return replace(dossier, claims=(*kept, *alone))


def test_outlet_that_lacks_what_two_others_carry_leaves_it_out() -> None:
    found = left_out(without(many_articles(3, 5), "a2.00"))
    assert [o.claim.claim.id for o in found["o2"].omissions] == ["c000"]
    assert set(found) == {"o2"}


def test_what_one_other_outlet_carries_is_not_left_out() -> None:
    assert left_out(without(many_articles(3, 5), "a1.00", "a2.00")) == {}
    assert left_out(many_articles(1, 5)) == {}


def test_most_widely_carried_comes_first() -> None:
    found = left_out(without(many_articles(4, 9), "a3.00", "a3.04", "a2.04"))
    carried = [len(o.claim.outlets) for o in found["o3"].omissions]
    assert carried == [3, 2]


def test_comment_is_nobodys_omission() -> None:
    dossier = without(many_articles(3, 5), "a2.00")
    turned = tuple(replace(s, kind="comment", chain=s.chain[:1]) for s in dossier.statements)
    assert left_out(replace(dossier, statements=turned)) == {}


def test_statement_that_says_nearly_the_same_is_named() -> None:
    found = left_out(without(many_articles(3, 5), "a2.00"))
    nearest = found["o2"].omissions[0].nearest
    assert nearest
    assert nearest.article == "a2"


def test_nothing_is_near_where_no_words_are_shared() -> None:
    dossier = without(many_articles(3, 1), "a2.00")
    other = "لا شأن لهذا الكلام بما سبق"
    article = dossier.articles[2]
    text = article.text + "\n" + other
    moved = tuple(
        replace(s, content=(len(article.text) + 1, len(text)), sentence=(len(article.text) + 1, len(text)))
        if s.article == article.id
        else s
        for s in dossier.statements
    )
    dossier = replace(dossier, articles=(*dossier.articles[:2], replace(article, text=text)), statements=moved)
    assert left_out(dossier)["o2"].omissions[0].nearest is None


def test_other_account_of_the_outlet_is_named() -> None:
    dossier = ferry()
    first = dossier.claims[0]
    shared = replace(first, members=("n.01", "j.01"))
    own = Claim("c05", ("m.01", "m.02"))
    relation = replace(dossier.relations[0], a="c01", b="c05", statements=("n.01", "m.01"))
    found = left_out(replace(dossier, claims=(shared, *dossier.claims[1:], own), relations=(relation,)))
    assert found["unknown:m"].omissions[0].instead == ("c05",)


def test_every_omission_of_the_sample_is_one() -> None:
    views = report(sample())
    assert views.left_out
    for item in views.left_out:
        for omission in item.omissions:
            assert len(omission.claim.outlets) >= 2
            assert item.outlet not in omission.claim.outlets
            assert not omission.claim.comment
