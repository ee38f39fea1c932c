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

from scripts.train_statements import Examples, examples, folds, more_examples

from tawatur.statements.models import use_models


@contextmanager
def held_out_models(data: Path, kept: Path | None = None) -> Iterator[dict[str, Path]]:
    """For every story under `data`, where models that never saw it lie.

    Training the networks takes twelve minutes and needs PyTorch. In a folder `kept` they stay and are used again;
    otherwise all is gone when the block ends. Raises ImportError without PyTorch.
    """
    with TemporaryDirectory() as folder:
        stories, more = examples(data / "gold" / "stories"), more_examples(data)
        found = dict(folds(stories, more, kept or Path(folder)))
        judge_without(found, stories, more)
        tune_without(found, data)
        yield found


def judge_without(found: dict[str, Path], stories: dict[str, Examples], more: list[Examples]) -> None:
    """Write into every folder that has none a network of kinds that was not shown the stories it is for."""
    missing = [folder for folder in dict.fromkeys(found.values()) if not (folder / "kinds.npz").exists()]
    if not missing:
        return
    from scripts.train_kinds import train_kinds

    for folder in missing:
        shown = [its for name, its in stories.items() if found[name] != folder]
        train_kinds((article for its in (*shown, *more) for article in its.kinds), folder / "kinds.npz")


def tune_without(found: dict[str, Path], data: Path) -> None:
    """Write into every folder that has none a network that was not shown the stories it is for."""
    missing = [folder for folder in dict.fromkeys(found.values()) if not (folder / "words.npz").exists()]
    if not missing:
        return
    from scripts.network_texts import article_texts, story_texts
    from scripts.train_network import tune

    stories, more = story_texts(data / "gold" / "stories"), article_texts(data)
    for folder in missing:
        shown = [text for name, its in stories.items() if found[name] != folder for text in its]
        tune([*shown, *more], folder / "words.npz")


@contextmanager
def reading_with(folder: Path | None) -> Iterator[None]:
    """Read with the models of a folder inside the block; with the shipped ones where it is None."""
    use_models(folder)
    try:
        yield
    finally:
        use_models(None)
