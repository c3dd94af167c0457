"""The command that reproduces the paper's comparison."""

from dataclasses import replace
from pathlib import Path

import click

from forensic_lpr import paths
from forensic_lpr.cli.options import FILE, Meter


@click.command()
@click.option("--short", is_flag=True, help="Small sets and trainings: minutes, to see that all works.")
@click.option(
    "--reader",
    "readers",
    multiple=True,
    metavar="'NAME=COMMAND {image}'",
    help="A reader of others: a command that prints what it reads in a picture. May be repeated.",
)
@click.option("--folder", type=FILE, default=None, help="Where results are kept, and go on from.")
@click.option(
    "--benchmarks", type=FILE, default=None, help="Write the section into this document, between its marks."
)
@click.option(
    "--samples",
    type=click.IntRange(min=64),
    default=None,
    help="Samples of each way of Table 3; DGM's beside them.",
)
@click.option(
    "--originals", type=click.IntRange(min=5), default=None, help="Plates that Table 3's ways are made of."
)
@click.option("--dgm-pairs", type=click.IntRange(min=32), default=None, help="Pairs that the DGM sees.")
@click.option("--seeds", type=click.IntRange(min=1), default=None, help="Trainings of each way of Table 3.")
@click.option("--network", default=None, help="What Table 3 trains; multitask-2019 if left out.")
@click.option(
    "--permuted-only",
    is_flag=True,
    help="Leave out Table 3's ways without permutation, which the paper does not tell.",
)
@click.option(
    "--table",
    type=click.Choice(["2", "3"]),
    default=None,
    help="Only this one, 2 with Figure 4; the other can follow in the same folder.",
)
def reproduce(
    short: bool,
    readers: tuple[str, ...],
    folder: Path | None,
    benchmarks: Path | None,
    samples: int | None,
    originals: int | None,
    dgm_pairs: int | None,
    seeds: int | None,
    network: str | None,
    permuted_only: bool,
    table: str | None,
) -> None:
    """Reproduce the paper's Table 2, Table 3 and Figure 4 on drawn plates; goes on where it was cut off."""
    from forensic_lpr.evaluation.baselines.external import parse_reader
    from forensic_lpr.evaluation.reproduction import (
        PAPER_TABLE_2,
        PAPER_TABLE_3,
        curve_markdown,
        plain_table,
        table_markdown,
    )
    from forensic_lpr.operations.reproduce import (
        FULL,
        SHORT,
        reproduce_table_2,
        reproduce_table_3,
        write_reproduction,
    )
    from forensic_lpr.operations.reproduce import reproduce as both

    plan = SHORT if short else FULL
    plan = replace(
        plan,
        variant_samples=samples or plan.variant_samples,
        originals=originals or plan.originals,
        dgm_pairs=dgm_pairs or plan.dgm_pairs,
        seeds=seeds or plan.seeds,
        network=network or plan.network,
        permuted_only=permuted_only,
    )
    if table == "3" and (readers or benchmarks):
        raise click.UsageError(
            "--table 3 goes neither with --reader nor with --benchmarks, which need the other table."
        )
    others = [parse_reader(text) for text in readers]
    folder = folder or paths.runs() / ("reproduce-short" if short else "reproduce")
    if table == "3":
        rows = reproduce_table_3(folder, plan, Meter())
        click.echo(plain_table(table_markdown("Table 3", rows, PAPER_TABLE_3)) + f"\n\nKept in {folder}.")
        return
    found = (reproduce_table_2 if table else both)(folder, plan, others, Meter())
    path = write_reproduction(folder, found, benchmarks)
    tables = [table_markdown("Table 2", found.readers, PAPER_TABLE_2)]
    if found.variants:
        tables.append(table_markdown("Table 3", found.variants, PAPER_TABLE_3))
    for lines in (*tables, curve_markdown(found.readers)):
        click.echo(plain_table(lines) + "\n")
    click.echo(f"Kept in {path.parent}; the tables with their conditions are in {path.name}.")
