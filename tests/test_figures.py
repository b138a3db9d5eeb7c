"""Heat maps and curves: the font covers both languages, words and picture say the same numbers, and every number can be read."""

import base64
import logging
import re
import struct
import subprocess
import sys
import unicodedata
import warnings
from xml.etree import ElementTree

import matplotlib
import numpy as np
import pytest
from fontTools.ttLib import TTFont
from IPython.core.formatters import DisplayFormatter
from matplotlib.collections import QuadMesh
from matplotlib.font_manager import findfont
from matplotlib.ft2font import FT2Font
from matplotlib.text import Text

from attnlib import published
from attnlib.classroom.figures import FONT_FILE, curves, heatmap, heatmap_html
from attnlib.classroom.figures.line_chart import LINES
from attnlib.classroom.figures.palette import GREY
from attnlib.classroom.labels import decimal, use_language

KOREAN = "나는 사과를 먹었다".split()
PORTUGUESE = "Scoras é uma empresa que cria Agentes de Inteligência Artificial".split()
LONG_KOREAN = ("나는 어제 학교에서 새로운 친구를 만나서 함께 점심을 먹고 도서관에서 늦게까지 공부를 한 뒤에 집으로 "
               "돌아왔어요").split()
WEIGHTS = [[0.7, 0.2, 0.1], [0.25, 0.25, 0.5], [0.05, 0.9, 0.05]]


@pytest.fixture
def strict(caplog):
    """Any warning is an error, and so is any line in matplotlib's log."""
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING, logger="matplotlib"):
        warnings.simplefilter("error")
        yield
    assert [record.getMessage() for record in caplog.records] == []


def uniform(rows, columns):
    return np.full((rows, columns), 1 / columns)


def texts(picture):
    return [text for text in picture.figure.axes[0].texts if text.get_text()]


def words(picture):
    return [text.get_text() for text in texts(picture)]


def settings():
    """rcParams but for the backend, which reading would choose."""
    return {name: matplotlib.rcParams[name] for name in matplotlib.rcParams if name != "backend"}


def cells(picture):
    """The mesh of the weights; the other one is the colour bar."""
    return picture.figure.axes[0].collections[0]


# The font


def test_the_font_has_every_syllable_and_every_portuguese_letter():
    characters = {chr(code) for code in FT2Font(str(FONT_FILE)).get_charmap()}
    syllables = {chr(code) for code in range(ord("가"), ord("힣") + 1)}
    assert len(syllables) == 11172
    assert syllables <= characters
    assert set("áàâãéêíóôõúüçÁÀÂÃÉÊÍÓÔÕÚÜÇªº") <= characters
    assert set("ㄱㅎㅏㅣ“”‘’–—…·×÷−±√∞≤≥≠≈∑∈→←↑↓↔⇒αβγλμσπ²³⁴½①●○■□▲△€₩") <= characters


def test_the_font_carries_its_licence():
    licence = FONT_FILE.with_name("OFL.txt").read_text(encoding="utf-8")
    names = TTFont(FONT_FILE)["name"]
    assert licence.startswith(names.getDebugName(0))
    assert "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007" in licence
    assert names.getDebugName(1) == "Attnlib Noto Sans KR"
    assert "Reserved Font Name" not in names.getDebugName(0)
    assert FONT_FILE.stat().st_size < 1_300_000


@pytest.mark.parametrize("language", ["pt", "ko"])
@pytest.mark.parametrize("tokens", [KOREAN, PORTUGUESE, LONG_KOREAN], ids=["korean", "portuguese", "long"])
def test_all_text_is_drawn_with_our_font_and_no_warning(strict, language, tokens):
    use_language(language)
    picture = heatmap(uniform(len(tokens), len(tokens)), tokens, tokens, title="Atenção · 어텐션 √d")
    picture.png()
    characters = FT2Font(str(FONT_FILE)).get_charmap()
    assert set(tokens) <= set(words(picture))
    for text in texts(picture):
        assert findfont(text.get_fontproperties()) == str(FONT_FILE)
        assert {ord(letter) for letter in text.get_text()} <= set(characters)


def test_a_character_without_a_glyph_is_noticed():
    with pytest.warns(UserWarning, match="Glyph .* missing"):
        heatmap([[1]], ["漢"], ["가"]).png()


def test_decomposed_hangul_is_composed():
    assert "한글" in words(heatmap([[1]], [unicodedata.normalize("NFD", "한글")]))


def test_a_price_is_no_formula(strict):
    picture = heatmap([[0.5, 0.5]], ["R$ 5 $"], [r"$\nada$", "_x^"], title="R$ 1 $")
    picture.png()
    assert {"R$ 5 $", r"$\nada$", "_x^", "R$ 1 $"} <= set(words(picture))


# The picture


def test_the_png_is_the_same_every_time_and_twice_as_sharp():
    picture, again = heatmap(WEIGHTS, KOREAN, KOREAN), heatmap(WEIGHTS, KOREAN, KOREAN)
    png = picture.png()
    assert png == picture.png() == again.png()
    assert png != heatmap(WEIGHTS, KOREAN, ["나는", "사과를", "먹었어"]).png()
    assert b"Software" not in png and b"tIME" not in png
    width, height = struct.unpack(">II", png[16:24])
    size = picture._repr_mimebundle_()[1]["image/png"]
    assert (width, height) == (2 * size["width"], 2 * size["height"])


def test_a_cell_shows_the_picture_and_its_words():
    picture = heatmap(WEIGHTS, KOREAN, KOREAN)
    data, metadata = DisplayFormatter().format(picture)
    assert set(data) == {"image/png", "text/plain"}
    assert base64.b64decode(data["image/png"]) == picture.png()
    assert data["text/plain"] == metadata["image/png"]["alt"] == repr(picture) == picture.alt


@pytest.mark.parametrize("draw", [
    lambda: heatmap(WEIGHTS, KOREAN, KOREAN), lambda: curves([1, 2, 3], {"a": [0.5, 1, 2]}, "x", "y", "t", log="y")])
def test_the_style_of_the_student_neither_changes_nor_matters(draw):
    png, picture = draw().png(), draw()
    own = {"font.size": 30, "font.weight": "bold", "text.usetex": True, "savefig.bbox": "tight", "axes.grid": True,
           "axes.xmargin": 1, "xtick.direction": "in", "legend.shadow": True}
    with matplotlib.style.context(["dark_background", own]):
        before = settings()
        assert draw().png() == picture.png() == png
        assert settings() == before


def test_pyplot_is_never_imported():
    code = ("import sys; from attnlib.classroom.figures import heatmap; heatmap([[1]]).png(); "
            "sys.exit('matplotlib.pyplot' in sys.modules)")
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


@pytest.mark.parametrize("weights", [WEIGHTS, [[0.1, 0.2]], [[0, 0]], [[1, 1], [1, 1]]])
def test_colours_always_mean_0_to_1(weights):
    meshes = [artist for artist in heatmap(weights).figure.axes[0].collections if isinstance(artist, QuadMesh)]
    assert [mesh.get_clim() for mesh in meshes] == [(0, 1), (0, 1)]
    assert np.array_equal(cells(heatmap(weights)).get_array(), weights)


def test_numbers_are_written_as_the_language_writes_them():
    picture = heatmap(WEIGHTS, title="t")
    assert {"0,70", "0,25", "0,5", "1,0", "consultas↓", "chaves →", "peso", "t"} <= set(words(picture))
    assert not any("." in word for word in words(picture))
    use_language("ko")
    assert {"0.70", "0.25", "0.5", "1.0", "쿼리↓", "키 →", "가중치"} <= set(words(heatmap(WEIGHTS)))


def test_queries_go_down_and_keys_go_right():
    place = {text.get_text(): text.get_position() for text in texts(heatmap(WEIGHTS, ["O", "gato", "dorme"], KOREAN))}
    mesh = cells(heatmap(WEIGHTS, ["O", "gato", "dorme"], KOREAN)).get_coordinates()
    for i, (query, key) in enumerate(zip(["O", "gato", "dorme"], KOREAN, strict=True)):
        assert place[query][0] < mesh[0, 0, 0] and mesh[i, 0, 1] < place[query][1] < mesh[i + 1, 0, 1]
        assert place[key][1] < mesh[0, 0, 1] and mesh[0, i, 0] < place[key][0] < mesh[0, i + 1, 0]


@pytest.mark.parametrize("rows, columns, tokens", [
    (2, 2, KOREAN), (2, 3, KOREAN), (3, 3, KOREAN), (10, 10, PORTUGUESE), (16, 16, LONG_KOREAN), (1, 10, PORTUGUESE),
    (16, 2, LONG_KOREAN), (2, 16, LONG_KOREAN), (3, 3, ["anticonstitucionalissimamente" * 2] * 3),
    (5, 5, published.cat.words), (4, 13, ["banco", "banco + p"] + published.bank.words[2:]),
    (10, 10, "배 를 타고 가면서 배 를 먹었더니 배 가 아파요".split())])
@pytest.mark.parametrize("language", ["pt", "ko"])
def test_nothing_overlaps_or_leaves_the_page(language, rows, columns, tokens):
    use_language(language)
    picture = heatmap(uniform(rows, columns), tokens[:rows], tokens[:columns], title="Um título")
    page, boxes = picture.figure.bbox, []
    assert page.width <= 1280 and page.height <= 720
    assert words(picture).count(decimal(1 / columns)) == rows * columns
    for text in texts(picture):
        box = text.get_window_extent()
        assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= page.width and box.y1 <= page.height
        if text.get_rotation() == 0:
            boxes.append((text.get_text(), box))
        else:   # slanted neighbours are parallel
            column = np.diff(cells(picture).get_coordinates()[0, :2, 0])[0]
            assert column * np.sqrt(0.5) >= text.get_fontsize()
    for i, (word, box) in enumerate(boxes):
        for other_word, other in boxes[:i]:
            assert not box.overlaps(other.padded(-1)), (word, other_word)


def test_glosses_stand_by_their_tokens():
    use_language("ko")
    picture = heatmap(published.cat.weights, published.cat.words, published.cat.words)
    place = {text.get_text(): text for text in texts(picture)}   # the last of a text: a key
    for token, gloss in (("gato", "고양이"), ("tapete", "깔개")):
        assert words(picture).count(token) == words(picture).count(gloss) == 2
        assert place[gloss].get_position()[0] == place[token].get_position()[0]
        assert place[gloss].get_position()[1] > place[token].get_position()[1]
        assert place[gloss].get_fontsize() < place[token].get_fontsize() and place[gloss].get_color() == GREY
    use_language("pt")
    assert not {"고양이", "깔개"} & set(words(heatmap(published.cat.weights, published.cat.words)))


def test_what_has_no_gloss_stands_in_the_metadata():
    assert heatmap([[1]], ["나무"], ["gato"])._repr_mimebundle_()[1]["image/png"]["unglossed"] == ["나무"]
    use_language("ko")
    assert "unglossed" not in heatmap([[1]], ["나무"], ["gato"])._repr_mimebundle_()[1]["image/png"]


def test_the_largest_weights_of_a_row_are_framed():
    picture = heatmap([[0.7, 0.2, 0.1], [0.4, 0.2, 0.4], [1 / 3] * 3])
    corners = cells(picture).get_coordinates()
    framed = {(np.searchsorted(corners[0, :, 0], frame.get_x()) - 1, np.searchsorted(corners[:, 0, 1], frame.get_y()) - 1)
              for frame in picture.figure.axes[0].patches[1:]}   # the first is the edge of the map
    assert framed == {(0, 0), (0, 1), (2, 1)}   # (column, row): none where all are equal


def test_what_is_no_weight_has_its_own_name_and_no_frame():
    use_language("pt")
    picture = heatmap([[0, 1], [0.5, 0.5]], ["semente 0", "semente 1"], ["leu", "viu"], measure="verbo perdido")
    assert picture.alt == "verbo perdido: tabela de 2 × 2.\nsemente 0: leu 0,00; viu 1,00\nsemente 1: leu 0,50; viu 0,50"
    assert "verbo perdido" in words(picture) and not {"consultas↓", "chaves →", "peso"} & set(words(picture))
    assert len(picture.figure.axes[0].patches) == 1   # the edge


def test_a_large_map_drops_numbers_and_some_names():
    shown = words(heatmap(uniform(64, 64)))
    assert "0,02" not in shown
    assert "0" in shown and "1" not in shown


def luminance(colour):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in matplotlib.colors.to_rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def test_every_number_stands_out_from_its_cell():
    weights = np.linspace(0, 1, 256).reshape(16, 16)
    picture = heatmap(weights)
    picture.png()
    mesh = cells(picture)
    corners, colours = mesh.get_coordinates(), mesh.get_facecolor().reshape(16, 16, 4)
    checked = 0
    for text in texts(picture):
        if re.fullmatch(r"\d,\d\d", text.get_text()):
            x, y = text.get_position()
            i, j = np.searchsorted(corners[:, 0, 1], y) - 1, np.searchsorted(corners[0, :, 0], x) - 1
            assert text.get_text() == f"{weights[i, j]:.2f}".replace(".", ",")
            assert contrast(text.get_color(), colours[i, j]) >= 4.5
            checked += 1
    assert checked == 256


def test_everything_else_stands_out_from_the_page():
    picture = heatmap([[1]], ["a"], ["b"], title="t")
    page = picture.figure.get_facecolor()
    assert all(contrast(text.get_color(), page) >= 4.5 for text in texts(picture) if text.get_text() != "1,00")


# The words


def test_the_words_in_portuguese():
    assert heatmap([[0.7, 0.2, 0.1], [0.4, 0.2, 0.4], [1 / 3] * 3], ["O", "gato", "dorme"], KOREAN).alt == """\
Mapa de calor de 3 × 3: uma linha por consulta, uma coluna por chave.
O maior número da linha de “O” está em “나는 (eu)”: 0,70.
O maior número da linha de “gato” está em “나는 (eu)” e em “먹었다 (comeu)”: 0,40.
Os números da linha de “dorme” são todos iguais: 0,33."""


def test_the_words_in_korean():
    use_language("ko")
    assert heatmap([[0.7, 0.2, 0.1], [0.4, 0.2, 0.4], [0, 0, 0]], KOREAN, KOREAN, title="합이 안 맞는 표").alt == """\
합이 안 맞는 표
3행 3열 히트맵이에요. 행은 쿼리, 열은 키예요.
‘나는’ 행에서 가장 큰 값은 ‘나는’ 열에 있어요: 0.70.
‘사과를’ 행에서 가장 큰 값은 ‘나는’ 열과 ‘먹었다’ 열에 있어요: 0.40.
‘먹었다’ 행의 값은 모두 같아요: 0.00."""


def test_rows_and_columns_without_tokens_are_numbered_as_numpy_numbers_them():
    assert heatmap([[0.2, 0.8]]).alt.endswith("O maior número da linha 0 está na coluna 1: 0,80.")
    use_language("ko")
    assert heatmap([[0.2, 0.8]]).alt.endswith("0번 행에서 가장 큰 값은 1번 열에 있어요: 0.80.")


def test_only_equal_weights_share_the_first_place():
    assert heatmap([[0.501, 0.499]]).alt.endswith("está na coluna 0: 0,50.")
    assert heatmap([[0.4, 0.2, 0.4 - 1e-8]]).alt.endswith("está na coluna 0 e na coluna 2: 0,40.")


def test_a_token_that_comes_back_is_counted():
    tokens = ["de", "Roma", "de"]
    assert heatmap(np.eye(3), tokens, tokens).alt.splitlines()[1:] == [
        "O maior número da linha do 1º “de” está no 1º “de”: 1,00.",
        "O maior número da linha de “Roma” está em “Roma”: 1,00.",
        "O maior número da linha do 2º “de” está no 2º “de”: 1,00."]
    use_language("ko")
    assert heatmap(np.eye(3), tokens, tokens).alt.splitlines()[3] == (
        "2번째 ‘de (~의)’ 행에서 가장 큰 값은 2번째 ‘de (~의)’ 열에 있어요: 1.00.")


def test_rows_after_the_twelfth_are_summed_up():
    weights = np.linspace(0.01, 0.99, 14)[:, None] * [1, 0.5]
    assert len(heatmap(weights[:12]).alt.splitlines()) == 1 + 12
    assert heatmap(weights).alt.splitlines()[13:] == [
        "Nas outras linhas (2), o maior número fica entre 0,91 e 0,99."]
    use_language("ko")
    assert heatmap(weights).alt.splitlines()[13:] == ["나머지 2개 행에서는 가장 큰 값이 0.91에서 0.99 사이예요."]


def test_the_words_do_not_depend_on_the_last_digit():
    for noise in (-1e-12, 1e-12):
        assert heatmap([[0.125 + noise, 0.125]]).alt == heatmap([[0.125, 0.125 + noise]]).alt
    assert "-" not in heatmap([[-0.0, 0]]).alt


# The table


def test_the_table_says_what_the_picture_says():
    html = heatmap_html(WEIGHTS, ["O", "gato", "dorme"], KOREAN)
    assert html == heatmap_html(WEIGHTS, ["O", "gato", "dorme"], KOREAN)
    table = ElementTree.fromstring(html)
    assert [head.text for head in table.findall("thead/tr/th[@scope='col']/span[@lang='ko']")] == KOREAN
    assert [gloss.text for gloss in table.findall("thead/tr/th/small")] == ["eu", "maçã", "comeu"]
    assert [head.text for head in table.findall("tbody/tr/th[@scope='row']")] == ["O", "gato", "dorme"]
    assert [[cell.text for cell in row.findall("td")] for row in table.findall("tbody/tr")] == [
        ["0,70", "0,20", "0,10"], ["0,25", "0,25", "0,50"], ["0,05", "0,90", "0,05"]]
    assert table.findtext("caption") == "Mapa de calor de 3 × 3: uma linha por consulta, uma coluna por chave."
    assert "".join(table.find("thead/tr/td").itertext()) == "chaves →consultas ↓"
    assert table.find("tbody/tr/th/span") is None and "data-unglossed" not in html
    assert [cell.text for cell in table.findall("tbody/tr/td") if "outline" in cell.get("style")] == ["0,70", "0,50", "0,90"]
    use_language("ko")
    assert ">0.70<" in heatmap_html(WEIGHTS)


def test_the_table_has_the_colours_of_the_picture_and_they_stand_out():
    weights = np.linspace(0, 1, 256).reshape(16, 16)
    picture = heatmap(weights)
    picture.png()
    pairs = re.findall(r"background: (#\w{6}); color: (#\w{6})", heatmap_html(weights))
    drawn = [matplotlib.colors.to_hex(colour) for colour in cells(picture).get_facecolor()]
    assert [background for background, _ in pairs] == drawn
    assert min(contrast(*pair) for pair in pairs) >= 4.5


def test_a_token_is_text_and_never_markup():
    attack = "<img src=x onerror=alert(1)>"
    html = heatmap_html([[1]], [attack], [attack + '"&'])
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;&quot;&amp;" in html


# Errors


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_a_row_that_rounding_takes_over_1_is_drawn(dtype):
    over = np.nextafter(np.ones((1, 1), dtype), 2)   # what a softmax in float32 may give: 1.0000001
    assert over > 1 and heatmap(over).alt == heatmap([[1]]).alt


@pytest.mark.parametrize("draw", [heatmap, heatmap_html])
@pytest.mark.parametrize("arguments, error, message", [
    (([0.5, 0.5],), ValueError, r"weights has shape \(2,\)"),
    ((np.zeros((2, 3, 3)),), ValueError, r"weights has shape \(2, 3, 3\)"),
    ((np.zeros((0, 3)),), ValueError, r"weights has shape \(0, 3\)"),
    (([[1], [0.5, 0.5]],), ValueError, "weights has rows of different lengths"),
    (([[0.5, -0.1]],), ValueError, r"weights go from -0\.1 to 0\.5, and colours mean 0 to 1"),
    (([[0.5, 1.001]],), ValueError, r"weights go from 0\.5 to 1\.001"),
    (([[0.5, 1.00001]],), ValueError, r"weights go from 0\.5 to 1\.00001"),
    ((np.ma.masked_less([[0.5, 0.2]], 0.3),), TypeError, "weights holds masked entries"),
    (([[0.5, np.inf]],), ValueError, "weights go from 0.5 to inf"),
    (([[0.5, np.nan]],), ValueError, "weights holds NaN"),
    (([["a", "b"]],), TypeError, "weights has dtype"),
    (([[1j]],), TypeError, "weights has dtype"),
    ((WEIGHTS, ["a", "b"]), ValueError, "queries has 2 tokens, and weights has 3 queries"),
    ((WEIGHTS, None, ["a", "b", "c", "d"]), ValueError, "keys has 4 tokens, and weights has 3 keys"),
    ((WEIGHTS, "abc"), TypeError, "queries is one string"),
])
def test_what_is_no_table_of_weights_is_refused(draw, arguments, error, message):
    with pytest.raises(error, match=message):
        draw(*arguments)


def test_a_broken_table_and_a_rounding_error_are_drawn():
    heatmap([[0.9, 0.9], [0, 0]])
    heatmap([[1 + 1e-12, 0]])
    heatmap(np.array([[True, False]]))
    weights = np.array(WEIGHTS)
    heatmap(weights)
    assert np.array_equal(weights, WEIGHTS)


# Curves


EXACT = {"um vetor só": [1, 0.556, 0.012, 0], "com atenção": [1, 1, 1, 0]}
MANY = {f"linha {i}": np.sin(np.linspace(-3, 12.5, 40) + i) * i for i in range(1, 6)}
POWERS = 2 ** np.arange(5, 15)


def drawn(picture):
    """The lines, as arrays (points, 2) in pixels from the bottom left corner."""
    picture.figure.draw_without_rendering()   # the layout
    axes, = picture.figure.axes
    return [axes.transData.transform(line.get_xydata()) for line in axes.lines]


def on_the_page(picture):
    """The texts of curves that can be seen."""
    picture.figure.draw_without_rendering()
    axes, = picture.figure.axes
    beyond = set()   # matplotlib has ticks beyond an axis, which it does not draw
    for axis in (axes.xaxis, axes.yaxis):
        low, high = axis.get_view_interval()
        places = zip(axis.get_majorticklocs(), axis.get_majorticklabels(), strict=True)
        beyond |= {text for place, text in places if not low <= place <= high}
    return [text for text in picture.figure.findobj(Text) if text.get_text() and text.get_visible() and text not in beyond]


def ticks(picture):
    axes, = picture.figure.axes
    shown = on_the_page(picture)
    return [[text.get_text() for text in axis.get_majorticklabels() if text in shown] for axis in (axes.xaxis, axes.yaxis)]


def test_curves_in_words():
    assert curves([1, 2, 3, 4], EXACT, "orações", "acertos", title="Um título").alt == """\
Um título
Gráfico de linhas: acertos para orações de 1 a 4.
um vetor só: 1 → 1; 2 → 0,56; 3 → 0,01; 4 → 0.
com atenção: 1 → 1; 2 → 1; 3 → 1; 4 → 0."""
    use_language("ko")
    assert curves(POWERS, {"n²·d": POWERS**2 * 1024}, "n", "곱셈 횟수", log="xy").alt == """\
꺾은선 그래프예요. 가로축: n(32부터 16384까지), 세로축: 곱셈 횟수.
로그 눈금이 있어요. 같은 간격은 같은 배수예요.
n²·d: 32 → 10⁶; 128 → 1.7·10⁷; 512 → 2.7·10⁸; 4096 → 1.7·10¹⁰; 16384 → 2.7·10¹¹."""


def test_the_words_of_curves_do_not_depend_on_the_last_digit():
    for noise in (-1e-13, 1e-13):
        assert curves([1, 2], {"a": [0.125 + noise, -0.5]}).alt == curves([1, 2], {"a": [0.125, -0.5]}).alt
    assert curves([1, 2], {"a": [0.125, -0.5]}).alt.endswith("a: 1 → 0,12; 2 → −0,50.")


@pytest.mark.parametrize("language", ["pt", "ko"])
@pytest.mark.parametrize("arguments", [
    ([1, 2, 3, 4], EXACT, "orações", "traduções sem nenhum erro"), (np.linspace(-3, 12.5, 40), MANY, "R$ x $", "나", "어텐션"),
    (POWERS, {"n²·d": POWERS**2 * 1024, "n·d²": POWERS * 2**19}, "n", "multiplicações", None, "xy"),
    ([2, 3], {"a": [5, 5]}, "", "", None, "xy"), ([0, 1], {"ã" * 30: [0, 0], "b": [0.002, 0.001]}, "", "가" * 20)])
def test_nothing_of_the_curves_overlaps_or_leaves_the_page(strict, language, arguments):
    use_language(language)
    picture, again = (curves(*arguments) for _ in range(2))
    page, boxes = picture.figure.bbox, [(text.get_text(), text.get_window_extent()) for text in on_the_page(picture)]
    assert page.width <= 1280 and page.height <= 720
    assert {*arguments[1], *arguments[2:5]} - {"", None} <= {word for word, _ in boxes}
    assert {str(findfont(text.get_fontproperties())) for text in on_the_page(picture)} == {str(FONT_FILE)}
    plot = picture.figure.axes[0].bbox
    for i, (word, box) in enumerate(boxes):
        assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= page.width and box.y1 <= page.height, word
        assert not box.overlaps(plot), word
        for other_word, other in boxes[:i]:
            assert not box.overlaps(other.padded(-1)), (word, other_word)
    for points in drawn(picture):
        assert points.min() >= 0 and (points.max(axis=0) <= [page.width, page.height]).all()
    assert picture.png() == again.png()


def test_points_stand_where_their_numbers_are():
    one, two = drawn(curves([1, 2, 3, 5], {"a": [0, 1, 2, 4], "b": [4, 2, 1, 0]}))
    assert np.allclose(np.diff(one[:, 0]) / (one[1, 0] - one[0, 0]), [1, 1, 2])
    assert np.allclose(np.diff(one[:, 1]) / (one[1, 1] - one[0, 1]), [1, 1, 2])
    assert np.allclose(two[:, 1], one[[3, 2, 1, 0], 1])
    assert (np.diff(one[:, 1]) > 0).all()   # up the page
    line, = drawn(curves(POWERS, {"a": POWERS**2}, log="xy"))
    assert np.allclose(np.diff(line, n=2, axis=0), 0)   # a power is a straight line


@pytest.mark.parametrize("arguments, x_ticks, y_ticks", [
    (([1, 2, 3, 4], EXACT), ["1", "2", "3", "4"], ["0,0", "0,2", "0,4", "0,6", "0,8", "1,0"]),
    ((np.linspace(-3, 12.5, 40), MANY), ["0", "5", "10"], ["−6", "−4", "−2", "0", "2", "4", "6"]),
    (([0, 1], {"a": [0.002, 0.001]}), ["0", "1"], ["0", "5·10⁻⁴", "10⁻³", "1,5·10⁻³", "2·10⁻³"]),
    (([1, 2], {"a": [-5, -3]}), ["1", "2"], ["−5", "−4", "−3", "−2", "−1", "0"]),
    ((POWERS, {"a": POWERS**2}, "", "", None, "xy"), ["10²", "10³", "10⁴"],
     ["10³", "10⁴", "10⁵", "10⁶", "10⁷", "10⁸", "10⁹"]),
    (([128, 256, 512], {"a": [0.02, 0.1, 0.5]}, "", "", None, "xy"), ["128", "256", "512"], ["0,01", "0,10", "1"]),
    (([2, 3], {"a": [8, 31]}, "", "", None, "y"), ["2", "3"], ["1", "10", "100"]),
])
def test_the_ticks_are_round_numbers_that_the_language_writes(arguments, x_ticks, y_ticks):
    assert ticks(curves(*arguments)) == [x_ticks, y_ticks]
    use_language("ko")
    assert ticks(curves(*arguments)) == [[text.replace(",", ".") for text in some] for some in (x_ticks, y_ticks)]


def test_a_picture_keeps_the_language_that_it_was_made_in():
    picture = curves([1, 2, 3, 4], EXACT)
    use_language("ko")   # before anything is drawn
    assert ticks(picture)[1][0] == "0,0"


def test_every_line_differs_in_more_than_colour_and_stands_out():
    colours, dashes, markers, sizes = zip(*LINES, strict=True)
    assert len(set(zip(dashes, markers, strict=True))) == len(set(colours)) == len(LINES)
    assert all(contrast(colour, "white") >= 4.5 for colour in colours)
    assert list(sizes) == sorted(sizes, reverse=True)   # a marker under another still shows
    picture = curves([1, 2], {name: [1, 2] for name in "abcde"})
    for lines in (picture.figure.axes[0].lines, picture.figure.axes[0].get_legend().get_lines()):
        assert [(line.get_color(), line.get_linestyle(), line.get_marker()) for line in lines] == [look[:3] for look in LINES]


def test_a_name_is_text_and_no_formula():
    names = ["_x", "R$ 5 $", r"$\nada$"]
    assert set(names) <= {text.get_text() for text in on_the_page(curves([1, 2], {name: [1, 2] for name in names}))}
    curves([1, 2], {name: [1, 2] for name in names}, *names).png()   # raises on a formula that is none


@pytest.mark.parametrize("arguments, error, message", [
    (([1, 2], [1, 2]), TypeError, "lines is a list"),
    (([1, 2], {}), ValueError, "lines has 0 names"),
    (([1, 2], {name: [1, 2] for name in "abcdef"}), ValueError, "lines has 6 names"),
    (([1], {"a": [1]}), ValueError, "at least two numbers"),
    (([2, 1], {"a": [1, 2]}), ValueError, "each larger than the one before"),
    (([1, 2], {"a": [1, 2, 3]}), ValueError, r"lines\['a'\] has 3 numbers, and x has 2"),
    (([1, 2], {"a": [1, np.nan]}), ValueError, r"lines\['a'\] holds NaN"),
    (([1, 2], {"a": ["b", "c"]}), TypeError, r"lines\['a'\] has shape"),
    (([1, 2], {"a": [0, 1]}, "", "", None, "y"), ValueError, r"lines\['a'\] goes down to 0"),
    (([1, 2], {"a": [0, 1]}, "", "", None, "z"), ValueError, "log is 'z'"),
])
def test_what_are_no_curves_is_refused(arguments, error, message):
    with pytest.raises(error, match=message):
        curves(*arguments)
