"""The names under which a reader knows sources and outlets."""

from __future__ import annotations

from tawatur.dossier.index import index
from tawatur.model import Dossier
from tawatur.writing.messages import UI, Messages

_NAMELESS = {"src:unspecified": "unspecified_source", "agency:uncredited_wire": "uncredited_text"}


def reader_names(dossier: Dossier, ui: UI) -> dict[str, str]:
    """For every source id, and `outlet:<key>` of every article, the name to show.

    Sources that no article names have a name of the interface; reasons that hold their stored name show it too.
    """
    found, plain = index(dossier), Messages(ui, {})
    names = {source.id: source.name for source in dossier.sources}
    for article in dossier.articles:
        name = found.outlet_name(article.outlet)
        if name.startswith("unknown:"):
            name = plain.text("unknown_outlet", name.removeprefix("unknown:"))
        names[f"outlet:{article.outlet}"] = name
    for id, key in _NAMELESS.items():
        if id in names:
            names[names[id]] = names[id] = plain.pattern(key)
    return names
