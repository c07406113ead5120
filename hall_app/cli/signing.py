"""`hall sign-off ENTERPRISE`: leave that was given on a signed proof, with its revision."""

from __future__ import annotations

from typing import Annotated

import typer

from hall_app.cli.context import Context, say
from hall_app.domain.dates import Day
from hall_app.domain.ids import MediaId
from hall_app.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command(name="sign-off")
    def sign_off(
        context: typer.Context,
        ref: Annotated[str, typer.Argument(help="An enterprise, as enterprise:KEY.")],
        by: Annotated[str, typer.Option(help="Who signed, with office.")],
        revision: Annotated[
            str, typer.Option(help="The number at the proof's foot; none: the pages as they stand.")
        ] = "",
        on: Annotated[str, typer.Option(help="The day of the signature.", metavar="DAY")] = "",
        scope: Annotated[str, typer.Option(help="What may be shown.")] = "",
        until: Annotated[str, typer.Option(help="The last day.", metavar="DAY")] = "",
        scan: Annotated[str, typer.Option(help="The signed paper, as media:KEY.")] = "",
    ) -> None:
        """Record that an enterprise signed its proof."""
        from hall_app.publishing.proof.gathering import enterprise_named
        from hall_app.publishing.signoff import SignOff, record_signoff

        run: Context = context.obj
        with run.hall() as hall:
            enterprise = enterprise_named(hall.store, ref)
            signoff = SignOff(
                given_by=by, given_on=_day(on), scope=scope, until=_day(until), revision=revision,
                scan=MediaId(hall.store.resolve(scan).id) if scan else None,
            )  # fmt: skip
            record_signoff(hall.store, enterprise, signoff, author=hall.author)
            say(f"{enterprise.kind}:{enterprise.slug}: signed by {by}")


def _day(words: str) -> Day | None:
    if not words:
        return None
    try:
        return Day.parse(words)
    except ValueError:
        raise UsageError(f"“{words}” is no day.", "Write YYYY-MM-DD.", subject=words) from None
