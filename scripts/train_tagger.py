"""Train and measure the two models of the Arabic word tagger.

    python scripts/train_tagger.py pos PUD.conllu            train on all sentences and write models/pos.crfsuite
    python scripts/train_tagger.py names ANERCORP.txt.gz     the same for names
    python scripts/train_tagger.py pos PUD.conllu --check    five-fold cross-validation instead; prints the figures

PUD is UD Arabic-PUD (CC BY-SA 3.0), where clitics are tokens of their own: they are put together again to the words of
running text. ANERcorp is the split of CAMeL Lab (CC BY-SA 4.0). Both are joined by `training/news_sentences.txt`, our
own sentences with finite verbs and names marked, for what news has and the treebank lacks (verb-initial sentences after
و, nouns that look like verbs). Nothing is random; the same data give the same model.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from tawatur.languages.ar.script import Word, fold, words
from tawatur.languages.ar.tagging_features import function_classes, sentence_features

WRITTEN = Path(__file__).parent / "training" / "news_sentences.txt"
MODELS = Path(__file__).parent.parent / "src" / "tawatur" / "languages" / "ar" / "models"
# c1 drops weak features and so decides the size of a model; both were chosen by cross-validation.
PARAMS = {
    "pos": {"c1": 0.1, "c2": 0.3, "feature.minfreq": 1, "max_iterations": 120},
    "names": {"c1": 0.1, "c2": 0.3, "feature.minfreq": 1, "max_iterations": 120},
}
Sentence = tuple[list[Word], list[str]]
Labelled = list[tuple[list[str], list[str]]]


def pud(path: Path) -> list[Sentence]:
    """The sentences of a CoNLL-U file as running words with composed labels ("c.noun": a noun with و written on it)."""
    found = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        text = next(line[9:] for line in lines if line.startswith("# text = "))
        tokens = [line.split("\t") for line in lines if line[0].isdigit()]
        placed, at = [], 0
        for token in tokens:
            while text[at : at + 1].isspace():
                at += 1
            if text[at : at + len(token[1])] != token[1]:
                raise SystemExit(f"{path}: token {token[1]!r} is not where the text has {text[at : at + 20]!r}")
            placed.append((at, at + len(token[1]), token))
            at += len(token[1])
        whole = words(text)
        pieces = [[t for start, end, t in placed if start < word.end and end > word.start] for word in whole]
        found.append((whole, [compose(word, parts) for word, parts in zip(whole, pieces, strict=True)]))
    return found


def compose(word: Word, pieces: list[list[str]]) -> str:
    """One label for a word from its pieces: clitic letters, then the part of speech of the piece that is no clitic."""
    clitics = ""
    while len(pieces) > 1:
        form, kind = fold(pieces[0][1]), pieces[0][3]
        host = any(p[3] != "PRON" or p[4] != "PRP" for p in pieces[1:])
        if form in {"و", "ف"} and kind in {"CCONJ", "PART", "ADP"} and not clitics:
            clitics = "c."
        elif form in {"ب", "ل", "ك"} and kind in {"ADP", "PART"} and host:
            clitics += "p."
        elif not (form == "س" or (form == "ا" and kind == "SCONJ")):
            break
        pieces = pieces[1:]
    return clitics + part_of_speech(word, pieces[0])


def part_of_speech(word: Word, token: list[str]) -> str:
    """The class of one treebank token in the tagger's own terms."""
    form, universal, treebank, features = fold(token[1]), token[3], token[4], token[5]
    classes = function_classes().get(form, "")
    if treebank == "VBC":
        return "verb_past" if "Aspect=Perf" in features else "verb_present"
    if universal == "PRON":
        if treebank in {"PDEM", "REL", "WP"} and form not in {"ماذا", "شبه", "اخر", "غالبيت", "احد"}:
            return "demonstrative" if treebank == "PDEM" else "relative"
        return "pronoun" if treebank in {"PRP", "WP", "EX"} else "noun"
    if universal in {"ADP", "PART", "SCONJ", "CCONJ"}:
        if universal == "CCONJ" or classes == "conjunction" or form in {"و", "ف"}:
            return "conjunction"
        if universal == "SCONJ" or (token[7] == "mark" and "subordinator" in classes) or classes == "subordinator":
            return "subordinator"
        return "preposition" if universal == "ADP" else "particle"
    if universal == "ADV" and "adverb" not in classes and not token[1].endswith(("اً", "ا", "ةً", "ءً")):
        return "preposition" if classes == "preposition" else "noun"
    known = {"VERB": "noun", "AUX": "noun", "NOUN": "noun", "DET": "noun", "ADJ": "adjective", "PROPN": "proper"}
    known |= {"NUM": "number", "ADV": "adverb", "PUNCT": "sign", "SYM": "sign"}
    if word.folded[:1].isdigit():
        return "number"
    return known.get(universal, "other")


def anercorp(path: Path) -> list[Sentence]:
    """The sentences of the name corpus, its tokens cut into the tagger's words."""
    kinds = {"PERS": "person", "LOC": "place", "ORG": "organisation"}
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for block in file.read().strip().split("\n\n"):
            text, labels = "", []
            for line in block.split("\n"):
                form, mark = line.rsplit(" ", 1)
                parts = words(form)
                text += form + " "
                place, _, kind = mark.partition("-")
                for i, part in enumerate(parts):
                    named = kind in kinds and part.text[0].isalnum()
                    labels.append(f"{'I' if i and place == 'B' else place}-{kinds[kind]}" if named else "O")
            found.append((words(text), labels))
    return found


def written() -> list[tuple[list[Word], list[str], list[str]]]:
    """Our own sentences: words, verb labels ("c.verb_past", "" for a word that is no finite verb), name labels."""
    found = []
    kinds = {"p": "person", "l": "place", "o": "organisation"}
    for line in WRITTEN.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, verbs, named, kind = "", {}, {}, ""
        for part in re.split(r"([\^~]|\{[plo] |\})", line):
            if part in {"^", "~"}:
                verbs[len(text)] = "verb_past" if part == "^" else "verb_present"
            elif part[:1] == "{":
                kind, begin = kinds[part[1]], len(text)
            elif part == "}":
                named |= {at: ("B-" if at == begin else "I-") + kind for at in range(begin, len(text))}
            else:
                text += part
        whole = words(text)
        cued = [next(((at, verbs[at]) for at in range(w.start, w.end) if at in verbs), (0, "")) for w in whole]
        labels = [("c." if mark and at > w.start else "") + mark for w, (at, mark) in zip(whole, cued, strict=True)]
        # و may be written on the first word of a name: the word then begins before the name does.
        spread = [[named[at] for at in range(w.start, w.end) if at in named] for w in whole]
        found.append((whole, labels, [marks[0] if marks else "O" for marks in spread]))
    return found


def completed(model: Path) -> list[Sentence]:
    """Our own sentences with every part of speech: the verbs as marked, the rest as a model of the treebank sees it."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    others = [label for label in tagger.labels() if "verb" not in label]
    found = []
    for whole, verbs, _ in written():
        tagger.set(sentence_features(whole))
        rest = [max(others, key=lambda label, i=i: tagger.marginal(label, i)) for i in range(len(whole))]
        found.append((whole, [verb or other for verb, other in zip(verbs, rest, strict=True)]))
    return found


def own_sentences(sentences: Sequence[Sentence], name: str, scratch: Path) -> list[Sentence]:
    """What our own sentences add to the training of one model."""
    if name == "names":
        return [(whole, labels) for whole, _, labels in written()]
    fit(sentences, name, scratch)
    return completed(scratch)


def fit(sentences: Sequence[Sentence], name: str, target: Path) -> None:
    """Train one model into a file."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=PARAMS[name], verbose=False)
    for whole, labels in sentences:
        trainer.append(sentence_features(whole), labels)
    trainer.train(str(target))


def validate(sentences: Sequence[Sentence], name: str, report: Callable[[Labelled], None], scratch: Path) -> None:
    """Five folds of corpus and own sentences, in order: train on four, label the fifth; report on all."""
    outcomes: dict[str, Labelled] = {"corpus": [], "own sentences": []}
    for fold_number in range(5):
        corpus, held = fifth(sentences, fold_number)
        own, own_held = fifth(own_sentences(corpus, name, scratch), fold_number)
        fit([*corpus, *own], name, scratch)
        tagger = pycrfsuite.Tagger()
        tagger.open(str(scratch))
        for part, rows in (("corpus", held), ("own sentences", own_held)):
            outcomes[part] += [(labels, tagger.tag(sentence_features(whole))) for whole, labels in rows]
    for part, done in outcomes.items():
        print(f"== {part}")
        report(done)


def fifth(sentences: Sequence[Sentence], number: int) -> tuple[list[Sentence], list[Sentence]]:
    """Everything but one fifth, and that fifth."""
    size = -(-len(sentences) // 5)
    start = number * size
    return [*sentences[:start], *sentences[start + size :]], list(sentences[start : start + size])


def figures(right: int, gold: int, found: int) -> str:
    """Precision, recall and F1 as one cell."""
    p, r = right / max(found, 1), right / max(gold, 1)
    return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / max(p + r, 1e-9):.3f} ({gold})"


def counted(marks: Sequence[tuple[bool, bool]]) -> str:
    """The figures of one yes-or-no question, from (gold, found) for every word."""
    return figures(sum(g and f for g, f in marks), sum(g for g, _ in marks), sum(f for _, f in marks))


def report_pos(done: Labelled) -> None:
    """Accuracy of whole labels and of classes, and finite verbs."""
    pairs = [pair for gold, found in done for pair in zip(gold, found, strict=True)]
    last = [(g.rsplit(".", 1)[-1], f.rsplit(".", 1)[-1]) for g, f in pairs]
    print(f"words {len(pairs)}, whole label {sum(g == f for g, f in pairs) / len(pairs):.4f}", end=", ")
    print(f"class {sum(g == f for g, f in last) / len(last):.4f}")
    for kind in ("verb", *sorted({g for g, _ in last})):
        marks = [(g.startswith(kind), f.startswith(kind)) for g, f in last]
        print(f"{kind:14} {counted(marks)}")
    conj = [(g.startswith("c."), f.startswith("c.")) for g, f in pairs]
    print(f"{'with و or ف':14} {counted(conj)}")
    wrong = Counter((g, f) for g, f in last if g != f)
    print(", ".join(f"{g}→{f} {n}" for (g, f), n in wrong.most_common(14)))


def report_names(done: Labelled) -> None:
    """Exact-span figures by kind of name."""
    gold = {(i, *span) for i, (labels, _) in enumerate(done) for span in spans(labels)}
    found = {(i, *span) for i, (_, labels) in enumerate(done) for span in spans(labels)}
    for kind in ("person", "place", "organisation", ""):
        g, f = ({s for s in side if kind in s[3]} for side in (gold, found))
        print(f"{kind or 'all':14} {figures(len(g & f), len(g), len(f))}")


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first, end, kind) of every name in a row of B-, I- and O labels."""
    found: list[tuple[int, int, str]] = []
    for i, label in enumerate(labels):
        place, _, kind = label.partition("-")
        if place == "I" and found and found[-1][1] == i and found[-1][2] == kind:
            found[-1] = (found[-1][0], i + 1, kind)
        elif kind:
            found.append((i, i + 1, kind))
    return found


def main(name: str, source: str, *options: str) -> None:
    """Train or check one model."""
    MODELS.mkdir(exist_ok=True)
    sentences = {"pos": pud, "names": anercorp}[name](Path(source))
    with TemporaryDirectory() as folder:
        scratch = Path(folder) / "scratch.crfsuite"
        if "--check" in options:
            validate(sentences, name, {"pos": report_pos, "names": report_names}[name], scratch)
            return
        target = MODELS / f"{name}.crfsuite"
        fit([*sentences, *own_sentences(sentences, name, scratch)], name, target)
        print(f"{name}: {target.stat().st_size / 1e6:.2f} MB from {len(sentences)} sentences")


if __name__ == "__main__":
    main(*sys.argv[1:])
