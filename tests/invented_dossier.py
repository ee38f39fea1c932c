"""A small dossier about an invented event, for the tests of the rooms that only read dossiers."""

from __future__ import annotations

from pathlib import Path

from tawatur.dossier import assemble
from tawatur.model import (
    Account,
    Article,
    Chrome,
    Claim,
    Copy,
    Dossier,
    Finding,
    Link,
    Origin,
    Quantity,
    Reason,
    Reject,
    Relation,
    Source,
    Span,
    Statement,
    Tie,
    TimeExpression,
)
from tawatur.settings import DEFAULT
from tawatur.writing import from_json

NAHR = (
    "غرق عبّارة قرب جزيرة السنونو\n"
    "قال مصدر في الميناء إن العبّارة غرقت فجر الثلاثاء. وأضاف أن 12 راكباً قتلوا.\n"
    "شاهد أيضاً: أخبار الطقس"
)
JISR = (
    "مقتل ركاب في غرق عبّارة\nأفاد مصدر مسؤول بأن العبّارة غرقت فجراً. وقالت هدى السالم مديرة المستشفى إن 15 راكباً قتلوا."
)
MANARA = "العبّارة غرقت\nالعبّارة غرقت فجر اليوم. ولا شك أن الإهمال وراء الكارثة."
WHY = Reason("dossier.own_voice")


def place(text: str, words: str, nth: int = 0) -> Span:
    """Where the words stand in the text, for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def article(id: str, outlet: str, text: str, name: str | None, published: str | None, language: str = "ar") -> Article:
    """An article whose first line is its title."""
    chrome = ()
    if "شاهد أيضاً" in text:
        chrome = (Chrome((text.index("شاهد"), len(text)), Reason("dossier.chrome")),)
    return Article(
        id=id,
        outlet=outlet,
        text=text,
        title=(0, text.index("\n")),
        chrome=chrome,
        outlet_name=name,
        published=published,
        published_basis="input" if published else "none",
        language=language,
        origin="story.json",
    )


def statement(id: str, owner: Article, content: str, chain: tuple[str, ...], **more: object) -> Statement:
    """A statement whose sentence is its content, with what else a test wants of it."""
    fields: dict[str, object] = {
        "sentence": place(owner.text, content),
        "source": None,
        "cue": None,
        "via": None,
        "explicitness": "explicit" if len(chain) > 1 else "none",
        "mode": "indirect" if len(chain) > 1 else "none",
        "kind": "fact",
        "polarity": "+",
        "certainty": "certain",
    }
    fields |= more
    return Statement(id=id, article=owner.id, content=place(owner.text, content), chain=chain, **fields)  # type: ignore[arg-type]


def ferry() -> Dossier:
    """Three outlets: an echo of one anonymous source that may be two, a conflict of numbers, a comment, a copy."""
    n = article("n", "nahr", NAHR, "صحيفة النهر", "2031-03-04T06:30:00Z")
    j = article("j", "jisr", JISR, "موقع الجسر", "2031-03-04")
    m = article("m", "unknown:m", MANARA, None, None)
    port, official, huda = "src:مصدر_ميناء", "src:مصدر_مسؤول", "src:هدى_السالم"
    statements = (
        statement(
            "n.01",
            n,
            "العبّارة غرقت فجر الثلاثاء",
            ("outlet:nahr", port),
            source=place(NAHR, "مصدر في الميناء"),
            cue=place(NAHR, "قال"),
            sentence=place(NAHR, "قال مصدر في الميناء إن العبّارة غرقت فجر الثلاثاء"),
        ),
        statement(
            "n.02",
            n,
            "12 راكباً قتلوا",
            ("outlet:nahr", port),
            cue=place(NAHR, "أضاف"),
            explicitness="carried_over",
            sentence=place(NAHR, "وأضاف أن 12 راكباً قتلوا"),
            quantities=(Quantity(place(NAHR, "12"), 12, 12, "person", "killed"),),
            confidence=0.8,
        ),
        statement("j.01", j, "العبّارة غرقت فجراً", ("outlet:jisr", official), source=place(JISR, "مصدر مسؤول")),
        statement(
            "j.02",
            j,
            "15 راكباً قتلوا",
            ("outlet:jisr", huda),
            source=place(JISR, "هدى السالم"),
            quantities=(Quantity(place(JISR, "15"), 15, None, "person", "killed"),),
        ),
        statement("m.01", m, "العبّارة غرقت", ("outlet:unknown:m",)),
        statement("m.02", m, "العبّارة غرقت فجر اليوم", ("outlet:unknown:m",)),
        statement("m.03", m, "الإهمال وراء الكارثة", ("outlet:unknown:m",), kind="comment"),
    )
    claims = (
        Claim(
            "c01", ("n.01", "j.01", "m.01", "m.02"),
            links=(Link("n.01", "j.01", 0.9, (WHY,)), Link("n.01", "m.02", 0.7, (WHY,))),
            roots=(port, official), origins=(Origin((port, official), ("n.01", "j.01")),),
            ties=(Tie(port, official, 0.6, (WHY,)),), independent=(1, 2), reasons=(WHY,),
        ),
        Claim("c02", ("n.02",), roots=(port,), origins=(Origin((port,), ("n.02",)),), independent=(1, 1)),
        Claim("c03", ("j.02",), roots=(huda,), origins=(Origin((huda,), ("j.02",)),), independent=(1, 1)),
        Claim("c04", ("m.03",)),
    )  # fmt: skip
    sources = (
        Source("outlet:nahr", "outlet", "صحيفة النهر"),
        Source("outlet:jisr", "outlet", "موقع الجسر"),
        Source("outlet:unknown:m", "outlet", "unknown:m"),
        Source(port, "anonymous", "مصدر في الميناء"),
        Source(official, "anonymous", "مصدر مسؤول", aliases=("مصدر",)),
        Source(huda, "person", "هدى السالم", party=True, aliases=("السالم",)),
    )
    relation = Relation(
        "c02", "c03", "contradiction", "number", ("n.02", "j.02"), (place(NAHR, "12"), place(JISR, "15")), WHY
    )
    date = TimeExpression("n", place(NAHR, "فجر الثلاثاء"), "2031-03-04", "publication", WHY)
    shared = (place(NAHR, "العبّارة غرقت فجر"), place(MANARA, "العبّارة غرقت فجر"))
    accounts = [
        Account(a, tuple(s for s in statements if s.article == a.id), (), (date,) if a is n else ()) for a in (n, j, m)
    ]
    return assemble(
        "العبّارة", accounts, sources, claims, (relation,), (Copy("n", "m", (shared,), 0.3, WHY),),
        (Finding(Reason("dossier.undated"), ("m",)),), (Reject("x.jsonl:3", Reason("dossier.alias", ("?",))),), DEFAULT,
    )  # fmt: skip


def of_text(text: str, *, outlet: str = "x", name: str | None = None) -> Dossier:
    """A dossier of one article that is one statement, for tests of strange texts; the text must not be blank."""
    owner = Article("a", outlet, text, outlet_name=name, title=None)
    whole = (0, len(text))
    only = Statement(
        "a.01", "a", whole, whole, whole, whole, whole, (f"outlet:{outlet}", "src:s"),
        "explicit", "indirect", "fact", "+", "certain", (), 1.0, (Reason("dossier.alias", (text,)),),
    )  # fmt: skip
    sources = (Source(f"outlet:{outlet}", "outlet", name or outlet), Source("src:s", "person", text, aliases=(text,)))
    claim = Claim("c01", ("a.01",), roots=("src:s",), independent=(1, 1), reasons=(Reason("dossier.alias", (text,)),))
    account = Account(owner, (only,), (), ())
    return assemble(text, [account], sources, [claim], [], [], [], [Reject(text, WHY)], DEFAULT)


def sample() -> Dossier:
    """The dossier of the sample story as the golden file holds it: what the program really makes, without making it."""
    return from_json((Path(__file__).parent / "golden" / "sample.dossier.json").read_text(encoding="utf-8"))
