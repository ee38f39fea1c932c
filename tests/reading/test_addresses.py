from __future__ import annotations

import pytest

from tawatur.reading.addresses import canonical_address, identity, is_front

PLAIN = "https://news.example/world/1"


@pytest.mark.parametrize(
    "variant",
    [
        "https://news.example/world/1?utm_source=feed&UTM_Medium=x&fbclid=7&at_custom2=q",
        "HTTPS://News.Example:443/world/1#part",
        "https://m.news.example/world/1",
        "https://amp.news.example/world/1?amp=1",
        "https://news.example/world/1/amp/",
        "https://news.example/world/1?outputType=amp",
        "https://news.example/world/1?print=1",
    ],
)
def test_variants_have_one_canonical_address(variant: str) -> None:
    assert canonical_address(variant) == PLAIN


def test_what_tells_articles_apart_stays_in_one_order() -> None:
    assert canonical_address("https://news.example/?p=7&a=&utm_x=1") == "https://news.example/?a=&p=7"
    assert canonical_address("https://news.example/v?view=full&amp=2") == "https://news.example/v?amp=2&view=full"
    assert canonical_address("https://news.example/a%2fb خ") == "https://news.example/a/b%20%D8%AE"
    assert canonical_address("https://m.example/x") == "https://m.example/x"  # a name of its own, no variant


def test_scheme_www_and_a_final_slash_make_no_other_article() -> None:
    same = ["http://www.news.example/خبر/", "https://news.example/%D8%AE%D8%A8%D8%B1"]
    assert len({identity(canonical_address(url) or "") for url in same}) == 1
    assert identity("https://news.example/a") != identity("https://news.example/a?id=1")
    assert identity("https://news.example:81/a") != identity("https://news.example/a")


@pytest.mark.parametrize(
    ("declared", "wanted"),
    [
        ("https://www.news.example/world/one", "https://www.news.example/world/one"),
        ("/world/one", "https://news.example/world/one"),
        ("https://www.news.example/", PLAIN),  # a template that names the front page on every page
        ("https://other.example/world/one", PLAIN),  # of other sites a page is no witness
        ("javascript:void(0)", PLAIN),
        ("", PLAIN),
        (None, PLAIN),
    ],
)
def test_a_page_is_believed_about_its_own_site(declared: str | None, wanted: str) -> None:
    assert canonical_address(PLAIN, declared) == wanted


@pytest.mark.parametrize("url", [None, "", "خبر", "ftp://a.example/x", "http://", "http://[::1", "http://a.example:x/"])
def test_what_is_no_address_of_the_web_has_none(url: str | None) -> None:
    assert canonical_address(url) is None


def test_front_pages_are_known() -> None:
    assert is_front("https://news.example/")
    assert not is_front("https://news.example/?p=1")
