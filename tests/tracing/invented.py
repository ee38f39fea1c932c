"""Short invented articles, read as the program reads them, and a sentence looked for in them."""

from __future__ import annotations

from tawatur.model import Account, Article
from tawatur.settings import DEFAULT
from tawatur.statements import read_account
from tawatur.tracing import Hit, find_hits, read_question
from tawatur.tracing.passages import read_passages
from tawatur.tracing.question import Question

BRIDGE = "انهار جسر الياقوت في مدينة السدرة صباح الثلاثاء"


def read(text: str, id: str = "a", outlet: str = "sanabel") -> Account:
    """An article without a headline."""
    return read_account(Article(id, outlet, text))


def ask(sentence: str) -> Question:
    """A sentence that has words to look for."""
    question = read_question(sentence, DEFAULT)
    assert question is not None
    return question


def hits(sentence: str, text: str) -> list[Hit]:
    """What is found of a sentence in a text."""
    return find_hits(ask(sentence), read_passages(read(text)), DEFAULT)


def stances(sentence: str, text: str) -> set[str]:
    """The stances of all passages, "unsure" for those that may support."""
    return {"unsure" if hit.unsure else hit.stance for hit in hits(sentence, text)}


def codes(sentence: str, text: str) -> set[str]:
    """The codes of all reasons but that which names the words."""
    return {reason.code for hit in hits(sentence, text) for reason in hit.reasons} - {"tracing.words"}
