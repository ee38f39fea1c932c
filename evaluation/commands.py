"""The commands of `python -m evaluation`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Annotated, cast, get_args

import typer

from evaluation.corpus import DATA, gold_stories, sample_story
from evaluation.floors import FILE, Floors, load_floors, pin, save_floors, shortfalls
from evaluation.held_out import held_out_models
from evaluation.predicting import Given
from evaluation.runs import Result, run_annotated, run_grouped, run_origin_cases, run_stories
from evaluation.scoring import VERSION, Row, figures

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Score tawatur against annotated stories and its pinned floors.",
)


@app.callback(invoke_without_command=True)
def evaluate(
    context: typer.Context,
    data: Annotated[Path, typer.Option(help="Folder that holds gold/ and data/.", show_default="../shared")] = DATA,
    stories: Annotated[str, typer.Option(help="Only these stories, comma-separated; floors are not compared.")] = "",
    origins: Annotated[bool, typer.Option("--origins", help="Run the origin cases too.")] = False,
    given: Annotated[str, typer.Option(help="Start from: articles, or annotated statements or claims.")] = "articles",
    shipped: Annotated[
        bool, typer.Option("--shipped", help="Read the stories with the shipped models, which were trained on them.")
    ] = False,
    held_out: Annotated[
        Path | None,
        typer.Option(help="Keep the networks that never saw a story in this folder, and use those that it has."),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what is wrong, with the words around.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    pinned: Annotated[bool, typer.Option("--pin", help="Raise the floors to the figures found.")] = False,
    floors_file: Annotated[Path, typer.Option("--floors", help="Where the floors are.", show_default=False)] = FILE,
    reason: Annotated[str, typer.Option(help="With --pin: lower floors too, for this reason.")] = "",
) -> None:
    """Run the program over annotated stories and the sample; exit 1 when a figure is below its floor."""
    if context.invoked_subcommand:
        return
    if given not in get_args(Given):
        raise typer.BadParameter(f"one of {', '.join(get_args(Given))}", param_hint="--given")
    wanted = [name.strip() for name in stories.split(",") if name.strip()]
    if pinned and wanted:
        raise typer.BadParameter("floors are pinned on whole corpora, not with --stories", param_hint="--pin")
    floors = load_floors(floors_file)
    results, short = [], []
    found = _results(
        data, wanted, cast(Given, given), origins=origins, errors=errors, shipped=shipped, held_out=held_out
    )
    for result in found:
        results.append(result)
        if not wanted:
            if pinned:
                today = date.today().isoformat()
                floors = pin(floors, result.name, result.sha256, figures(result.rows), day=today, reason=reason)
            short += shortfalls(floors, result.name, result.sha256, figures(result.rows))
        if not as_json:
            typer.echo("\n".join(_shown(result, {} if wanted else floors)))
    if pinned:
        save_floors(floors, floors_file)
    if as_json:
        corpora = {result.name: {**figures(result.rows), **result.sizes} for result in results}
        typer.echo(json.dumps({"scorer": VERSION, "corpora": corpora, "below": short}, ensure_ascii=False))
    else:
        typer.echo("\n".join(["Below a floor:", *short]) if short else "No figure is below its floor.")
    raise typer.Exit(int(bool(short)))


def _results(
    data: Path,
    wanted: list[str],
    given: Given,
    *,
    origins: bool,
    errors: bool,
    shipped: bool,
    held_out: Path | None,
) -> Iterator[Result]:
    """One result for each corpus that is at hand; a word on standard error for one that is not."""
    cases = gold_stories(data, wanted)
    if cases and given == "articles" and not shipped:
        typer.echo("training models for each sixth of the stories on the rest …", err=True)
        with ExitStack() as opened:
            models = None
            try:
                models = opened.enter_context(held_out_models(data, held_out))
            except ImportError:
                typer.echo(
                    "skipped: held-out networks need PyTorch (pip install torch); --shipped does without", err=True
                )
            if models is not None:
                yield run_stories("stories", cases, given, errors=errors, models=models)
    elif cases:
        name = "stories, shipped models" if given == "articles" else "stories"
        yield run_stories(name, cases, given, errors=errors)
    else:
        typer.echo(f"skipped: no gold at {data / 'gold' / 'stories'}", err=True)
    if given == "articles" and not wanted:
        yield run_stories("sample", [sample_story()], given, errors=errors)
        beside = [run_annotated(data, errors=errors), run_grouped(data, errors=errors)]
        yield from filter(None, beside)
        if not all(beside):
            typer.echo(f"skipped: no article texts at {data / 'data'}", err=True)
    if origins:
        result = run_origin_cases(data, given, errors=errors)
        if result:
            yield result
        else:
            typer.echo(f"skipped: no gold at {data / 'gold' / 'origins'}", err=True)


def _shown(result: Result, floors: Floors) -> Iterator[str]:
    pinned = floors.get("corpora", {}).get(result.name, {}).get("rows", {})
    yield f"{result.name}: " + ", ".join(f"{n} {what.replace('_', ' ')}" for what, n in result.sizes.items())
    yield from (_line(row, pinned.get(row.name)) for row in result.rows)
    yield from result.misses
    yield ""


def _line(row: Row, floor: float | None) -> str:
    parts = f"P {row.precision:.3f}  R {row.recall:.3f}  F1 " if row.precision is not None else " " * 21
    held = "" if floor is None else f"   floor {floor:.4f}"
    return f"  {row.name:20} {parts}{row.value:.3f}{held}"


@app.command()
def unseen(
    n: Annotated[int, typer.Option(help="How many articles.")] = 20,
    seed: Annotated[int, typer.Option(help="The same seed draws the same articles.")] = 1,
    data: Annotated[Path, typer.Option(help="Folder that holds gold/ and data/.", show_default="../shared")] = DATA,
    folder: Annotated[str, typer.Option(help="Folder under data/ with *.jsonl.gz files.")] = "ant_multisource",
) -> None:
    """Read articles drawn by chance and lay open every statement and date, for judging by eye."""
    from evaluation.unseen import draw, lines_of, read_articles

    articles = draw(data / "data" / folder, n, seed)
    if not articles:
        typer.echo(f"skipped: no articles at {data / 'data' / folder}", err=True)
        return
    for account in read_articles(articles):
        typer.echo("\n".join(lines_of(account)))
