"""The command that scores drafts of engagements against gold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pcgraph.cli.formats import as_json_text
from pcgraph.cli.options import AsJson, Data, chosen_project, first_of, read_inputs, show_rich, write
from pcgraph.cli.terminal import working
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.model.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from rich.console import RenderableType

    from pcgraph.intake.drafting.score.draft_files import Engagement, Terms
    from pcgraph.intake.drafting.score.figures import Figures, Score
    from pcgraph.store.data_folder import Inputs

    Drafts: TypeAlias = dict[str, list[Engagement]]

FIGURES = ("precision", "recall", "f1")
LISTED = 20  # over-claims that are printed


def score(
    draft: Annotated[Path, typer.Argument(metavar="DRAFT", help="A draft in JSON, or a folder of drafts.")],
    gold: Annotated[
        str | None,
        typer.Argument(
            metavar="[GOLD]",
            help="A file or a folder with the same names, or the slug of a source; "
            "default: what the sources state that have the names of the drafts.",
        ),
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Print how far drafts of engagements agree with gold: precision, recall and F1, and over-claims apart.

    A field is counted in the engagements that were found, and over all. With several articles, each figure has its
    95 % interval.
    """
    from pcgraph.belief.materialise import declarations
    from pcgraph.intake.drafting.score import draft_files
    from pcgraph.intake.drafting.score import figures as score_figures

    with working("scoring"):
        inputs = read_inputs(chosen_project(data))
        terms = draft_files.Terms(declarations(inputs))
        drafts = draft_files.read_folder(draft, terms)
        wanted = _gold(draft, drafts, gold, inputs, terms)
        found = score_figures.score(drafts, wanted, terms)
    if as_json:
        write(as_json_text(found.as_data()), None)
    else:
        from rich.console import Group

        show_rich(Group(*_parts(found)))


def _gold(draft: Path, drafts: Drafts, gold: str | None, inputs: Inputs, terms: Terms) -> Drafts:
    """Return the gold under the names of the drafts."""
    from pcgraph.intake.drafting.score import draft_files
    from pcgraph.intake.drafting.score.stated import stated
    from pcgraph.store.files import shown

    if gold is None or (not Path(gold).exists() and gold in inputs.slugs):
        if gold is not None and draft.is_dir():
            raise UsageError(f"score: {gold} is one source; expected one draft for it; name a file instead of a folder")
        slugs = {name: gold or name for name in drafts}
        if unknown := sorted(slug for slug in slugs.values() if slug not in inputs.slugs):
            raise UsageError(f"score: {unknown[0]}: no such source; expected the slug of a source; rename the draft")
        return {name: draft_files.parse(stated(inputs, slug), terms, slug) for name, slug in slugs.items()}
    path = Path(gold)
    if not path.exists():
        raise UsageError(f"score: {gold}: neither a file nor a source; expected gold in JSON or a slug; correct it")
    if path.is_dir() != draft.is_dir():
        raise UsageError("score: a file and a folder; expected two files or two folders; name two of a kind")
    wanted = draft_files.read_folder(path, terms)
    if not path.is_dir():
        return dict(zip(drafts, wanted.values(), strict=True))
    if faults := [
        f"{shown((path if name in drafts else draft) / name)}.json: no-partner: the other folder has no such file; "
        "expected the same names in both; add it ([] for an empty draft) or remove this one"
        for name in sorted(drafts.keys() ^ wanted.keys())
    ]:
        raise InvalidInput(faults)
    return wanted


def _parts(found: Score) -> Iterator[RenderableType]:
    """Yield a score as tables and lines of rich."""
    from rich.text import Text

    from pcgraph.query.engine.table_view import rich_table

    articles = f"{found.articles} article{'s' * (found.articles != 1)}"
    head = {"": {}, **{name: {"justify": "right"} for name in (*FIGURES, "right", "drafted", "gold")}}
    rows = [(name, figures) for name, figures in found.all.items() if name not in found.members]
    whole = [_cells(name, figures) for name, figures in [("engagements", found.engagements), *rows]]
    yield from rich_table(f"Over all engagements of {articles}", head, whole, [""])
    counted = [
        (name, each) for name, each in found.found.items() if name not in found.members or each.drafted or each.gold
    ]
    indented = [_cells(f"  {name}" if name in found.members else name, each) for name, each in counted]
    yield from rich_table("Fields in the engagements that were found", head, indented, [""])
    rate = "–" if found.overclaim_rate is None else f"{100 * found.overclaim_rate:.1f} %"
    share = f"{len(found.overclaims)} of {found.engagements.drafted} drafted engagements, {rate}"
    span = found.overclaim_interval
    yield Text(f"over-claims: {share}" + (f" ({100 * span[0]:.1f}–{100 * span[1]:.1f} %)" if span else ""))
    claims = [
        f"{claim.article}, engagement {claim.number}: {claim.kind} {claim.drafted}; "
        + (f"the gold says {claim.gold}" if claim.gold else "the gold has no such status")
        for claim in found.overclaims
    ]
    yield from (Text(visible(f"  {line}")) for line in first_of(claims, LISTED, "; --json lists all"))


def _cells(name: str, figures: Figures) -> list[str]:
    """Return a row: precision, recall and F1 with their intervals, and the counts."""
    cells = [name]
    for each in FIGURES:
        value, span = getattr(figures, each), figures.intervals.get(each)
        within = f" {span[0]:.2f}–{span[1]:.2f}" if span else ""
        cells.append("–" if value is None else f"{value:.2f}{within}")
    return [*cells, str(figures.right), str(figures.drafted), str(figures.gold)]
