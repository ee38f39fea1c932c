"""Gold annotations as input: accounts and claims as the earlier stages would give them if they made no error.

So the later stages can be measured by themselves. Quantities, which the annotation leaves out, are read by the program
from the annotated contents. What the gold knows across articles (one id for one real source) is
taken away again: a speaker has a key of its own in each article, and the names that this article gives it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from tawatur.languages.ar.naming import read_name
from tawatur.languages.ar.script import words
from tawatur.languages.media import known_medium
from tawatur.model import UNSPECIFIED, Account, Article, Claim, Reason, Span, Speaker, Statement, TimeExpression
from tawatur.statements.quantities import find_quantities

ANAPHORS = frozenset({"المصدر", "المصادر", "البيان", "الوكالة", "المركز", "التقرير", "المسؤول", "الشهود", "المتحدث"})


def read_story(gold: Path) -> tuple[tuple[Account, ...], tuple[Claim, ...], dict[str, Any]]:
    """The accounts and claims of one gold story (`X.gold.json`, beside its `X.in.json`), and the gold itself."""
    data = json.loads(gold.read_text(encoding="utf-8"))
    raw = json.loads(gold.with_name(gold.name.replace(".gold.", ".in.")).read_text(encoding="utf-8"))
    texts = {entry["id"]: entry for entry in raw["articles"]}
    accounts = []
    for entry in data["articles"]:
        article = article_of(texts[entry["id"]])
        own = [s for s in data["statements"] if s["article"] == entry["id"]]
        account = _account(article, own, data["sources"])
        accounts.append(replace(account, dates=_dates(article, data["dates"])))
    claims = tuple(Claim(c["id"], tuple(c["members"])) for c in data["claims"])
    return tuple(accounts), claims, data


def article_of(entry: Mapping[str, Any]) -> Article:
    """An article of the gold's input files: title, line break, text."""
    title, text = entry.get("title") or "", entry["text"]
    return Article(
        entry["id"],
        entry["outlet"],
        f"{title}\n{text}",
        title=(0, len(title)) if title else None,
        url=entry.get("url"),
        published=entry.get("published"),
        published_basis="input" if entry.get("published") else "none",
    )


def _account(article: Article, rows: list[dict[str, Any]], sources: Mapping[str, Any]) -> Account:
    text = article.text
    mentions: dict[str, list[str]] = {}
    for row in rows:
        for id in row["chain"][1:]:
            mentions.setdefault(id, [])
        if row["source"] and len(row["chain"]) > 1:
            mentions[row["chain"][-1]].append(text[slice(*row["source"])])
    keys: dict[str, str] = {}
    speakers = []
    for id, found in mentions.items():
        fixed = id == UNSPECIFIED or id.startswith(("outlet:", "agency:"))
        keys[id] = id if fixed else f"s{len(keys) + 1}"
        names = _names(found) or ((sources[id]["name"],) if not fixed else ())
        if names:
            speakers.append(_speaker(keys[id], sources[id]["kind"], names))
    statements = tuple(
        Statement(
            row["id"],
            article.id,
            _sentence(text, row["content"]),
            _span(row["content"]),
            _span(row["source"]) if row["source"] else None,
            _span(row["cue"]) if row["cue"] else None,
            _span(row["via"]) if row["via"] else None,
            (row["chain"][0], *(keys[id] for id in row["chain"][1:])),
            row["explicitness"],
            row["mode"],
            row["kind"],
            row["polarity"],
            row["certainty"],
            find_quantities(text, _span(row["content"])),
        )
        for row in rows
    )
    return Account(article, statements, tuple(speakers), ())


def _dates(article: Article, rows: list[dict[str, Any]]) -> tuple[TimeExpression, ...]:
    return tuple(
        TimeExpression(article.id, _span(row["span"]), row["value"], row["basis"], Reason("time.given"))
        for row in rows
        if row["article"] == article.id
    )


def _names(mentions: list[str]) -> tuple[str, ...]:
    """The mentions that name, the fullest first; words that only point back are left out when others remain."""
    kept = [m for m in dict.fromkeys(mentions) if m not in ANAPHORS] or list(dict.fromkeys(mentions))
    return tuple(sorted(kept, key=lambda name: -len(name)))


def _speaker(key: str, kind: str, names: tuple[str, ...]) -> Speaker:
    profile = read_name(names[0])
    plural = {"مصادر", "المصادر", "شهود", "الشهود", "مسؤولون", "مسؤولين", "سكان", "ناشطون"}
    number = 0 if any(w.text in plural for w in words(names[0])) else 2 if names[0].endswith("ان") else 1
    return Speaker(
        key,
        cast(Any, kind),
        names,
        affiliation=tuple(sorted(profile.bodies | profile.countries)),
        role=tuple(sorted(profile.roles)),
        number=number,
    )


def _span(value: Iterable[int]) -> Span:
    start, end = value
    return start, end


def _sentence(text: str, span: list[int]) -> Span:
    """The line, or the part of it between full stops, that holds a span."""
    start = max(text.rfind("\n", 0, span[0]), text.rfind(". ", 0, span[0])) + 1
    ends = [at for at in (text.find("\n", span[1]), text.find(". ", span[1])) if at >= 0]
    return start, min(ends, default=len(text))


def read_cases(folder: Path) -> list[tuple[dict[str, Any], tuple[Account, ...], Claim]]:
    """The origin cases of a folder (`cases.jsonl`, `articles.jsonl`): a claim each, its passages as statements."""
    texts = {entry["id"]: entry for entry in _lines(folder / "articles.jsonl")}
    out = []
    for case in _lines(folder / "cases.jsonl"):
        accounts, members = [], []
        for id in case["articles"]:
            article = article_of(texts[id])
            rows = [p for p in case["passages"] if p["article"] == id]
            accounts.append(_case_account(article, rows))
            members += [statement.id for statement in accounts[-1].statements]
        out.append((case, tuple(accounts), Claim("c01", tuple(members))))
    return out


def _case_account(article: Article, rows: list[dict[str, Any]]) -> Account:
    speakers: dict[str, Speaker] = {}
    statements = []
    last: dict[str, str] = {}
    for number, row in enumerate(rows, 1):
        chain: tuple[str, ...] = (f"outlet:{article.outlet}",)
        name = row["source_text"]
        if name and row["root"] != "none":
            if name in ANAPHORS and row["root"] in last:
                key = last[row["root"]]
            else:
                key = f"s:{name}"
                speakers.setdefault(key, _speaker(key, _kind(name, row["root"]), (name,)))
                last[row["root"]] = key
            chain = (*chain, key)
        content = _span(row["span"])
        statements.append(
            Statement(
                f"{article.id}.{number:02}",
                article.id,
                _sentence(article.text, row["span"]),
                content,
                None,
                None,
                None,
                chain,
                "explicit" if len(chain) > 1 else "none",
                "indirect",
                "fact",
                "+",
                "certain",
            )
        )
    return Account(article, tuple(statements), tuple(speakers.values()), ())


def _kind(name: str, root: str) -> str:
    """The kind that a reader of the name alone would give it."""
    if root.startswith("outlet:"):
        return "outlet"
    profile, plain = read_name(name, True), read_name(name)
    medium = known_medium(name)
    if medium and medium.startswith("agency:") and "journalist" not in plain.roles:
        return "agency"
    if "document" in plain.roles and not profile.proper:
        return "document"
    if "posts" in profile.sectors and not profile.proper:
        return "post"
    first = read_name(name.split()[0])
    if profile.unnamed and (len(profile.proper) < 2 or (first.unnamed and "،" not in name)):
        return "anonymous"
    alone = not plain.roles and not plain.sectors and not plain.countries
    if (len(profile.proper) >= 2 and (profile.roles or alone)) or (
        alone and len(profile.proper) == 1 == len(name.split())
    ):
        return "person" if not name.endswith(("ون", "ين")) else "organisation"
    return "person" if "spokesman" in profile.roles else "organisation"


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
