"""一根铝材: a billet warms, passes the die, is cut open, and becomes a window."""

from __future__ import annotations

from tools.films import press, sections, window
from tools.films.film import Cue, Film
from tools.films.motion import eased
from tools.films.stage import HEIGHT, WIDTH, Camera, Stage

LENGTH = 30
CUTS = (13.2, 20.6)  # when the saw line crosses the picture
CUT_S = 1.3


def camera(_t: float) -> Camera:
    return Camera(WIDTH / 2, HEIGHT / 2, WIDTH)


def draw(stage: Stage, t: float) -> None:
    """Three drawings; a saw line crosses the picture and leaves the next one behind it."""
    worlds = (press.draw, sections.draw, window.draw)
    shares = [eased(t, at, at + CUT_S) for at in CUTS]
    for k, world in enumerate(worlds):
        right = WIDTH * (1 - shares[k]) if k < len(shares) else 0.0
        left = WIDTH * (1 - shares[k - 1]) if k else 0.0
        if (k < len(shares) and right <= 0) or (k and left >= WIDTH):
            continue
        x0, x1 = (left if k else 0.0), (right if k < len(shares) else WIDTH)
        with stage.within([(x0, 0), (x1, 0), (x1, HEIGHT), (x0, HEIGHT)]):
            world(stage, t)
    for share in shares:
        if 0 < share < 1:
            _saw(stage, WIDTH * (1 - share), t)


def _saw(stage: Stage, x: float, t: float) -> None:
    """A fine blade, toothed on its leading side, running down."""
    run = (t * 900) % 30
    teeth = [(x + (-9.0 if k % 2 else 0.0), -60 + 15 * k + run) for k in range(82)]
    stage.fill([*teeth, (x + 7, 1200), (x + 7, -80)], stage.material.line)
    stage.line([(x + 12, -10), (x + 12, 1100)], stage.material.thread, width=2)


CUES = (
    Cue(
        0.6,
        5.2,
        "1984年，大沥人邝锦华、梁灼林合伙办起谢边型材厂。",
        "1984年，大瀝人鄺錦華、梁灼林合夥辦起謝邊型材廠。",
        "In 1984 Kuang Jinhua and Liang Zhuolin of Dali opened the Xiebian profile works together.",
    ),
    Cue(
        5.5,
        9.7,
        "铝棒受热，从模孔里挤出来，就成了型材。",
        "鋁棒受熱，從模孔裏擠出來，就成了型材。",
        "An aluminium billet is heated and pressed through a die: it leaves as a profile.",
    ),
    Cue(
        10.0,
        13.2,
        "大沥的铝型材产业，由此揭开序幕。",
        "大瀝的鋁型材產業，由此揭開序幕。",
        "With that works Dali's aluminium profile trade began.",
    ),
    Cue(
        14.4,
        20.4,
        "切开看截面：2003年，大沥获称“中国铝材第一镇”。",
        "切開看截面：2003年，大瀝獲稱「中國鋁材第一鎮」。",
        "Cut open: in 2003 Dali was named China's First Aluminium Town.",
    ),
    Cue(
        21.6,
        24.8,
        "一根根型材，合成一扇窗。",
        "一根根型材，合成一扇窗。",
        "Length by length the profiles make a window.",
    ),
    Cue(
        25.1,
        29.6,
        "2007年的报道说，南海建筑铝型材约占全国四成。",
        "2007年的報道說，南海建築鋁型材約佔全國四成。",
        "A report of 2007 says Nanhai made about 40 per cent of China's building profiles.",
    ),
)

FILM = Film("film-aluminium", "brand", LENGTH, draw, camera, CUES, quality=28)
