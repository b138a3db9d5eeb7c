"""Tables with names: values as the reader writes them, words with glosses, headers for a screen reader, bad input refused."""

import unicodedata
from xml.etree import ElementTree

import numpy as np
import pytest
from IPython.core.formatters import DisplayFormatter

from attnlib import published
from attnlib.classroom import table, use_language


def parsed(shown):
    return ElementTree.fromstring(shown._repr_html_())


def test_an_array_with_names():
    weights = [[0.7, 0.2, 0.1], [0.25, 0.25, 0.5]]
    assert repr(table(weights, ["O", "gato"], published.apple.words)) == """\
      나는 (eu)  사과를 (maçã)  먹었다 (comeu)
O          0,70           0,20            0,10
gato       0,25           0,25            0,50"""
    use_language("ko")
    assert repr(table(weights, ["O", "gato"], published.apple.words)) == """\
               나는  사과를  먹었다
O (그)         0.70    0.20    0.10
gato (고양이)  0.25    0.25    0.50"""


def test_hangul_is_two_columns_wide():
    use_language("ko")
    lines = repr(table(np.eye(3), published.apple.words, published.cat.words[:3])).splitlines()
    width = [sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line) for line in lines]
    assert len(set(width)) == 1


def test_a_row_for_each_keyword():
    shown = table(scores=[1, 0, -2.5], weights=[0.7, 0.2, 0.1], other=[True, False, True], digits=1,
                  columns=published.apple.words)
    assert repr(shown) == """\
            나는 (eu)  사과를 (maçã)  먹었다 (comeu)
pontuações        1,0            0,0            −2,5
pesos             0,7            0,2             0,1
other             sim            não             sim"""
    use_language("ko")
    shown = table(scores=[1, 0, 2], other=[True, False, True])
    assert repr(shown) == """\
        0       1   2
점수    1       0   2
other  네  아니요  네"""


def test_single_values_make_one_column_without_a_header():
    shown = table(output=0.525, row_sum=np.float32(1), query="gato")
    assert repr(shown) == "saída          0,53\nsoma da linha  1,00\nconsulta       gato"
    assert parsed(shown).find("thead") is None
    assert repr(table(output=1, columns=["x"])).splitlines()[0].split() == ["x"]


@pytest.mark.parametrize("value, digits, written", [
    (0.125, 2, "0,13"), (-0.001, 2, "0,00"), (-0.001, 3, "−0,001"), (-np.inf, 2, "−∞"), (np.nan, 2, "NaN"), (3, 2, "3"),
    (np.int64(-3), 2, "−3"), (2.0, 0, "2"), (1e300, 2, "10³⁰⁰"), (12345.678, 1, "12345,7"), (np.bool_(True), 2, "sim"),
    ("  a\nb ", 2, "a b"), (np.float16(0.5), 2, "0,50"), (True, 2, "sim")])
def test_values_are_written_as_the_reader_writes_them(value, digits, written):
    assert repr(table(x=value, digits=digits)) == f"x  {written}"
    assert parsed(table(x=value, digits=digits)).findtext("tbody/tr/td") == written


def test_words_stand_beside_numbers():
    shown = table([["gato", 0.5], ["사과를", 2]], rows=["the", "나무"], columns=["a", "b"])
    assert repr(shown) == """\
                     a     b
the (o)           gato  0,50
나무     사과를 (maçã)     2"""
    cells = parsed(shown).findall("tbody/tr/td")
    assert ["start" in cell.get("style") for cell in cells] == [True, False, True, False]   # numbers end with their column


def test_headers_and_languages_for_a_screen_reader():
    html = parsed(table(np.eye(2), ["the", "나무"], ["사과를", "gato"]))
    assert [th.get("scope") for th in html.findall("thead/tr/th")] == ["col", "col"]
    assert [th.get("scope") for th in html.findall("tbody/tr/th")] == ["row", "row"]
    assert [(span.text, span.get("lang")) for span in html.iter("span")] == [("사과를", "ko"), ("the", "en"), ("나무", "ko")]
    assert [small.text for small in html.iter("small")] == ["maçã", "o"]
    assert [span.text for span in html.iter("span") if "data-unglossed" in span.attrib] == ["나무"]
    use_language("ko")
    html = parsed(table(np.eye(2), ["the", "나무"], ["사과를", "gato"]))
    assert [(span.text, span.get("lang")) for span in html.iter("span")] == [("gato", "pt"), ("the", "en")]


def test_a_word_is_text_and_never_markup():
    attack = "<img src=x onerror=alert(1)>"
    html = table([[attack]], [attack], [attack])._repr_html_()
    assert "<img" not in html and html.count("&lt;img src=x") == 3


def test_a_cell_shows_the_table_and_its_twin():
    shown = table(weights=[0.5, 0.5])
    data, _ = DisplayFormatter().format(shown)
    assert data == {"text/plain": repr(shown), "text/html": shown._repr_html_()}


def test_64_rows_and_a_long_name_are_shown_whole():
    name = "anticonstitucionalissimamentepolissilabo"
    shown = repr(table(np.zeros((64, 1)), columns=[name]))
    assert len(shown.splitlines()) == 65 and name in shown


@pytest.mark.parametrize("call, error, message", [
    (lambda: table(), TypeError, "needs one array"),
    (lambda: table([[1]], weights=[1]), TypeError, "needs one array"),
    (lambda: table(weights=[1], rows=["a"]), TypeError, "rows is given"),
    (lambda: table([1, 2]), ValueError, r"array has shape \(2,\)"),
    (lambda: table(np.zeros((2, 2, 2))), ValueError, r"array has shape \(2, 2, 2\)"),
    (lambda: table(weights=np.eye(2)), ValueError, r"weights has shape \(2, 2\)"),
    (lambda: table(scores=[1, 2, 3], weights=[1, 2]), ValueError, r"weights has shape \(2,\), and scores has \(3,\)"),
    (lambda: table(scores=[1, 2], weights=1), ValueError, r"weights has shape \(\), and scores has \(2,\)"),
    (lambda: table(scores=[]), ValueError, "1 rows and 0 columns, and needs 1 to 64"),
    (lambda: table(np.zeros((65, 1))), ValueError, "65 rows and 1 columns"),
    (lambda: table([[1, 2]], rows=["a", "b"]), ValueError, "rows has 2 names, and the table has 1 rows"),
    (lambda: table([[1, 2]], columns=["a"]), ValueError, "columns has 1 names, and the table has 2 columns"),
    (lambda: table([[1, 2]], columns="ab"), TypeError, "columns is 'ab', and a table needs a list of 2 names"),
    (lambda: table([[1, 2]], columns=2), TypeError, "columns is 2"),
    (lambda: table([[1j]]), TypeError, "array holds complex128"),
    (lambda: table([[None]]), TypeError, "a cell holds None"),
    (lambda: table([[1, 2], [3]]), ValueError, "array has rows of different lengths"),
    (lambda: table([[1]], digits=-1), ValueError, "digits"),
    (lambda: table([[1]], digits=1.5), (TypeError, ValueError), "digits"),
])
def test_bad_input_is_refused_by_name(call, error, message):
    with pytest.raises(error, match=message):
        call()
