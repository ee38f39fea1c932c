"""The names under which a reader knows sources and outlets."""

from __future__ import annotations

from tawatur.dossier.index import index
from tawatur.model import Dossier
from tawatur.writing.messages import UI, Messages


def reader_names(dossier: Dossier, ui: UI) -> dict[str, str]:
    """For every source id, and `outlet:<key>` of every article, the name to show."""
    found, plain = index(dossier), Messages(ui, {})
    names = {source.id: source.name for source in dossier.sources}
    for article in dossier.articles:
        name = found.outlet_name(article.outlet)
        if name.startswith("unknown:"):
            name = plain.text("unknown_outlet", name.removeprefix("unknown:"))
        names[f"outlet:{article.outlet}"] = name
    return names
