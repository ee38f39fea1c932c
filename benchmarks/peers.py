"""What the reading is measured beside: lemmas by simplemma, tags by CRFsuite, trees by UDPipe, on the same words.

Each does one of the things that reading does, so none of them is expected to take as long. No trained model of theirs
is shipped or fetched: CRFsuite and UDPipe are trained on UD Arabic-PUD once and kept in a folder of temporary files.
Words and sentences are cut before the clock starts.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.texts import SHARED
from tawatur.languages.ar.script import words
from tawatur.model import Article
from tawatur.pipeline import Draft, statements
from tawatur.settings import DEFAULT
from tawatur.statements.sentences import sentences

TREEBANK = SHARED / "data" / "ud_arabic_pud" / "ar_pud-ud-test.conllu"
_KEPT = Path(tempfile.gettempdir()) / "tawatur-benchmarks"
Sentences = list[list[str]]
Work = Callable[[], object]


def reading(articles: Sequence[Article]) -> Work:
    """All that the program does for each article, up to its account: the first stage of the pipeline."""
    draft = Draft(tuple(articles))
    return lambda: statements(draft, DEFAULT, lambda *_: None)


def lemmas(articles: Sequence[Article]) -> Work:
    """simplemma: the lemma of every word by dictionary and rules; it keeps words it has met, as the reading does."""
    import simplemma

    found = [word for article in articles for one in _sentences(article) for word in one]
    return lambda: [simplemma.lemmatize(word, lang="ar") for word in found]


def tags(articles: Sequence[Article]) -> Work:
    """CRFsuite: parts of speech by letters and neighbours, as in its tutorial; features are made within the clock."""
    import pycrfsuite

    path = _kept("pos.crfsuite", _train_tagger)
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    found = [one for article in articles for one in _sentences(article)]
    return lambda: [tagger.tag(_seen(one)) for one in found]


def trees(articles: Sequence[Article]) -> Work:
    """UDPipe 1: tags and trees, its default network."""
    from ufal.udpipe import Model, Pipeline

    model = Model.load(str(_kept("trees.udpipe", _train_parser)))
    pipeline = Pipeline(model, "horizontal", Pipeline.DEFAULT, Pipeline.DEFAULT, "conllu")
    found = ["\n".join(" ".join(one) for one in _sentences(article)) + "\n" for article in articles]

    def work() -> list[str]:
        assert model is not None  # the pipeline keeps no hold of its model, so this function does
        return [pipeline.process(one) for one in found]

    return work


PEERS = {
    "tawatur, full reading": reading,
    "simplemma, lemmas": lemmas,
    "CRFsuite, parts of speech": tags,
    "UDPipe, tags and trees": trees,
}


def _sentences(article: Article) -> Sentences:
    return [[word.text for word in words(article.text, *one.span)] for one in sentences(article)]


def _kept(name: str, train: Callable[[Path], None]) -> Path:
    """A model trained by an earlier run, or now; it takes its name when it is whole."""
    path = _KEPT / name
    if not path.exists():
        _KEPT.mkdir(parents=True, exist_ok=True)
        making = path.with_name(f"{name}.{os.getpid()}")
        train(making)
        making.replace(path)
    return path


def _train_tagger(path: Path) -> None:
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.5, "c2": 0.01, "max_iterations": 40})
    for block in TREEBANK.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if rows:
            trainer.append(_seen([row[1] for row in rows]), [row[3] for row in rows])
    trainer.train(str(path))


def _seen(found: list[str]) -> list[list[str]]:
    rows = []
    for i, word in enumerate(found):
        row = ["b", f"w={word}", *(f"p{n}={word[:n]}" for n in (1, 2, 3)), *(f"s{n}={word[-n:]}" for n in (1, 2, 3))]
        row += [f"-1={found[i - 1]}", f"-1s={found[i - 1][-2:]}"] if i else ["first"]
        row += [f"+1={found[i + 1]}", f"+1s={found[i + 1][-2:]}"] if i + 1 < len(found) else ["last"]
        rows.append(row)
    return rows


def _train_parser(path: Path) -> None:
    """Few rounds: how well it parses is not asked here, and how fast it does depends on the size of its network."""
    from ufal.udpipe import InputFormat, ProcessingError, Sentence, Sentences, Trainer

    reader, read, trees = InputFormat.newConlluInputFormat(), Sentence(), Sentences()
    reader.setText(TREEBANK.read_text(encoding="utf-8"))
    error = ProcessingError()
    while reader.nextSentence(read, error):
        trees.append(read)
        read = Sentence()
    model = Trainer.train(
        "morphodita_parsito", trees, Sentences(), "none", "iterations=3",
        "iterations=2;embedding_upostag=20;embedding_feats=20;embedding_deprel=20;embedding_form=50;"
        "hidden_layer=200;batch_size=10;structured_interval=0",
        error,
    )  # fmt: skip
    if error.occurred():
        raise SystemExit(f"UDPipe could not be trained: {error.message}")
    # The model comes as text in which every code unit stands for a byte.
    path.write_bytes(model if isinstance(model, bytes) else model.encode("utf-8", "surrogateescape"))
