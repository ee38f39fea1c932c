"""Invented articles and what was read from them, for the tests of the archive."""

from __future__ import annotations

from tawatur.model import Account, Article, Chrome, Quantity, Reason, Span, Speaker, Statement, TimeExpression

BODY = (
    "قال قائد خفر السواحل سالم النوري إن القارب غرق فجر الجمعة وعلى متنه {n} صياداً. وأضاف أن 9 منهم أُنقذوا قرب المرفأ."
)


def article(n: int = 1, *, id: str = "", title: str = "غرق قارب صيد قبالة المرجان", body: str = "",
            outlet: str = "alef", published: str | None = None) -> Article:  # fmt: skip
    """The nth article, on the nth boat."""
    text = f"{title}\n{body or BODY.format(n=n)}"
    return Article(
        id=id or f"boat{n}",
        outlet=outlet,
        text=text,
        title=(0, len(title)),
        outlet_name="صحيفة ألف",
        url=f"https://{outlet}.example/{id or n}",
        published=published or f"2031-05-{1 + n % 28:02}T06:00:00Z",
        published_basis="meta",
        origin=f"news.jsonl#{n}",
    )


def account(of: Article) -> Account:
    """What might be read from an article of `BODY`."""
    start = of.text.index("القارب غرق")
    end = of.text.index(". وأضاف")
    number = next(at for at in range(start, end) if of.text[at].isdigit())
    said = of.text.index("9 منهم")
    chain = (f"outlet:{of.outlet}", "s1")
    first = Statement(
        f"{of.id}.01", of.id, (of.text.index("قال"), end), (start, end), _place(of, "قائد خفر السواحل سالم النوري"),
        _place(of, "قال"), None, chain, "explicit", "indirect", "fact", "+", "certain",
        (Quantity((number, end), 14, 14.0, "person", None, True), Quantity((number, end), None, 2.5, "km")), 0.91,
        (Reason("statements.explicit", ("سالم النوري",)),),
    )  # fmt: skip
    second = Statement(
        f"{of.id}.02", of.id, (end + 2, len(of.text)), (said, len(of.text)), None, None, None, chain, "carried_over",
        "indirect", "fact", "-", "possible", (Quantity((said, said + 1), 9, None, "person", "missing"),),
    )  # fmt: skip
    speaker = Speaker("s1", "person", ("قائد خفر السواحل سالم النوري", "النوري"), ("سواحل",), ("قايد", "خفر"))
    other = Speaker("s2", "anonymous", ("مصدر",), (), ("مصدر",), 0)
    date = TimeExpression(of.id, _place(of, "فجر الجمعة"), "2031-05-02", "publication", Reason("time.publication"))
    lost = TimeExpression(of.id, (0, 2), None, "unresolved", Reason("time.unresolved", ("حين",)))
    return Account(of, (first, second), (speaker, other), (date, lost))


def marked(of: Article) -> tuple[Chrome, ...]:
    """Page chrome at the end of an article."""
    return (Chrome((len(of.text) - 5, len(of.text)), Reason("reading.chrome.end", ("نهاية",))),)


def _place(of: Article, words: str) -> Span:
    start = of.text.index(words)
    return start, start + len(words)
