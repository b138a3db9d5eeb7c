"""The real model, held to what its package's own C engine computes (tests/reference/make_real.py)."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import numpy as np
import pytest

from attnlib import model_file, pretrained
from attnlib.kernels import softmax
from attnpress import lite

REFERENCE = Path(__file__).parent / "reference" / "real.npz"


@pytest.fixture(scope="module")
def encoder():
    return pretrained.load()


@pytest.fixture(scope="module")
def reference():
    with np.load(REFERENCE) as file:
        found = {name: file[name] for name in file.files}
    texts = found.pop("texts").tobytes().decode().split("\n")
    return [text.encode().decode("unicode_escape") for text in texts], found


def cosines(one, other):
    one, other = one.astype(float), other.astype(float)
    return (one * other).sum(-1) / np.linalg.norm(one, axis=-1) / np.linalg.norm(other, axis=-1)


# --- against the engine ------------------------------------------------------------------------------------------------------

def test_every_text_splits_as_the_engine_splits_it(encoder, reference):
    texts, found = reference
    assert len(texts) >= 40
    for number, text in enumerate(texts):
        assert encoder.names(encoder.split(text)) == found[f"{number}/pieces"].tobytes().decode().split("\n"), text


def test_states_and_vectors_are_the_engines(encoder, reference):
    texts, found = reference
    whole = 0
    for number, text in enumerate(texts):
        states, weights = encoder.run(encoder.split(text))
        if f"{number}/states" in found:
            whole += 1
            assert cosines(states, found[f"{number}/states"]).min() > 0.999999, text
            assert np.abs(weights - found[f"{number}/weights"]).max() < 0.004, text
        last = found.get(f"{number}/last", found.get(f"{number}/states", [None])[-1] if f"{number}/states" in found else None)
        assert cosines(states[-1], last).min() > 0.999999, text
        assert cosines(states[-1].mean(axis=0), last.astype(float).mean(axis=0)) > 0.999999, text
        assert cosines(states[-1].mean(axis=0), found[f"{number}/rounded"]) > 0.9998, text   # activations in 8 bits
    assert whole >= 4


def test_shapes_and_rows(encoder):
    ids = encoder.split("O gato está no tapete")
    states, weights = encoder.run(ids)
    assert encoder.names(ids) == ["<s>", "▁O", "▁gato", "▁está", "▁no", "▁tapet", "e", "</s>"]
    assert states.shape == (13, 8, 384) and weights.shape == (12, 12, 8, 8) and states.dtype == weights.dtype == np.float32
    assert np.allclose(weights.sum(axis=-1), 1, atol=1e-5)


def test_sentences_of_one_length_run_together(encoder):
    ids = [encoder.split("O gato está no tapete"), encoder.split("A menina lê um livro")[:8]]
    ids[1] = (ids[1] + [5] * 8)[:8]
    states, weights = encoder.run(ids)
    assert states.shape == (13, 2, 8, 384) and weights.shape == (12, 2, 12, 8, 8)
    for number, one in enumerate(ids):
        alone, maps = encoder.run(one)
        assert np.allclose(states[:, number], alone, atol=1e-4) and np.allclose(weights[:, number], maps, atol=1e-5)


# --- what a text may be ------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("text", ["coração", "각각의 뜻", "사과를 먹었다"])
def test_composed_or_not_is_the_same(encoder, text):
    assert encoder.split(unicodedata.normalize("NFD", text)) == encoder.split(unicodedata.normalize("NFC", text))


def test_letters_of_a_third_script_are_unknown(encoder):
    names = encoder.names(encoder.split("o кот dorme"))
    assert names.count("<unk>") == 3 and names[1] == "▁o" and names[-2].endswith("me")
    states, _ = encoder.run(encoder.split("кот"))
    assert np.isfinite(states).all()


def test_jamo_alone_and_empty_text(encoder):
    assert "<unk>" not in encoder.names(encoder.split("ㅋㅋㅋ ㅠㅠ"))
    for text in ("", " ", "\n\t"):
        assert encoder.names(encoder.split(text)) == ["<s>", "▁", "</s>"]
        assert encoder.run(encoder.split(text))[0].shape == (13, 3, 384)


def test_a_word_without_a_vector_is_named(encoder):
    lost = next(piece for piece, row in zip(encoder.pieces, encoder.rows, strict=True) if row < 0 and piece.startswith("▁"))
    ids = [0, encoder.pieces.index(lost), 2]
    with pytest.raises(ValueError, match=f"no vector for {lost} in e5-small.npz.*another way"):
        encoder.run(ids)


def test_512_pieces_and_one_more(encoder):
    ids = encoder.split("a " * 511)
    assert len(ids) == 513 or len(ids) == 514   # 511 words, <s>, </s>, and perhaps the last space
    states, weights = encoder.run([*ids[:511], ids[-1]])
    assert states.shape == (13, 512, 384) and weights.shape == (12, 12, 512, 512)
    with pytest.raises(ValueError, match="has 513 pieces, and the model reads at most 512"):
        encoder.run([*ids[:512], ids[-1]])


def test_too_long_and_no_text(encoder):
    assert len(encoder.split("b" * 9_999)) > 1_000
    with pytest.raises(ValueError, match="has 10,000 characters, and needs to be a string of at most 9,999"):
        encoder.split("a" * 10_000)
    with pytest.raises(ValueError, match="text is a int"):
        encoder.split(3)


# --- edit --------------------------------------------------------------------------------------------------------------------

def test_an_edit_that_changes_nothing_changes_nothing(encoder):
    ids = encoder.split("나는 사과를 먹었다")
    states, weights = encoder.run(ids)
    for edit in (lambda layer, weights: None, lambda layer, weights: weights, lambda layer, weights: weights.copy()):
        again, maps = encoder.run(ids, edit)
        assert np.array_equal(again, states) and np.array_equal(maps, weights)


def test_an_edit_reaches_its_layer_and_those_after(encoder):
    ids = encoder.split("나는 사과를 먹었다")
    states, weights = encoder.run(ids)

    def uniform(layer, weights):
        if layer == 6:
            weights = weights.copy()
            weights[2] = softmax(np.zeros_like(weights[2]))
            return weights

    again, maps = encoder.run(ids, uniform)
    assert np.array_equal(again[:7], states[:7]) and not np.allclose(again[7], states[7])
    assert np.allclose(maps[6, 2], 1 / len(ids)) and np.array_equal(maps[6, 3], weights[6, 3])
    with pytest.raises(ValueError, match="what edit returned has shape .* and needs"):
        encoder.run(ids, lambda layer, weights: weights[:, :-1])


# --- the file ----------------------------------------------------------------------------------------------------------------

def test_the_file_is_the_one_that_origin_names():
    place = model_file.places()[0]
    origin = (place.parent / "ORIGIN.md").read_text(encoding="utf-8")
    assert model_file.SHA256 in origin and f"{model_file.SIZE:,}" in origin
    assert place.stat().st_size == model_file.SIZE <= 23_000_000


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A user's wheel: no models/ beside attnlib, and a cache that is empty."""
    real = model_file.places()[0]
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    cache = model_file.places()[1]
    monkeypatch.setattr(model_file, "places", lambda: (tmp_path / "models" / model_file.FILE, cache))
    return real, cache


def test_fetch_brings_it_where_load_finds_it(elsewhere):
    real, cache = elsewhere
    with pytest.raises(FileNotFoundError, match=r"e5-small.npz is missing: looked for .*fetch\(its path or address\) once"):
        pretrained.load()
    assert pretrained.fetch(real) == cache and [path.name for path in cache.parent.iterdir()] == ["e5-small.npz"]
    assert pretrained.load().names([2]) == ["</s>"]


def test_fetch_takes_an_address(elsewhere, monkeypatch):
    import urllib.request
    real, cache = elsewhere
    monkeypatch.setattr(urllib.request, "urlopen", lambda address, timeout: open(real, "rb"))
    assert pretrained.fetch("https://course.example/e5-small.npz") == cache
    monkeypatch.setattr(urllib.request, "urlopen", lambda *_, **__: (_ for _ in ()).throw(OSError("no network")))
    with pytest.raises(OSError, match="no network"):
        pretrained.fetch("https://course.example/e5-small.npz")
    assert cache.stat().st_size == model_file.SIZE


@pytest.mark.parametrize("damage", [lambda data: data[:1_000_000], lambda data: data[:-1] + b"x", lambda data: b""])
def test_a_damaged_file_is_said_and_nothing_overwritten(elsewhere, tmp_path, damage):
    real, cache = elsewhere
    good, bad = real.read_bytes(), tmp_path / "bad.npz"
    bad.write_bytes(damage(good))
    with pytest.raises(ValueError, match="bad.npz is damaged, half a file or another one.*Nothing was changed"):
        pretrained.fetch(bad)
    assert not cache.exists()
    cache.parent.mkdir(parents=True)
    cache.write_bytes(damage(good))
    with pytest.raises(ValueError, match="e5-small.npz is damaged"):
        pretrained.load()
    assert cache.read_bytes() == damage(good)


def test_import_does_not_load_it():
    code = "import sys, attnlib; print('attnlib.pretrained' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"
    code = "import sys, attnlib.pretrained; print({'matplotlib', 'IPython', 'urllib.request'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "set()"


def test_the_browser_gets_it_in_parts(monkeypatch, elsewhere, tmp_path):
    """What a worker of the browser does, with a pretended site."""
    from types import SimpleNamespace
    data, asked = elsewhere[0].read_bytes(), []
    with monkeypatch.context() as checkout:
        checkout.setattr(model_file, "places", lambda: (elsewhere[0],))
        lite.write_model(tmp_path)
    sent = {path.name: path.read_bytes() for path in tmp_path.glob("e5-small.npz.*")}

    class Request:
        @staticmethod
        def new():
            return Request()

        def open(self, method, address, later):
            assert method == "GET" and later is False
            self.name = address.rpartition("/")[2]
            asked.append(address)

        def send(self):
            self.status = 200 if self.name in sent else 404
            self.response = SimpleNamespace(to_bytes=lambda: sent[self.name])

    monkeypatch.setitem(sys.modules, "js", SimpleNamespace(XMLHttpRequest=Request))
    index = SimpleNamespace(config=SimpleNamespace(indexURL="https://site/run/static/pyodide/"))
    monkeypatch.setitem(sys.modules, "pyodide_js", SimpleNamespace(_api=index))
    monkeypatch.setattr(sys, "platform", "emscripten")
    counted = []
    assert model_file.content(lambda parts: (counted.append(part) or part for part in parts)) == data
    assert len(asked) == len(counted) == model_file.PARTS and asked[0].startswith("https://site/run/static/pyodide/e5-small.npz.")
    del sent[max(sent)]
    with pytest.raises(FileNotFoundError, match="the site answers 404 for e5-small.npz.*11: load the page again"):
        model_file.content()
