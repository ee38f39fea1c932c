"""File names for the dossiers of many stories."""

from __future__ import annotations

import re
from collections.abc import Sequence

_UNFIT = re.compile(r"[^\w.\-]+")


def file_names(stories: Sequence[str]) -> list[str]:
    """A name of its own, ending in .json, for each story id; signs that a file system may refuse become "_"."""
    names: dict[str, None] = {}
    for id in stories:
        name = _UNFIT.sub("_", id)
        while name in names:
            name += "_"
        names[name] = None
    return [f"{name}.json" for name in names]
