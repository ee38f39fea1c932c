"""Telling a headline when it comes again."""

from __future__ import annotations


def squeezed(text: str) -> str:
    """Letters and digits only, lower case: for comparing headlines."""
    return "".join(filter(str.isalnum, text.lower()))


def says(text: str, headline: str) -> bool:
    """Whether a text says a headline (squeezed) and nothing else."""
    # Nearly every text differs in its first letter, which is seen without looking at the rest.
    first = text[:1].lower()
    if first.isalnum() and not headline.startswith(first):
        return False
    return squeezed(text) == headline
