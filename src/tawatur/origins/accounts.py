"""Statements without a source inside what is one source's account from beginning to end.

An article that gives a single source's account names the source now and then, not in every sentence. What it says in
its own voice between two statements of that source rests on the source too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tawatur.model import Account, Reason, Statement

Rooted = tuple[tuple[str, ...], Reason]


def inside_accounts(
    accounts: Sequence[Account], rooted: Mapping[str, Rooted], unnamed: frozenset[str], share: float
) -> Iterator[tuple[str, Rooted]]:
    """The ids of such statements with what they rest on.

    `rooted` tells what every statement rests on, `unnamed` which roots are anonymous sources; an article is one's
    account when at least `share` of its statements with a source rest on it, and ten of them or more.
    """
    for account in accounts:
        body = [
            s for s in account.statements if not (account.article.title and s.content[1] <= account.article.title[1])
        ]
        sourced = [rooted[s.id][0] for s in body if rooted[s.id][0]]
        if not sourced:
            continue
        (root, count), *_ = Counter(sourced).most_common(1)
        if count < max(_LEAST, share * len(sourced)) or not unnamed.issuperset(root):
            continue
        for before, statement, after in _windows(body):
            # A speaker who is unsure has no root either, and is no voice of the outlet's.
            own = len(statement.chain) < 2 and statement.kind != "comment"
            if own and rooted[before.id][0] == root == rooted[after.id][0]:
                yield statement.id, (root, Reason("origins.inside_account", (statement.id, before.id, after.id)))


_LEAST = 10


def _windows(body: Sequence[Statement]) -> Iterator[tuple[Statement, Statement, Statement]]:
    yield from zip(body, body[1:], body[2:], strict=False)
