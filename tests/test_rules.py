"""Every rule, broken once in a copy and seen to fail; and the house itself, which keeps them all."""

import json
import re

import pytest

from attnlib.classroom.figures import heatmap_html
from attnlib.classroom.labels import LABELS
from attnpress import rules
from attnpress.paths import ROOT, sources

SOURCE = "notebooks/source/01_tiny.md"
KO, PT = "notebooks/ko/01_tiny.ipynb", "notebooks/pt/01_tiny.ipynb"
PICTURE_ALT = r'"alt": "[^"]*"'

# rule: (file, what to replace (a regular expression), with what, what the message must say)
BREAKS = {
    "unique_keys": (SOURCE, ":key: picture", ":key: sum", "stands already in line 59"),
    "one_prose_cell_per_language": (SOURCE, r'\+\+\+ \{"key": "summary", "lang": "ko"\}\n\n## 정리\n', "", "no ko cell"),
    "same_headings_and_lists": (SOURCE, "- 읽기\n", "", "[2] in pt, [1] in ko"),
    "same_names": (SOURCE, r"x_\{0\.7\}", "y_{0.7}", "y_{0.7}"),
    "same_quotes": (SOURCE, r"d_k = \{\{ vaswani2017-d-k \}\}이에요", "d_k는 64예요", "vaswani2017-d-k"),
    "lessons_by_slug": (SOURCE, "하나씩 더해요", "하나씩 더해요(3강)", "'3강' names a lesson"),
    "no_literal_asterisks": (SOURCE, "행마다 하나씩", "**행(row)**은 하나씩", "write <strong>"),
    "korean_has_hangul": (SOURCE, "## 정리", "## Resumo", "summary (ko)"),
    "balanced_dollars": (SOURCE, r"\$x_\{0\.7\}\$ 행", "$x_{0.7} 행", "no partner"),
    "sound_formulas": (SOURCE, r"x_\{0\.7\}", r"\\frac{1}{0.7", "frac"),
    "glossary_terms": (SOURCE, "행마다", "자기 주의는 행마다", "셀프 어텐션"),
    "heading_order": (SOURCE, "### 더 읽을거리", "#### 더 읽을거리", "H4 after H2"),
    "alt_text_in_prose": (SOURCE, r"!\[고양이\]", "![]", "gato.png"),
    "short_cells": (SOURCE, r"weights\.round\(4\)\n", "weights.round(4);\n", "line 2 ends in ;"),
    "no_words_in_code": (SOURCE, r"weights\.round\(4\)\n", 'print("weights")\n', "labels"),
    "complete_frame": (SOURCE, "`pip install -e .`\n\n\\+", "`make lab`\n\n+", "pip install"),
    "fresh_build": (SOURCE, "행마다 하나씩 더해요", "행마다 하나씩 모두 더해요", "exercise-sums-solution"),
    "same_code": (KO, r"weights\.round\(4\)", "weights.round(3)", "sum"),
    "executed": (KO, r'"execution_count": 2,\n   "id": "sum"', '"execution_count": null,\n   "id": "sum"', "never run"),
    "clean_outputs": (KO, r"array\(\[\[0\.7311", "<object at 0x7f3a2b1c> ([[0.7311", "memory address"),
    "alt_text_in_outputs": (KO, PICTURE_ALT, '"alt": " "', "picture"),
    "widget_state": (KO, r'"state": \{\n     "0000', '"states": {\n     "0000', "no state"),
    "glossed_words": (KO, PICTURE_ALT, r'"unglossed": ["dormir"], \g<0>', "'dormir' in cell picture has no gloss"),
    "computed_numbers": (SOURCE, "0,7311", "0,7312", "0,7312"),
    "few_words_on_a_slide": (SOURCE, "트랜스포머에서는", "단어 " * 41, "sum-text (ko): this slide shows 60 words"),
    "short_lesson": (SOURCE, "- 읽기\n", "- 읽기" + " 단어" * 2100 + "\n", "words in ko, and 2100 is the most"),
    "slides_of_a_class": (SOURCE, '"subslide"', '"skip"', "2 slides, and a deck has 12 to 30"),
    "core_fits_a_class": (SOURCE, "- 읽기\n", "- 읽기" + " 단어" * 105 * 50 + "\n", "minutes in ko, and 50 is the most"),
    "detail_after_its_slide": (SOURCE, r'("key": "title", "lang": "\w+", "slide"): "slide"', r'\1: "skip"', "no slide comes"),
    "slides_show_something": (KO, r"\$x_\{\d\}\$", "x", "1 of 12 slides show"),
    "named_outputs": (KO, r"\{'shares': array", "array", "cell sum shows 'array([[0.7311"),
    "same_lessons": (SOURCE, None, None, "missing in source"),
    "sound_glossary": ("notebooks/glossary.csv", "셀프 어텐션,", ",", "no ko"),
    "used_papers": (SOURCE, r"O Transformer.*\n|트랜스포머에서는.*\n", "", "vaswani2017-d-k"),
}
BY_HAND = {"complete_labels"}   # broken in a test of its own below


@pytest.mark.parametrize("name", BREAKS)
def test_rule_sees_its_fault(house, name):
    file, old, new, message = BREAKS[name]
    if old is None:
        (house / file).unlink()
    else:
        text = (house / file).read_text(encoding="utf-8")
        broken = re.sub(old, new, text)
        assert broken != text, "the break breaks nothing"
        (house / file).write_text(broken, encoding="utf-8")
    found = [fault for fault in rules.check(house) if f"[{name}]" in fault]
    assert found and all(message in fault for fault in found[:1]), rules.check(house)


def test_every_rule_is_broken_once():
    names = {rule.__name__ for rule in rules.SOURCE_RULES + rules.SLIDE_RULES + rules.NOTEBOOK_RULES + rules.HOUSE_RULES}
    assert names == set(BREAKS) | BY_HAND


def test_whole_small_house_has_no_fault(house):
    assert rules.check(house) == []


@pytest.mark.parametrize("language, state, tokens", [
    ("pt", {"glosses": {}, "query_tokens": ["나무", "gato"], "hide": ["나무"]}, ["나무"]),
    ("ko", {"glosses": {}, "names": ["árvore", "나무", "q1"]}, ["árvore"]),
    ("pt", {"value": heatmap_html([[1]], ["나무"], ["사과"])}, ["나무"]),
    ("pt", {"value": 3, "_options_labels": ["나무"]}, [])])
def test_words_in_widgets_have_glosses(house, language, state, tokens):
    path = house / f"notebooks/{language}/01_tiny.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    widgets = notebook["metadata"]["widgets"]["application/vnd.jupyter.widget-state+json"]
    widgets["state"]["1"] = {"model_module": "anywidget", "model_module_version": "", "model_name": "AnyModel", "state": state}
    path.write_text(json.dumps(notebook), encoding="utf-8")
    found = [fault for fault in rules.check(house) if "[glossed_words]" in fault]
    assert len(found) == len(tokens) and all(repr(token) in fault for token, fault in zip(tokens, found, strict=True))


@pytest.mark.parametrize("columns, message", [
    (("peso",), "needs a text"), (("peso", " "), "needs a text"),
    (("peso {a}", "가중치"), "{values}"), (("peso", "weight"), "no Korean")])
def test_complete_labels(house, monkeypatch, columns, message):
    monkeypatch.setitem(LABELS, "weight", columns)
    assert [message in fault for fault in rules.check(house)] == [True]


@pytest.mark.parametrize("written", ["lição 3", "Lições 03 e 04", "lição\n[7](https://example.org)", "3–5강", "a 03 e", "03강"])
def test_lessons_written_by_number_are_seen(house, written):
    path = house / SOURCE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Uma soma por linha.", f"Uma soma por linha, {written}."), encoding="utf-8")
    assert any("[lessons_by_slug]" in fault for fault in rules.check(house))


@pytest.mark.parametrize("written", ["0,03", "강의 3개", "`lição 3`", "13:05", "2026-11-05", "lição {{ lesson: tiny }}"])
def test_other_numbers_are_left_alone(house, written):
    path = house / SOURCE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Uma soma por linha.", f"Uma soma por linha, {written}."), encoding="utf-8")
    assert not any("[lessons_by_slug]" in fault for fault in rules.check(house))


def test_both_languages_name_the_same_lessons(house):
    path = house / SOURCE
    path.write_text(path.read_text(encoding="utf-8").replace("{{ lesson: tiny }}을", "이 강의를"), encoding="utf-8")
    assert any("[same_names]" in fault and "only in pt ['tiny']" in fault for fault in rules.check(house))


@pytest.mark.parametrize("line", [
    "UserWarning: too many", "/home/ana/x.py", "/usr/lib/x", "site-packages/numpy", "at 0xdeadbeef"])
def test_dirty_outputs_are_seen(house, line):
    text = (house / KO).read_text(encoding="utf-8")
    (house / KO).write_text(text.replace("array([[0.7311", f"{line} [[0.7311"), encoding="utf-8")
    assert ["[clean_outputs]" in fault for fault in rules.check(house)] == [True]


def test_a_cell_of_sixteen_lines_is_too_long(house):
    path = house / SOURCE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("weights.round(4)\n", "weights.round(4)\n" * 14), encoding="utf-8")
    assert any("16 lines" in fault for fault in rules.check(house))


def test_portuguese_variants_are_whole_words(house):
    path = house / SOURCE
    text = path.read_text(encoding="utf-8").replace("Uma soma por linha.", "O softmax soma.")
    path.write_text(text, encoding="utf-8")
    assert any("[glossary_terms]" in fault for fault in rules.check(house))
    path.write_text(text.replace("O softmax soma.", "A softmax soma."), encoding="utf-8")
    assert not any("[glossary_terms]" in fault for fault in rules.check(house))


def test_a_command_line_run_exits_1(house, monkeypatch, capsys):
    monkeypatch.setattr(rules.check, "__defaults__", (house,))
    assert rules.main() == 0
    (house / KO).unlink()
    assert rules.main() == 1
    assert "[same_lessons]" in capsys.readouterr().err


def test_the_house_keeps_its_rules():
    assert sources(), "no lessons found"
    assert rules.check(ROOT) == []


def test_stored_notebooks_are_plain_json():
    """A merge conflict or a hand edit that breaks the file is named, not traced back."""
    for path in (ROOT / "notebooks").glob("??/*.ipynb"):
        assert json.loads(path.read_text(encoding="utf-8"))["nbformat"] == 4, path
