"""`import`: photos of 12 and 24 megapixels with three renditions, beside pyvips on two processes."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageFilter

from hall_app import bootstrap
from hall_app.bench.measure import in_turn, process_seconds, seconds
from hall_app.bench.row import Row, compared
from hall_app.bench.workplace import SEED, Workplace, has_python_peer
from hall_app.media.ingest import ingest_many
from hall_app.media.vault import Vault

_SIZES = ((4000, 3000), (6000, 4000))
_PHOTOS = 12

# One load, then shrink: the fastest way there is with libvips, on two processes.
_PYVIPS = """
import hashlib, sys
from multiprocessing import Pool
from pathlib import Path
import pyvips
def one(name):
    out = Path(sys.argv[2]); path = Path(name)
    hashlib.sha256(path.read_bytes()).hexdigest()
    image = pyvips.Image.thumbnail(name, 2560, height=2560, size="down").copy_memory()
    image.jpegsave(str(out / f"{path.stem}-2560.jpg"), Q=85)
    for edge in (1280, 320):
        image = image.thumbnail_image(edge, height=edge, size="down").copy_memory()
        image.jpegsave(str(out / f"{path.stem}-{edge}.jpg"), Q=85)
if __name__ == "__main__":
    with Pool(2) as pool: pool.map(one, sorted(map(str, Path(sys.argv[1]).glob("*.jpg"))), 1)
"""


def bench(place: Workplace) -> Iterator[Row]:
    """Photos a second."""
    photos = _photos(place.folder / "photos")
    script = place.folder / "pyvips_peer.py"
    script.write_text(_PYVIPS, "utf-8")

    with bootstrap.open_workshop() as workshop:

        def ours() -> float:
            vault = Vault(place.fresh("import") / "vault")
            return len(photos) / seconds(lambda: ingest_many(photos, vault, workshop))

        def peer() -> float:
            out = place.fresh("import-peer")
            command = [sys.executable, str(script), str(photos[0].parent), str(out)]
            return len(photos) / process_seconds(command, {})

        note = f"pyvips, one load, two processes; {_PHOTOS} JPEGs of 12 and 24 MP"
        if has_python_peer("pyvips"):
            our_rate, peer_rate = in_turn(ours, peer, runs=3)
            yield compared(
                "import",
                our_rate,
                peer_rate,
                unit="photos/s",
                bar=1.0,
                note=note,
                less_is_better=False,
            )
        else:
            (our_rate,) = in_turn(ours, runs=3)
            yield compared(
                "import",
                our_rate,
                None,
                unit="photos/s",
                bar=1.0,
                note="pyvips is missing: --install-peers",
            )


def _photos(folder: Path) -> list[Path]:
    """JPEGs with the detail of photographs, of equal bytes on every run."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number in range(_PHOTOS):
        path = folder / f"{number:02}.jpg"
        if not path.is_file():
            _photo(path, _SIZES[number % 2], number)
        made.append(path)
    return made


def _photo(path: Path, size: tuple[int, int], number: int) -> None:
    dice = random.Random(SEED + number)
    coarse = Image.frombytes("RGB", (160, 120), dice.randbytes(160 * 120 * 3)).resize(size)
    grain = Image.frombytes(
        "L", (size[0] // 2, size[1] // 2), dice.randbytes(size[0] * size[1] // 4)
    )
    grain = grain.filter(ImageFilter.GaussianBlur(1)).resize(size)
    Image.blend(coarse, Image.merge("RGB", (grain,) * 3), 0.25).save(path, quality=88)
