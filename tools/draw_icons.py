"""Draws the kiosk's icons into `assets/icons/`: 48 grid, one line of 3.2, round ends.

    python -m tools.draw_icons

Each is one thread where it can be. The colour is silk; a face that tints replaces `SILK`.
"""

from __future__ import annotations

from pathlib import Path

ICONS = Path(__file__).resolve().parents[1] / "assets" / "icons"
SILK = "#F0D9A8"

PATHS = {
    "back": "M28,10 L14,24 L28,38 M15,24 H40",
    "captions": "M6,10 H42 V38 H6 Z M13,22 H22 M28,22 H35 M13,30 H18 M24,30 H35",
    "check": "M8,25 L20,37 L41,11",
    "close": "M12,12 L36,36 M36,12 L12,36",
    "compare": "M22,8 H8 V40 H22 M26,8 H40 V40 H26 M24,4 V44",
    "contrast": "M24,6 a18,18 0 1,0 .01,0 M24,6 V42 M30,11 V37 M36,17 V31",
    "craft": "M18,6 H30 M20,6 V11 C20,15 8,17 8,28 C8,36 15,38 16,42 H32 C33,38 40,36 40,28 "
    "C40,17 28,15 28,11 V6 M10,24 C18,18 22,30 29,24 S38,24 38,24",
    "del": "M16,10 H42 V38 H16 L6,24 Z M22,18 L34,30 M34,18 L22,30",
    "down": "M10,18 L24,32 L38,18",
    "emergency": "M24,6 L44,41 H4 Z M24,19 V29 M24,35 V35.2",
    "exit": "M28,8 H10 V40 H28 M20,24 H42 M34,15 L43,24 L34,33",
    "film": "M6,10 H42 V38 H6 Z M14,10 V38 M34,10 V38 M6,19 H14 M6,29 H14 M34,19 H42 M34,29 H42",
    "filter": "M8,14 H40 M8,24 H40 M8,34 H40 M16,9 V19 M32,19 V29 M21,29 V39",
    "globe": "M24,6 a18,18 0 1,0 .01,0 M6,24 H42 M24,6 C10,18 10,30 24,42 C38,30 38,18 24,6",
    "hand": "M18,28 V10 a3,3 0 0,1 6,0 V22 V19 a3,3 0 0,1 6,0 V24 V21 a3,3 0 0,1 6,0 V32 "
    "C36,40 30,44 24,42 C18,40 14,34 10,29 a3,3 0 0,1 5,-4 L18,28",
    "home": "M8,22 L24,8 L40,22 M12,20 V40 H36 V20",
    "info": "M24,6 a18,18 0 1,0 .01,0 M24,22 V34 M24,14 V14.2",
    "less-motion": "M6,15 H20 C28,15 28,24 36,24 H42 M6,24 H18 M6,33 H20 C26,33 27,29 31,26 M38,32 V42 M44,32 V42",
    "list": "M16,12 H42 M16,24 H42 M16,36 H42 M7,12 H7.2 M7,24 H7.2 M7,36 H7.2",
    "low-reach": "M8,6 H40 V42 H8 Z M8,30 H40 M24,11 V23 M18,18 L24,24 L30,18 M15,36 H33",
    "map": "M8,12 L18,8 L30,12 L40,8 V36 L30,40 L18,36 L8,40 Z M18,8 V36 M30,12 V40",
    "minus": "M10,24 H38",
    "more": "M10,24 H10.2 M24,24 H24.2 M38,24 H38.2",
    "muted": "M8,18 H16 L26,9 V39 L16,30 H8 Z M33,19 L43,29 M43,19 L33,29",
    "next": "M18,10 L32,24 L18,38",
    "offline": "M6,18 C16,9 32,9 42,18 M13,26 C19,20 29,20 35,26 M24,35 V35.2 M9,41 L39,7",
    "pause": "M16,10 V38 M32,10 V38",
    "person": "M24,6 a4.5,4.5 0 1,0 .01,0 M8,18 L20,20 V28 L15,42 M40,18 L28,20 V28 L33,42 "
    "M20,20 H28 M20,28 H28",
    "picture": "M6,8 H42 V40 H6 Z M6,33 L17,22 L27,32 L33,26 L42,34 M32,14 a3.5,3.5 0 1,0 .01,0",
    "play": "M16,10 L38,24 L16,38 Z",
    "plus": "M24,10 V38 M10,24 H38",
    "previous": "M30,10 L16,24 L30,38",
    "qr": "M8,8 H20 V20 H8 Z M28,8 H40 V20 H28 Z M8,28 H20 V40 H8 Z M28,28 H34 V34 M40,28 V34 "
    "M28,40 H32 M40,40 H38",
    "quiz": "M24,6 a18,18 0 1,0 .01,0 M18,20 C18,12 31,12 30,20 C29,25 24,24 24,29 M24,35 V35.2",
    "read-aloud": "M8,18 H16 L26,9 V39 L16,30 H8 Z M33,17 C37,21 37,27 33,31 M38,11 C46,18 46,30 38,37",
    "replay": "M12,12 V22 H22 M12,22 C17,9 35,8 40,22 C44,36 28,46 16,38",
    "search": "M20,8 a12,12 0 1,0 .01,0 M29,29 L40,40",
    "section": "M8,8 H40 V40 H8 Z M16,16 H32 V24 H16 Z M16,30 H32",
    "statistics": "M6,41 H42 M12,34 V26 M21,34 V18 M30,34 V22 M39,34 V8",
    "text-larger": "M4,38 L15,10 L26,38 M8,29 H22 M30,38 L37,20 L44,38 M32.5,32 H41.5",
    "time": "M24,6 a18,18 0 1,0 .01,0 M24,14 V25 L32,30",
    "touch": "M24,6 a18,18 0 1,0 .01,0 M24,20 a4,4 0 1,0 .01,0",
    "up": "M10,30 L24,16 L38,30",
    "volume": "M8,18 H16 L26,9 V39 L16,30 H8 Z M34,17 C38,21 38,27 34,31",
}


def icon(name: str) -> str:
    """One icon as SVG text."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 48 48">'
        f'<path d="{PATHS[name]}" fill="none" stroke="{SILK}" stroke-width="3.2" '
        'stroke-linecap="round" stroke-linejoin="round"/></svg>\n'
    )


def main() -> None:
    """Write them all."""
    ICONS.mkdir(parents=True, exist_ok=True)
    for name in PATHS:
        (ICONS / f"{name}.svg").write_text(icon(name), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
