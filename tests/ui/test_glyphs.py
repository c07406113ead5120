"""Icons are QtAwesome's, to the pixel."""

import pytest
import qtawesome

from hall_app.curator.glyphs import glyph


@pytest.mark.parametrize("name", ["house", "magnifying-glass", "map-trifold"])
@pytest.mark.parametrize("side", [14, 18, 36])
def test_an_icon_is_drawn_as_the_library_draws_it(qapp, name, side):
    theirs = qtawesome.icon(f"ph.{name}", color="#4A2615").pixmap(side, side)

    assert glyph(name, side, "#4A2615").toImage() == theirs.toImage()


def test_an_icon_that_is_not_in_the_family_is_a_bug_and_says_so(qapp):
    with pytest.raises(KeyError, match="no-such-icon"):
        glyph("no-such-icon", 18, "#000000")
