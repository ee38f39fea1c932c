from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.dossier import report
from tawatur.model import Dossier
from tawatur.serving.shelving import renamed
from tawatur.writing import to_html
from tawatur.writing.html import Page
from tawatur.writing.messages import UI, Messages
from tests.invented_dossier import ferry, of_text, sample

VOID = {"wbr", "input", "meta", "link", "path", "rect", "circle", "use", "i", "br"}
EVIL = "\"><script>alert(1)</script><img src=x onerror=alert(1)> ' & {{ 7*7 }}"


class Document(HTMLParser):
    """The elements of a page with their attributes, and whether they nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.errors: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.errors.append(tag)


@pytest.fixture(params=["en", "ar"])
def ui(request: pytest.FixtureRequest) -> UI:
    chosen: UI = request.param
    return chosen


def check(dossier: Dossier, ui: UI) -> Document:
    document = Document(to_html(dossier, ui))
    assert document.errors == []
    assert document.open == []
    ids = [attributes["id"] for _, attributes in document.tags if attributes.get("id")]
    assert len(ids) == len(set(ids))
    targets = {a["href"] for tag, a in document.tags if tag in {"a", "use"} and (a.get("href") or "").startswith("#")}
    assert {str(target)[1:] for target in targets} <= set(ids)
    return document


def test_elements_nest_and_every_link_leads_somewhere(ui: UI) -> None:
    check(ferry(), ui)


def test_page_needs_nothing_from_outside(ui: UI) -> None:
    html = to_html(ferry(), ui)
    assert "<script" not in html
    assert not re.search(r"(?:src|href)=\"(?!#|data:,)", html)
    assert not re.search(r"url\(|@import", html)


def test_language_and_direction_come_from_interface_and_article(ui: UI) -> None:
    document = check(ferry(), ui)
    root = document.tags[0][1]
    assert (root["lang"], root["dir"]) == (ui, "rtl" if ui == "ar" else "ltr")
    bodies = [a for tag, a in document.tags if a.get("class") == "body"]
    assert [(a["lang"], a["dir"]) for a in bodies] == [("ar", "rtl")] * 3


def test_article_of_another_language_runs_its_own_way() -> None:
    dossier = ferry()
    turned = replace(dossier, articles=(replace(dossier.articles[0], language="en"), *dossier.articles[1:]))
    bodies = [a for _, a in check(turned, "ar").tags if a.get("class") == "body"]
    assert [a["dir"] for a in bodies] == ["ltr", "rtl", "rtl"]


def test_style_uses_logical_directions_only() -> None:
    css = to_html(ferry()).split("<style>")[1].split("</style>")[0]
    assert not re.search(
        r"(?:margin|padding|border)-(?:left|right)|(?<![-\w])(?:left|right)\s*:|text-align:\s*(?:left|right)", css
    )
    marks = [body for name, body in re.findall(r"([^{}]*)\{([^{}]*)\}", css) if "mark" in name]
    assert marks
    assert not any("padding" in body or "border" in body for body in marks)


def test_every_claim_statement_source_and_article_has_its_place(ui: UI) -> None:
    ids = {a.get("id") for _, a in check(ferry(), ui).tags}
    assert {"claim-c01", "claim-c04", "statement-n.02", "article-j", "relation-1", "source-~3"} <= ids


def test_words_no_other_outlet_uses_are_marked() -> None:
    html = to_html(ferry())
    assert '<mark class="diff">الثلاثاء</mark>' in html
    assert '<mark class="diff">العبّارة' not in html.split('id="copies"')[0]


def test_words_that_a_reason_lists_as_shared_are_not_marked() -> None:
    dossier = sample()
    views = report(dossier)
    passages = Page(views, Messages("en", {})).passages
    compared = 0
    for view in views.shared:
        by_id = {member.id: member for member in view.members}
        for link in view.claim.links:
            if len({views.index.outlet_of(by_id[id]) for id in (link.a, link.b)}) < 2:
                continue
            shared = [reason.values[1].split("، ") for reason in link.reasons if reason.code == "claims.shared_words"]
            marked = re.findall(r'<mark class="diff">([^<]*)</mark>', passages.passage(view, by_id[link.a]))
            for word in (word for words in shared for word in words if len(word) > 2):  # shorter ones join a run
                assert word not in {part for run in marked for part in run.split()}, (view.claim.id, word)
                compared += 1
    assert compared > 10


def test_figures_are_told_with_their_time_speaker_and_words(ui: UI) -> None:
    part = to_html(ferry(), ui).split('<section id="figures"')[1].split("</section>")[0]
    rows = re.findall(r"<tr role=\"row\"( class=\"old\")?>(.*?)</tr>", part.split("<tbody")[1], re.S)
    assert len(rows) == 2
    for (_, row), words in zip(rows, ("12 راكباً قتلوا", "15 راكباً قتلوا"), strict=True):
        assert words in re.sub(r"<[^>]*>", "", row)
        assert '<svg class="bar"' in row


def test_figure_that_a_newer_one_replaces_is_struck_and_told_so(ui: UI) -> None:
    told = "replaced by a newer figure" if ui == "en" else "حلّ محله رقم أحدث"
    part = to_html(sample(), ui).split('<section id="figures"')[1]
    assert re.search(r"<s><bdi>[^<]*9[^<]*</bdi></s>", part)
    assert told in part


def test_what_an_outlet_leaves_out_is_told_with_its_reserve(ui: UI) -> None:
    check(sample(), ui)
    part = to_html(sample(), ui).split('<section id="left-out"')[1].split('<section id="sources"')[0]
    assert ("no proof" if ui == "en" else "ليس ذلك دليلاً") in part
    assert part.count('<section class="of-outlet"') == len(report(sample()).left_out)


def test_every_claim_has_a_suggestion_that_is_called_one(ui: UI) -> None:
    html = to_html(ferry(), ui)
    name = "a suggestion" if ui == "en" else "اقتراح"
    cards = re.split(r'<(?:article|li) class="(?:claim|lone-claim)', html.split('<section id="articles"')[0])[1:]
    assert len(cards) == len(ferry().claims)
    own = [card for card in cards if name not in card.split("</section>\n</main>")[0]]
    assert len(own) == 1  # what its outlet says in its own voice; what holds for all of that kind is told above them
    assert ("Suggestion on the Admiralty scale" if ui == "en" else "وتقديره المقترح على سلّم الأدميرالية") in html
    assert "?4 doubtful" in html if ui == "en" else "\u2066?4\u2069 مشكوك فيها" in html


def test_what_an_outlet_says_itself_leads_to_the_article_and_is_not_repeated(ui: UI) -> None:
    document, html = check(ferry(), ui), to_html(ferry(), ui)
    card = html.split('<li class="lone-claim" id="claim-c04"')[1].split("</li>")[0]
    assert 'href="#statement-m.03"' in card
    assert 'class="exact"' not in card
    assert "passage-statement-m.03" not in {a.get("id") for _, a in document.tags}
    assert "statement-m.03" in {a.get("id") for _, a in document.tags}


def test_long_ids_are_told_by_the_number_of_their_article(ui: UI) -> None:
    dossier = ferry()
    long = {article.id: f"a-rather-long-name-of-{article.id}" for article in dossier.articles}
    text = renamed(dossier, long)
    document = check(text, ui)
    ids = {a.get("id") for _, a in document.tags}
    assert {"statement-1.01", f"article-{long['n']}"} <= ids
    assert not any((id or "").startswith(f"statement-{long['n']}") for id in ids)
    assert "statement-n.01" in {a.get("id") for _, a in check(dossier, ui).tags}


def test_copied_passages_mark_words_by_their_place() -> None:
    dossier = ferry()
    one, other = (replace(a, text=t) for a, t in zip(dossier.articles[:2], MOVED, strict=True))
    copy = replace(dossier.copies[0], a=one.id, b=other.id, passages=(((0, len(MOVED[0])), (0, len(MOVED[1]))),))
    bare = replace(dossier, articles=(one, other), statements=(), claims=(), relations=(), dates=(), copies=(copy,))
    marked = re.findall(r'<mark class="diff">([^<]*)</mark>', to_html(bare).split('id="copies"')[1])
    assert marked == ["غادر", "عاد", "عاد", "غادر"]


MOVED = "غادر الوفد ثم عاد", "عاد الوفد ثم غادر"


def test_words_that_are_denied_are_told_as_denied(ui: UI) -> None:
    dossier = ferry()
    denied = replace(dossier.statements[0], polarity="-")
    html = to_html(replace(dossier, statements=(denied, *dossier.statements[1:])), ui)
    assert f'<bdi class="denied" lang="{ui}">{"منفي:" if ui == "ar" else "Denied:"}</bdi> ' in html
    assert 'class="denied"' not in to_html(dossier, ui)


def test_no_empty_part_is_shown(ui: UI) -> None:
    empty = replace(of_text("خبر"), statements=(), claims=(), sources=())
    apart = replace(ferry(), claims=(), statements=(), relations=(), copies=())
    one = of_text("قال الوزير إن الجسر فُتح")
    for dossier in (empty, apart, one, ferry(), sample()):
        html = to_html(dossier, ui)
        for body in re.findall(r"<tbody[^>]*>(.*?)</tbody>", html, re.S):
            assert "<tr" in body
        sections = re.findall(r'<section id="(\w+)"(.*?)</section>', html, re.S)
        assert [
            name
            for name, body in sections
            if not re.search(r"<(?:article|details|li|tr|dd|svg|p class=\"lead\")", body)
        ] == []
        assert '<div class="findings">\n</div>' not in html
    assert 'id="matrix"' not in to_html(one, ui)
    assert 'id="conflicts"' not in to_html(sample_without_relations(), ui)


def sample_without_relations() -> Dossier:
    return replace(sample(), relations=())


def test_every_number_of_the_summary_leads_to_its_words(ui: UI) -> None:
    for dossier in (ferry(), sample()):
        html = to_html(dossier, ui).split('<section id="summary"')[1].split("</section>")[0]
        for part in (r'<p class="lead">(.*?)</p>', r'<ul class="sums">(.*?)</ul>', r'<dl class="figures">(.*?)</dl>'):
            text = re.search(part, html, re.S)
            assert text
            without_links = re.sub(r"<a [^>]*>.*?</a>", "", text[1], flags=re.S)
            assert not re.search(r"\d", re.sub(r"<[^>]*>", "", without_links))


def test_outlet_is_named_once_over_its_passages() -> None:
    card = to_html(ferry()).split('id="claim-c01"')[1].split("<footer>")[0]
    assert card.count("صحيفة النهر") == 1


def test_markup_in_the_input_is_only_shown(ui: UI) -> None:
    dossier = of_text(EVIL, outlet=EVIL, name=EVIL)
    document = check(dossier, ui)
    assert not {tag for tag, _ in document.tags} & {"script", "img"}
    assert not any(name.startswith("on") for _, attributes in document.tags for name in attributes)
    assert "{{ 7*7 }}" in to_html(dossier, ui)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec=None), min_size=1).filter(str.strip))
def test_any_text_gives_a_sound_page(text: str) -> None:
    check(of_text(text, outlet=text, name=text), "en")
    to_html(of_text(text), "ar").encode("utf-8")


def test_controls_are_shown_as_replaced() -> None:
    html = to_html(of_text("قبل\x00\x07بعد"))
    assert "قبل\ufffd\ufffdبعد" in html


def test_same_dossier_same_bytes(ui: UI) -> None:
    assert to_html(ferry(), ui) == to_html(ferry(), ui)


def test_one_article_and_none(ui: UI) -> None:
    check(of_text("خبر"), ui)
    empty = replace(of_text("خبر"), statements=(), claims=(), sources=())
    check(empty, ui)
    check(replace(empty, articles=()), ui)


def test_large_report_stays_small() -> None:
    """Ten articles of 25 statements each, a quarter of the claims shared by all: under 1 MB."""
    assert len(to_html(many_articles(10, 25)).encode()) < 1_000_000


def many_articles(articles: int, statements: int) -> Dossier:
    """Invented articles that all say the same things, joined to claims three by three."""
    from tawatur.dossier import assemble
    from tawatur.model import Account, Article, Claim, Link, Reason, Source, Statement
    from tawatur.settings import DEFAULT

    accounts, claims, why = [], [], Reason("dossier.chain_speaker", ("src:s",))
    for a in range(articles):
        lines = [
            f"قالت هدى السالم إن الوفد رقم {n} وصل إلى المدينة صباح اليوم بعد رحلة طويلة عبر الجبال"
            for n in range(statements)
        ]
        text = "\n".join([f"وصول الوفود {a}", *lines])
        found, at = [], len(lines) and text.index("\n") + 1
        for n, line in enumerate(lines):
            content = (at + line.index("الوفد"), at + len(line))
            found.append(
                Statement(
                    f"a{a}.{n:02}", f"a{a}", (at, at + len(line)), content, (at + 5, at + 15), (at, at + 4), None,
                    (f"outlet:o{a}", "src:s"), "explicit", "indirect", "fact", "+", "certain", (), 0.9, (why,),
                )
            )  # fmt: skip
            at += len(line) + 1
        accounts.append(Account(Article(f"a{a}", f"o{a}", text, (0, text.index("\n"))), tuple(found), (), ()))
    for n in range(statements):
        groups = [range(articles)] if n % 4 == 0 else [[a] for a in range(articles)]
        for group in groups:
            members = tuple(f"a{a}.{n:02}" for a in group)
            links = tuple(Link(members[0], other, 0.9, (why,)) for other in members[1:])
            claims.append(Claim(f"c{len(claims):03}", members, links, ("src:s",), independent=(1, 1), reasons=(why,)))
    sources = [
        Source("src:s", "person", "هدى السالم"),
        *(Source(f"outlet:o{a}", "outlet", f"منبر {a}") for a in range(articles)),
    ]
    return assemble("وفود", accounts, sources, claims, [], [], [], [], DEFAULT)
