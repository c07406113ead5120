"""Renders the hall's three drawn films and their subtitles into `content/media/`.

    python -m tools.render_films [--subtitles] [SLUG…]

A film takes some minutes. The same program gives the same film.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.films import aluminium, encoding, filature, six_wheels
from tools.films.film import Film
from tools.films.subtitles import LANGUAGES, vtt

MEDIA = Path(__file__).resolve().parents[1] / "content" / "media"
FILMS = {film.slug: film for film in (filature.FILM, six_wheels.FILM, aluminium.FILM)}
MOST_BYTES = 3_000_000


def write_subtitles(film: Film, folder: Path) -> None:
    for language in LANGUAGES:
        path = folder / f"{film.slug}.{language}.vtt"
        path.write_text(vtt(film.cues, language), "utf-8", newline="\n")


def write_film(film: Film, folder: Path) -> None:
    """Draw and encode every frame; the film takes its name only when it is whole and small enough."""
    path = folder / f"{film.slug}.mp4"
    draft = path.with_suffix(".draft")
    encoding.encode(map(film.frame, range(film.frame_count)), draft, quality=film.quality)
    size = draft.stat().st_size
    print(f"{path.name}: {film.duration_s} s, {size / 1e6:.2f} MB")
    if size > MOST_BYTES:
        raise SystemExit(f"{path.name} is larger than {MOST_BYTES / 1e6:g} MB.")
    draft.replace(path)


def main() -> None:
    """Write the films asked for, or all."""
    parser = argparse.ArgumentParser(description="Render the hall's films.")
    parser.add_argument("slugs", nargs="*", choices=[[], *FILMS], metavar="SLUG")
    parser.add_argument("--subtitles", action="store_true", help="write the subtitles only")
    parser.add_argument("--into", type=Path, default=MEDIA, help="another folder")
    wanted = parser.parse_args()
    wanted.into.mkdir(parents=True, exist_ok=True)
    for slug in wanted.slugs or FILMS:
        write_subtitles(FILMS[slug], wanted.into)
        if not wanted.subtitles:
            write_film(FILMS[slug], wanted.into)


if __name__ == "__main__":
    main()
