"""`hall kiosk`: a verified release on a visitor's screen."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from hall_app.cli.context import Context
from hall_app.cli.display import draw_offscreen, require_display
from hall_app.domain.text import LANGUAGES
from hall_app.errors import UsageError

_LEAST, _MOST = 200, 16_384
_SIZE = re.compile(r"(\d{2,5})[xX×](\d{2,5})")


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def kiosk(
        context: typer.Context,
        release: Annotated[
            Path | None,
            typer.Option(
                help="A release folder or a package; the home's newest by default.",
                metavar="DIR|PACKAGE",
            ),
        ] = None,
        page: Annotated[
            str,
            typer.Option(
                help="A record, or home, attract, timeline, wall, statistics.", metavar="REF"
            ),
        ] = "attract",
        lang: Annotated[str, typer.Option(help="zh-Hans, zh-Hant or en.", metavar="L")] = "",
        size: Annotated[
            str, typer.Option(help="1920x1080; full screen by default.", metavar="WxH")
        ] = "",
        screenshot: Annotated[
            Path | None, typer.Option(help="Write one settled picture and end.", metavar="FILE")
        ] = None,
    ) -> None:
        """Show the newest release to visitors, full screen."""
        from hall_app.kiosk import app as face
        from hall_app.publishing.opening import open_reader

        run: Context = context.obj
        language = _language(lang) if lang else run.settings.language
        pixels = _size(size)
        if screenshot:
            draw_offscreen()
        else:
            require_display()
        reader = open_reader(run.paths, release, now=lambda: datetime.now(UTC))
        options = face.Options(
            page=page, language=language, size=pixels, screenshot=screenshot,
            idle_seconds=run.settings.idle_seconds, player=run.settings.player,
        )  # fmt: skip
        raise typer.Exit(face.run(reader, options))


def _size(words: str) -> tuple[int, int] | None:
    if not words:
        return None
    match = _SIZE.fullmatch(words)
    size = (int(match[1]), int(match[2])) if match else (0, 0)
    if not all(_LEAST <= edge <= _MOST for edge in size):
        raise UsageError(
            f"“{words}” is no size of a screen.",
            f"Write 1920x1080; each edge has {_LEAST} to {_MOST} pixels.",
            subject=words,
        )
    return size


def _language(words: str) -> str:
    if words not in LANGUAGES:
        raise UsageError(
            f"No kiosk speaks “{words}”.", f"Write {', '.join(LANGUAGES)}.", subject=words
        )
    return words
