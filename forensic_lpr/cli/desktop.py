"""Commands for the desktop: put the program and its case files on it, or take them away."""

import click

from forensic_lpr.operations.desktop import Change, data_home, start_command
from forensic_lpr.operations.desktop import install as install_entry
from forensic_lpr.operations.desktop import remove as remove_entry


@click.group()
def desktop() -> None:
    """Menu entry, icons and double click on case files, for a Linux desktop and this person alone."""


@desktop.command()
def install() -> None:
    """Put the program into the menu and let it open .flpr files."""
    _say(install_entry(data_home(), start_command()), "wrote")


@desktop.command()
def remove() -> None:
    """Take away what install wrote."""
    _say(remove_entry(data_home()), "removed")


def _say(change: Change, verb: str) -> None:
    for path in change.files:
        click.echo(f"{verb} {path}")
    if not change.files:
        click.echo("Nothing was there.")
    if change.untold:
        click.echo(f"Not told at once, for want of {', '.join(change.untold)}: log in again.", err=True)
