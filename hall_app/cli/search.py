"""`hall search TEXT`."""

from __future__ import annotations

from typing import Annotated

import typer

from hall_app.cli.context import Context, say, say_json
from hall_app.store.codec import to_plain

MOST = 10_000


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def search(
        context: typer.Context,
        text: Annotated[
            str, typer.Argument(help="Words in 简, 繁 or English, pinyin or its initials.")
        ],
        limit: Annotated[int, typer.Option(min=1, max=MOST, help="How many at the most.")] = 20,
        json: Annotated[bool, typer.Option("--json", help="Hits as JSON.")] = False,
    ) -> None:
        """Find records by their words; names before texts."""
        run: Context = context.obj
        with run.hall(read_only=True) as hall:
            hits = hall.store.search(text, limit=limit, language=run.settings.language)
            if json:
                say_json([
                    {
                        "id": hit.id, "kind": str(hit.kind), "slug": hit.slug, "title": to_plain(hit.title),
                        "gallery": hall.store.get(hit.gallery).slug if hit.gallery else None,
                        "snippet": hit.snippet,
                    }
                    for hit in hits
                ])  # fmt: skip
                return
            for hit in hits:
                say(
                    f"{hit.kind}:{hit.slug}  {hit.title.best(run.settings.language)}  {hit.snippet}"
                )
