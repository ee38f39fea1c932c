"""Reading with models that never saw the story they read.

The models that cut sentences into propositions and judge their kind and voice are trained on the annotated stories and
articles. A score of the shipped models on the same stories would flatter them, so each story is read by models that
never saw it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.train_statements import examples, folds, more_examples

from tawatur.statements.models import use_models


@contextmanager
def held_out_models(data: Path) -> Iterator[dict[str, Path]]:
    """For every story under `data`, where models that never saw it lie; gone when the block ends (minutes of work)."""
    with TemporaryDirectory() as folder:
        found = dict(folds(examples(data / "gold" / "stories"), more_examples(data), Path(folder)))
        tune_without(found, data)
        yield found


def tune_without(found: dict[str, Path], data: Path) -> None:
    """Write into every folder a network that was not shown the stories it is for."""
    from scripts.network_texts import annotated_articles, annotated_stories
    from scripts.train_network import tune

    stories, more = annotated_stories(data / "gold" / "stories"), annotated_articles(data)
    for folder in dict.fromkeys(found.values()):
        tune(
            [text for name, its in stories.items() if found[name] != folder for text in its] + more,
            folder / "words.npz",
        )


@contextmanager
def reading_with(folder: Path | None) -> Iterator[None]:
    """Read with the models of a folder inside the block; with the shipped ones where it is None."""
    use_models(folder)
    try:
        yield
    finally:
        use_models(None)
