"""Draws every plate of `content/media/` and writes its record beside it.

    python -m tools.draw_plates [SLUG PART…]

A record keeps the id it has; a new one gets its own. The drawing is the same on every run.
"""

from __future__ import annotations

import random
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import opencc
import yaml

from hall_app.domain.ids import uuid7
from tools.drawing.catalogue import all_plates

ROOT = Path(__file__).resolve().parents[1]
MEDIA = ROOT / "content" / "media"
CAPTIONS = Path(__file__).parent / "drawing" / "captions.yaml"
_RIGHTS = {"holder": "品牌南海馆", "licence": "MIT", "scope": ["hall", "web", "print"]}

# What a converter cannot know: a town keeps its 里, a bell is cast, wine goes into a jar.
_SPELLING = {
    "裏水": "里水",
    "鍾範": "鐘範",
    "入壇": "入罈",
    "紮": "扎",
    "羣": "群",
    "分佈": "分布",
    "推杆": "推桿",
    "齧合": "嚙合",
}


def draw(slug: str) -> str:
    """One plate as SVG text."""
    return dict(all_plates())[slug]().svg()


def record(slug: str, words: list[str], record_id: str) -> dict[str, Any]:
    """The media record of a plate, as content files hold it."""
    caption_zh, seen_zh, caption_en, seen_en = words
    traditional = opencc.OpenCC("s2hk")

    def text(simplified: str, english: str) -> dict[str, str]:
        written = traditional.convert(simplified)
        for found, meant in _SPELLING.items():
            written = written.replace(found, meant)
        return {"zh-Hans": simplified, "zh-Hant": written, "en": english}

    return {
        "id": record_id,
        "title": text(caption_zh, caption_en),
        "file": f"{slug}.svg",
        "caption": text(f"{caption_zh}（示意）", f"{caption_en} (drawing)"),
        "alt": text(seen_zh, seen_en),
        "is_drawn": True,
        "rights": _RIGHTS,
    }


def _known_id(path: Path) -> str:
    if path.exists():
        return str(yaml.safe_load(path.read_text("utf-8"))["id"])
    return uuid7(datetime.now(UTC), random.SystemRandom().getrandbits)


def main() -> None:
    """Draw all, or those whose slug holds one of the words given."""
    captions = yaml.safe_load(CAPTIONS.read_text("utf-8"))
    wanted = sys.argv[1:]
    slugs = [s for s, _ in all_plates() if not wanted or any(part in s for part in wanted)]
    MEDIA.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(max_workers=2) as pool:
        for slug, svg in zip(slugs, pool.map(draw, slugs), strict=True):
            (MEDIA / f"{slug}.svg").write_text(svg, "utf-8", newline="\n")
            path = MEDIA / f"{slug}.yaml"
            written = record(slug, captions[slug.removeprefix("plate-")], _known_id(path))
            dumped = yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=10_000)
            path.write_text(dumped, "utf-8", newline="\n")
            print(f"{slug}  {len(svg) / 1000:.0f} KB")


if __name__ == "__main__":
    main()
