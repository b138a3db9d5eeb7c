"""The map of position vectors: fixed colours, words that say the same, nothing off the page."""

import logging
import warnings

import numpy as np
import pytest
from matplotlib.collections import QuadMesh
from matplotlib.font_manager import findfont

from attnlib import sinusoidal_positions
from attnlib.classroom.figures import FONT_FILE, position_map
from attnlib.classroom.labels import use_language


def test_colours_always_mean_minus_1_to_1():
    artists = position_map(0.1 * np.ones((2, 3))).figure.axes[0].collections
    meshes = [artist for artist in artists if isinstance(artist, QuadMesh)]
    assert [mesh.get_clim() for mesh in meshes] == [(-1, 1), (-1, 1)]


def test_the_words_count_how_often_the_first_and_the_last_column_change_sign():
    use_language("pt")
    waves = np.array([[1, 1], [-1, 1], [1, 1], [-1, -1]])   # (positions, d)
    assert "4 posições" in position_map(waves).alt and "3 vezes; a última, 1." in position_map(waves).alt


@pytest.mark.parametrize("language", ["pt", "ko"])
@pytest.mark.parametrize("n, d", [(50, 64), (1, 1), (13, 4), (128, 512)])
def test_all_text_is_ours_and_on_the_page(caplog, language, n, d):
    use_language(language)
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING, logger="matplotlib"):
        warnings.simplefilter("error")
        picture = position_map(sinusoidal_positions(n, d))
        assert picture.png() == position_map(sinusoidal_positions(n, d)).png()
    assert not caplog.records
    picture = position_map(sinusoidal_positions(n, d))   # drawing it twice as sharp would double the sizes of its text
    page = picture.figure.bbox
    assert page.width < 900 and page.height <= 560   # stands beside its text on a slide
    for text in picture.figure.axes[0].texts:
        box = text.get_window_extent()
        assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= page.width and box.y1 <= page.height
        assert findfont(text.get_fontproperties()) == str(FONT_FILE)


@pytest.mark.parametrize("positions", [[0, 1], [[1.5, 0]], np.zeros((0, 3)), np.zeros((2, 2, 2)), [[np.nan]]])
def test_what_is_no_table_of_positions_is_refused(positions):
    with pytest.raises(ValueError, match="positions"):
        position_map(positions)
