"""ICC profiles of known primaries, made from their numbers, and the sum that undoes them."""

import struct

D50 = (0.9642, 1.0, 0.8249)
# Columns are red, green and blue in XYZ, adapted to D50.
DISPLAY_P3 = (
    (0.51512, 0.29198, 0.15710),
    (0.24120, 0.69225, 0.06657),
    (-0.00105, 0.04189, 0.78407),
)
ADOBE_RGB = ((0.60974, 0.20528, 0.14919), (0.31111, 0.62567, 0.06322), (0.01947, 0.06087, 0.74457))
SRGB = ((0.43607, 0.38515, 0.14307), (0.22249, 0.71687, 0.06061), (0.01392, 0.09708, 0.71410))
_TO_SRGB = (
    (3.13391, -1.61686, -0.49066),
    (-0.97877, 1.91612, 0.03345),
    (0.07195, -0.22897, 1.40522),
)


def make_profile(matrix, gamma: float = 2.2) -> bytes:
    """A version 2 display profile of that matrix and gamma."""
    columns = list(zip(*matrix, strict=True))
    tags = [
        (b"desc", b"desc" + bytes(4) + struct.pack(">I", 5) + b"Test\0" + bytes(78)),
        (b"cprt", b"text" + bytes(4) + b"none\0\0\0\0"),
        (b"wtpt", _xyz(D50)),
        *(
            (name, _xyz(column))
            for name, column in zip((b"rXYZ", b"gXYZ", b"bXYZ"), columns, strict=True)
        ),
        *((name, _curve(gamma)) for name in (b"rTRC", b"gTRC", b"bTRC")),
    ]
    at, table, body = 128 + 4 + 12 * len(tags), b"", b""
    for name, data in tags:
        table += name + struct.pack(">II", at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    header = struct.pack(">I4sI", at + len(body), b"none", 0x02400000) + b"mntrRGB XYZ "
    header += struct.pack(">6H", 2017, 9, 28, 0, 0, 0) + b"acsp" + bytes(28)
    header += struct.pack(">3i", *(round(part * 65536) for part in D50)) + bytes(48)
    return header[:128] + struct.pack(">I", len(tags)) + table + body


def seen_in_srgb(rgb: tuple[int, int, int], matrix, gamma: float = 2.2) -> tuple[int, ...]:
    """What a colour of that space is in sRGB, clipped, by plain arithmetic."""
    linear = [(part / 255) ** gamma for part in rgb]
    xyz = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in matrix]
    shown = (sum(a * b for a, b in zip(row, xyz, strict=True)) for row in _TO_SRGB)
    return tuple(round(255 * _encode(min(1.0, max(0.0, part)))) for part in shown)


def _encode(linear: float) -> float:
    return 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055


def _xyz(parts) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(part * 65536) for part in parts))


def _curve(gamma: float) -> bytes:
    return b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256))
