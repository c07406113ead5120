"""Drawings: what is active or reaches outside is refused, the rest keeps its look."""

import base64
import gzip
import io
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from hall_app.media.cleaning import clean
from hall_app.media.limits import DEFAULT_LIMITS, Limits
from hall_app.media.recognition import SVG, recognise
from hall_app.media.refusal import Reason, Refusal
from hall_app.media.svg_rules import ELEMENTS
from hall_app.media.vectors import examine_vector
from tests.media.samples import encoded, make_quarters, make_svg

FONTS = Path("assets/fonts").resolve()
DOT = base64.b64encode(encoded(make_quarters(16, 16), "PNG")).decode()

HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "a script of another namespace": "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>1</h:script>",
    "a script in CDATA": "<script><![CDATA[alert(1)]]></script>",
    "an event handler": "<rect width='9' height='9' onclick='x()'/>",
    "an event handler in capitals": "<rect width='9' height='9' onLOAD='x()'/>",
    "a foreign object": "<foreignObject><p>hello</p></foreignObject>",
    "a page within": "<iframe src='x'/>",
    "a link": "<a href='https://example.org'><rect width='9' height='9'/></a>",
    "a script as a link": "<use href='javascript:alert(1)'/>",
    "a picture from the network": "<image href='https://example.org/a.png' width='9' height='9'/>",
    "a picture from the old link": "<image xlink:href='http://example.org/a.png'/>",
    "a picture from the disk": "<image href='file:///etc/hostname' width='9' height='9'/>",
    "a picture beside it": "<image href='../secret.png' width='9' height='9'/>",
    "a drawing as data": "<image href='data:image/svg+xml;base64,PHN2Zy8+' width='9' height='9'/>",
    "a page as data": "<use href='data:text/html,x#y'/>",
    "shapes from elsewhere": "<use href='other.svg#shape'/>",
    "a fill from elsewhere": "<rect width='9' height='9' fill='url(http://example.org/#g)'/>",
    "a fill from elsewhere, quoted": """<rect width='9' height='9' fill='url( "x.svg#g" )'/>""",
    "a filter from elsewhere": "<filter id='f'><feImage href='http://example.org/a.png'/></filter>",
    "a style that imports": "<style>@import 'http://example.org/a.css';</style>",
    "a style that imports in CDATA": "<style><![CDATA[@IMPORT url(x.css);]]></style>",
    "a style that fetches": "<style>rect{fill:url(https://example.org/x)}</style>",
    "a style with a typeface": "<style>@font-face{font-family:x;src:url(#a)}</style>",
    "an element in a style": "<style>a{<g/>}</style>",
    "a style that imports between comments": "<style>/* a */@import/* b */'x.css';</style>",
    "a style spelt with escapes": r"<style>rect{fill:u\72l(x)}</style>",
    "an attribute spelt with escapes": r"<rect style='fill:u\72 l(x)' width='9' height='9'/>",
    "a style attribute that fetches": "<rect style='fill:url(//example.org/x)' width='9' height='9'/>",
    "a set of pictures": """<rect style='mask-image:image-set("//e.org/x" 1x)' width='9' height='9'/>""",
    "an animation": "<rect width='9' height='9'><animate attributeName='x' to='9'/></rect>",
    "a set link": "<use href='#a'><set attributeName='href' to='//example.org'/></use>",
    "an unknown element": "<marquee>hello</marquee>",
    "a shape drawn with itself": "<g id='a'><use href='#a'/></g>",
    "shapes drawn in a ring": "<g id='a'><use href='#b'/></g><g id='b'><use xlink:href='#a'/></g>",
    "a broken picture within": f"<image href='data:image/png;base64,{DOT[:40]}' width='9' height='9'/>",
    "too deep a nest": "<g>" * 200 + "</g>" * 200,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_drawing_is_refused(body):
    with pytest.raises(Refusal) as refused:
        examine_vector(make_svg(body), None, DEFAULT_LIMITS)

    assert refused.value.reason is Reason.HOSTILE
    assert refused.value.detail


def test_a_refusal_names_the_line():
    with pytest.raises(Refusal, match="<script>, line 3"):
        clean(make_svg("\n\n<script/>"), DEFAULT_LIMITS)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE svg [<!ENTITY a "x">]>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://example.org/a.dtd"> %a;]>',
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_entities_are_refused(doctype):
    with pytest.raises(Refusal) as refused:
        clean(doctype.encode() + make_svg("<text>&a;</text>"), DEFAULT_LIMITS)

    assert refused.value.reason is Reason.HOSTILE


def test_an_entity_of_a_document_type_elsewhere_is_refused():
    doctype = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    with pytest.raises(Refusal):
        clean(doctype + make_svg("<text>&nbsp;</text>"), DEFAULT_LIMITS)


def test_what_programs_leave_in_a_drawing_is_left_out_and_the_rest_stays():
    drawing = (
        b'<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet href="x.css"?>'
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
        + make_svg(
            "<!-- made by hand --><metadata><r:RDF xmlns:r='x'><r:a/></r:RDF></metadata>"
            "<i:namedview xmlns:i='http://example.org/editor' i:zoom='3'><i:grid/></i:namedview>"
            "<g xmlns:i='http://example.org/editor' i:label='Layer 1' id='a'>"
            "<rect width='9' height='9'/></g>\n"
        )
    )

    assert clean(drawing, DEFAULT_LIMITS).svg() == (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'height="20" viewBox="0 0 40 20" width="40">'
        '<g id="a"><rect height="9" width="9"/></g></svg>\n'
    )


def test_references_within_the_drawing_stay():
    body = (
        "<defs><linearGradient id='g'><stop offset='1'/></linearGradient><g id='s'><path d='M0 0'/></g></defs>"
        "<use xlink:href='#s' fill='url(#g)'/><use href='#s' style='fill: url(\"#g\")'/>"
        f"<image href='data:image/png;base64,{DOT}' width='9' height='9'/>"
    )
    cleaned = clean(make_svg(body), DEFAULT_LIMITS).svg()

    for kept in ('xlink:href="#s"', 'fill="url(#g)"', "url(&quot;#g&quot;)", DOT):
        assert kept in cleaned


ATTRIBUTES = st.dictionaries(
    st.sampled_from(["id", "class", "d", "fill", "transform", "x", "font-family"]),
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\\"),
        max_size=12,
    ),
    max_size=4,
)
TREES = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=10),
    lambda inner: st.tuples(
        st.sampled_from(sorted(ELEMENTS - {"style"})), ATTRIBUTES, st.lists(inner, max_size=4)
    ),
    max_leaves=12,
)


def written(tree) -> str:
    if isinstance(tree, str):
        return tree.replace("&", "&amp;").replace("<", "&lt;")
    name, attributes, inner = tree
    pairs = "".join(
        f" {key}='{value.replace('&', '&amp;').replace('<', '&lt;').replace(chr(39), '&#39;')}'"
        for key, value in attributes.items()
    )
    return f"<{name}{pairs}>{''.join(map(written, inner))}</{name}>"


@given(tree=TREES)
def test_cleaning_a_clean_drawing_changes_nothing(tree):
    once = clean(make_svg(written(tree)), DEFAULT_LIMITS).svg().encode()

    assert clean(once, DEFAULT_LIMITS).svg().encode() == once


@given(data=st.binary(max_size=200))
def test_no_bytes_bring_down_the_cleaning(data):
    for content in (data, b"<svg xmlns='http://www.w3.org/2000/svg'>" + data, gzip.compress(data)):
        with pytest.raises(Refusal):
            clean(content, DEFAULT_LIMITS)


@given(cut=st.integers(1, len(make_svg()) - 1))
def test_a_drawing_cut_off_anywhere_is_refused(cut):
    with pytest.raises(Refusal) as refused:
        clean(make_svg()[:-cut], DEFAULT_LIMITS)

    assert refused.value.reason is Reason.TRUNCATED


def test_a_packed_drawing_is_unpacked():
    assert clean(gzip.compress(make_svg()), DEFAULT_LIMITS) == clean(make_svg(), DEFAULT_LIMITS)


def test_a_packed_bomb_is_refused_before_it_is_unpacked():
    bomb = gzip.compress(make_svg(" " * 60_000_000))
    assert len(bomb) < 100_000
    with pytest.raises(Refusal) as refused:
        clean(bomb, DEFAULT_LIMITS)

    assert refused.value.reason is Reason.TOO_LARGE


def test_a_few_elements_that_ask_for_billions_are_refused():
    levels = "".join(
        f"<g id='l{at}'>" + f"<use href='#l{at - 1}'/>" * 10 + "</g>" for at in range(1, 11)
    )
    body = f"<defs><rect id='l0' width='1' height='1'/>{levels}</defs><use href='#l10'/>"
    with pytest.raises(Refusal, match="elements"):
        clean(make_svg(body), DEFAULT_LIMITS)


def test_patterns_that_fill_each_other_count_too():
    patterns = "".join(
        f"<pattern id='p{at}' width='1' height='1'>"
        + f"<rect width='1' height='1' fill='url(#p{at - 1})'/>" * 10
        + "</pattern>"
        for at in range(1, 11)
    )
    with pytest.raises(Refusal, match="elements"):
        clean(make_svg(f"{patterns}<rect width='9' height='9' fill='url(#p10)'/>"), DEFAULT_LIMITS)


def test_too_many_plain_elements_are_refused():
    with pytest.raises(Refusal, match="elements"):
        clean(make_svg("<g/>" * 1001), Limits(elements=1000))


def test_a_picture_bomb_within_a_drawing_is_refused():
    bomb = bytearray(encoded(Image.new("1", (8, 8)), "PNG"))
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    bomb[29:33] = zlib.crc32(bomb[12:29]).to_bytes(4, "big")
    link = "data:image/png;base64," + base64.b64encode(bomb).decode()
    with pytest.raises(Refusal, match="embedded"):
        clean(make_svg(f"<image href='{link}' width='9' height='9'/>"), DEFAULT_LIMITS)


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ("width='300' height='200'", (300, 200)),
        ("viewBox='0 0 30 20'", (30, 20)),
        ("width='100%' height='100%' viewBox='0,0,30,20'", (30, 20)),
        ("width='96' viewBox='0 0 30 20'", (96, 64)),
        ("width='1in' height='25.4mm'", (96, 96)),
    ],
)
def test_the_size_of_a_drawing_is_understood(root, size):
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' {root}><g/></svg>"
    drawing = clean(svg.encode(), DEFAULT_LIMITS)

    assert (round(drawing.width), round(drawing.height)) == size


@pytest.mark.parametrize(
    "root",
    [
        "",
        "width='0' height='5'",
        "width='1e99' height='1e99'",
        "width='100000' height='100000'",
        "width='10000' height='1'",
    ],
)
def test_a_drawing_of_no_possible_size_is_refused(root):
    with pytest.raises(Refusal):
        clean(f"<svg xmlns='http://www.w3.org/2000/svg' {root}/>".encode(), DEFAULT_LIMITS)


def drawn(body: str, name: str) -> Image.Image:
    examination = examine_vector(make_svg(body), FONTS, DEFAULT_LIMITS)
    rendition = next(one for one in examination.renditions if one.name == name)
    return Image.open(io.BytesIO(rendition.data)).convert("RGBA")


def test_a_drawing_is_drawn_where_and_in_the_colours_it_says():
    image = drawn(
        "<rect width='20' height='10' fill='#e61414'/><rect x='20' y='10' width='20' height='10' fill='#1414e6'/>",
        "1280",
    )

    assert image.size == (1280, 640)
    assert image.getpixel((10, 10)) == (0xE6, 0x14, 0x14, 255)
    assert image.getpixel((1270, 630)) == (0x14, 0x14, 0xE6, 255)
    assert image.getpixel((1270, 10))[3] == 0


def test_chinese_is_set_in_our_own_typefaces():
    text = "<text x='2' y='16' font-size='16' font-family='Noto Serif SC'>南海</text>"

    assert drawn(text, "320").getchannel("A").getextrema() == (0, 255)
    bare = examine_vector(make_svg(text), None, DEFAULT_LIMITS)
    assert Image.open(io.BytesIO(bare.renditions[-1].data)).convert("RGBA").getchannel(
        "A"
    ).getextrema() == (0, 0)


def test_a_drawing_without_a_ground_is_transparent_and_one_with_it_is_not():
    assert examine_vector(make_svg(), None, DEFAULT_LIMITS).probe.has_alpha
    whole = make_svg("<rect width='40' height='20' fill='#123456'/>")
    assert not examine_vector(whole, None, DEFAULT_LIMITS).probe.has_alpha


def test_the_same_drawing_gives_the_same_bytes():
    assert examine_vector(make_svg(), FONTS, DEFAULT_LIMITS) == examine_vector(
        make_svg(), FONTS, DEFAULT_LIMITS
    )


def test_a_style_of_colours_only_stays_and_acts():
    body = "<style>/* by https://example.org */.a{fill:#e61414}<![CDATA[ g>rect{stroke:none} ]]></style><rect class='a' width='40' height='20'/>"

    cleaned = clean(make_svg(body), DEFAULT_LIMITS).svg()

    assert "g&gt;rect" in cleaned
    assert "example" not in cleaned
    assert drawn(body, "320").getpixel((5, 5)) == (0xE6, 0x14, 0x14, 255)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1"])
def test_a_drawing_may_be_written_in_another_encoding(encoding):
    head = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig").removesuffix("-le")}"?>'
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    data = (mark + head + make_svg("<title>é</title>").decode()).encode(encoding)

    assert recognise(data) == SVG
    assert "<title>é</title>" in clean(data, DEFAULT_LIMITS).svg()


def test_references_that_go_on_and_on_are_refused():
    chain = "".join(f"<g id='c{at}'><use href='#c{at + 1}'/></g>" for at in range(200))
    with pytest.raises(Refusal, match="deep"):
        clean(make_svg(chain), DEFAULT_LIMITS)


def test_two_elements_of_one_id_are_no_ring():
    body = "<g id='a'><rect id='a' width='9' height='9'/></g><use href='#a'/>"

    assert body.count("id=") == clean(make_svg(body), DEFAULT_LIMITS).svg().count("id=")


def test_a_drawing_that_is_no_drawing_to_the_one_who_draws_it_is_refused():
    with pytest.raises(Refusal):
        examine_vector(
            make_svg(root="transform='matrix(nonsense'") + b"<svg/>", None, DEFAULT_LIMITS
        )
