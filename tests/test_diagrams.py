"""Diagrams: the twin's numbers are right, the picture holds the same, nothing leaves its place, and bad input is told so."""

import math
import re
import subprocess
import sys
import warnings

import matplotlib
import numpy as np
import pytest
from matplotlib.ft2font import FT2Font
from matplotlib.patches import FancyBboxPatch

from attnlib import causal_mask, published, softmax
from attnlib.classroom import (
    bars,
    block,
    decoder,
    encoder_decoder,
    hands,
    language_model,
    links,
    mask_on_scores,
    multi_head,
    one_query,
    passes,
    patches,
    product,
    projections,
    shared_heads,
    split_heads_picture,
    three_masks,
    transformer,
    two_memories,
    use_language,
    way_back,
)
from attnlib.classroom.figures import FONT_FILE
from attnlib.classroom.labels import LABELS, LANGUAGES
from attnlib.classroom.labels.diagrams import DIAGRAMS
from attnlib.gpt import GPT
from tests.support import by_turns

S5 = published.cross
KOREAN, PORTUGUESE = "나는 사과를 먹었다".split(), "eu comi maçã".split()
SCORAS = published.scoras.words
LONG = ["anticonstitucionalissimamente" * 2] * 6
RANDOM = np.random.default_rng(7).normal(size=(3, 6, 4)).round(2) * 9
TWO = np.eye(2)
SCENE = [["céu", "sol"], ["mar", "mar"]]
SIX = softmax(RANDOM[0] @ RANDOM[1].T / 9)

DRAWN = {   # name: a picture, made in the language of the moment
    "one-query": lambda: one_query(S5.q[0], S5.k, S5.k, "너는", KOREAN),
    "one-query-large": lambda: one_query(RANDOM[0, 0] / 9, RANDOM[1] / 9, RANDOM[2] / 9, LONG[0], LONG, scale=0.5),
    "one-query-small": lambda: one_query([1], [[99], [-99]], [[99], [-99]], "você", ["eu", "comi"]),
    "one-query-wide-values": lambda: one_query([1, 2], np.ones((6, 2)), RANDOM[2], names=SCORAS[:6]),
    "bars": lambda: bars(PORTUGUESE, scores=[2, 1, -1], exps=np.exp([2, 1, -1]), shares=softmax([2, 1, -1])),
    "bars-large": lambda: bars(LONG + ["나는", "você"], **{f"panel {n}": (-9) ** n * np.arange(8) / 7 for n in range(4)}),
    "bars-small": lambda: bars(["나는", "você"], scores=[0, 0]),
    "links": lambda: links(SIX[:3, :3], KOREAN, PORTUGUESE),
    "links-ten": lambda: links(np.eye(10), SCORAS, SCORAS, title="Dez palavras, 단어 열 개"),
    "links-long": lambda: links(np.full((6, 6), 1 / 6), LONG, LONG, title="t" * 200),
    "links-one": lambda: links([[1]], ["a"], ["나는"]),
    "bottleneck": lambda: encoder_decoder(SCORAS, KOREAN),
    "encoder-decoder": lambda: encoder_decoder(PORTUGUESE, KOREAN, SIX[:3, :3]),
    "encoder-decoder-long": lambda: encoder_decoder(LONG, SCORAS, np.full((10, 6), 1 / 6)),
    "mask": lambda: mask_on_scores(RANDOM[0, :3, :3], causal_mask(3), KOREAN),
    "mask-long": lambda: mask_on_scores(SIX * -99, causal_mask(6), LONG),
    "mask-two": lambda: mask_on_scores([[1, 2], [0, 1]], [True, False], ["나는", "você"]),
    "patches": lambda: patches(SCENE),
    "patches-maps": lambda: patches(SCENE, [[0, 1, 0, 0], [0.25] * 4, [0, 0, 0.5, 0.5]], ["sol", "?", LONG[0]]),
    "patches-large": lambda: patches([[LONG[0], *"abcde"]] * 6, np.full((4, 36), 1 / 36), LONG[:4]),
    "product": lambda: product([[2, 1], [-1, 1]], [[1, 1, -1], [1, -1, 0]], 1, 2, KOREAN[:2], ["a", "b"], PORTUGUESE),
    "product-large": lambda: product(RANDOM[0, :3, :3] // 1, RANDOM[1, :3] // 1, 2, 2, LONG[:3], KOREAN, [*PORTUGUESE, 7]),
    "product-small": lambda: product([[1]], [[-99]]),
    "hands-one": lambda: hands({"0": {"p": (1, 0)}}),
    "hands-pairs": lambda: hands({f"{m}, {m - 1}": {"q": (np.cos(m), np.sin(m)), "k": (2 * np.sin(m), 1)} for m in range(3)}),
    "hands-many": lambda: hands({f"{m} {LONG[0][:9]}": {"p": (np.cos(m), np.sin(m))} for m in range(5)}),
    "three-masks": three_masks,
    "projections": lambda: projections(KOREAN, 4, 3, 2),
    "projections-large": lambda: projections(LONG, 99999, 99999, 1),
    "projections-small": lambda: projections(["você"], 1, 1, 1),
    "way-back": way_back,
    "way-back-large": lambda: way_back(6, 6, 6, 6),
    "way-back-small": lambda: way_back(1, 1, 1, 1),
    "split-heads": lambda: split_heads_picture(PORTUGUESE, 8, 2),
    "split-heads-large": lambda: split_heads_picture(LONG[:5], 12, 4),
    "split-heads-one": lambda: split_heads_picture(["나는"], 1, 1),
    "multi-head": multi_head,
    "decoder": decoder,
    "block-after": block,
    "block-before": lambda: block("before"),
    "transformer": transformer,
    "passes": lambda: passes(KOREAN, "read", "write"),
    "passes-cached": lambda: passes(PORTUGUESE, "write", "cached"),
    "passes-long": lambda: passes(LONG[:6], "read"),
    "shared-heads": shared_heads,
    "shared-heads-few": lambda: shared_heads(2, 1),
    "two-memories": two_memories,
    "two-memories-small": lambda: two_memories(2, 1),
    "language-model": lambda: language_model(GPT(111)),
    "language-model-large": lambda: language_model(GPT(9999, width=64, layers=12, heads=16, longest=999)),
}


def texts(picture):
    return [text for text in picture.figure.axes[0].texts if text.get_text()]


def words(picture):
    return [text.get_text() for text in texts(picture)]


def boxes(picture):
    return [patch for patch in picture.figure.axes[0].patches if isinstance(patch, FancyBboxPatch)]


# Every diagram


@pytest.mark.parametrize(("name", "language"), by_turns(DRAWN))
def test_nothing_overlaps_or_leaves_its_place(name, language):
    use_language(language)
    picture = DRAWN[name]()
    page, seen, frames = picture.figure.bbox, [], [box.get_window_extent() for box in boxes(picture)]
    assert page.width <= 1180 and page.height <= 480
    for text in texts(picture):
        size = text.get_fontsize()
        foot = text.get_text() in "QKVSAOTk"   # of W_Q, d_S, √d_k; the T of a transpose
        assert size >= 18 or foot or text.get_text().startswith("ttt"), (text.get_text(), size)
        box = text.get_window_extent()
        assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= page.width and box.y1 <= page.height, text.get_text()
        for other_word, other in seen:
            both = box.x0 < other.x1 - 1 and other.x0 < box.x1 - 1 and box.y0 < other.y1 - 3 and other.y0 < box.y1 - 3
            assert not both, (text.get_text(), other_word)
        seen.append((text.get_text(), box))
        middle = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
        around = [frame for frame in frames if frame.contains(*middle)]
        if around:   # in its box, with air on both sides
            least = min(frame.width * frame.height for frame in around)
            frames = [frame for frame in around if frame.width * frame.height < least + 1]
            assert any(frame.x0 + 2 <= box.x0 and box.x1 <= frame.x1 - 2 for frame in frames), text.get_text()
    for patch in picture.figure.axes[0].patches:
        box = patch.get_window_extent()
        assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= page.width and box.y1 <= page.height
    for line in picture.figure.axes[0].lines:
        x, y = line.get_xydata().T
        assert x.min() >= 0 and x.max() <= page.width and y.min() >= 0 and y.max() <= page.height


@pytest.mark.parametrize(("name", "language"), by_turns(DRAWN))
def test_all_is_written_with_our_font_and_the_twin_is_whole(name, language):
    use_language(language)
    picture = DRAWN[name]()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        data, metadata = picture._repr_mimebundle_()
    assert data["text/plain"] == metadata["image/png"]["alt"] == picture.alt
    assert len(picture.alt) > 20 and "{" not in picture.alt and "draw-" not in picture.alt
    characters = {chr(code) for code in FT2Font(str(FONT_FILE)).get_charmap()}
    assert set("".join(words(picture))) <= characters
    if language == "pt":
        assert not any(re.search(r"\d\.\d", word) for word in words(picture)) or "arXiv" in picture.alt


@pytest.mark.parametrize("name", ["one-query", "links", "mask", "decoder"])
def test_a_diagram_is_the_same_every_time_whatever_the_students_style(name):
    png = DRAWN[name]().png()
    with matplotlib.style.context(["dark_background", {"font.size": 30, "text.usetex": True, "lines.linewidth": 9}]):
        assert DRAWN[name]().png() == png


def test_languages_differ_and_every_label_is_used():
    for name in DRAWN:
        use_language("pt")
        alt = DRAWN[name]().alt
        use_language("ko")
        assert DRAWN[name]().alt != alt
    code = "".join(path.read_text(encoding="utf-8") for path in FONT_FILE.parents[1].joinpath("figures").glob("*.py"))
    spoken = {key: (key, key.removeprefix("draw-"), key[:len("alt-block-")] + "{norm}") for key in DIAGRAMS}
    assert not [key for key, names in spoken.items() if not any(f'"{name}"' in code for name in names)]
    assert all(LABELS[key] == pair for key, pair in DIAGRAMS.items())   # no other label has the same key


def test_pyplot_is_never_imported():
    code = ("import sys; from attnlib.classroom import transformer; transformer().png(); "
            "sys.exit('matplotlib.pyplot' in sys.modules)")
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


# One query


def test_one_query_tells_the_published_numbers():
    assert one_query(S5.q[0], S5.k, S5.k).alt == """\
O caminho da consulta q = (1; 0; 0), da pontuação à saída.
k1 (1; 0; 1): pontuação 1, peso 0,42; 0,42 × (1; 0; 1) = (0,42; 0; 0,42).
k2 (0; 2; 0): pontuação 0, peso 0,16; 0,16 × (0; 2; 0) = (0; 0,31; 0).
k3 (1; 1; 1): pontuação 1, peso 0,42; 0,42 × (1; 1; 1) = (0,42; 0,42; 0,42).
Soma, que é a saída: (0,84; 0,73; 0,84)."""
    use_language("ko")
    assert one_query(S5.q[1], S5.k, S5.k, "você", PORTUGUESE, scale=0.5).alt == """\
쿼리 você (너는) = (0, 1, 0)에서 출력까지 가는 길이에요.
점수에 곱하는 배율: 0.50.
eu (나는) (1, 0, 1): 점수 0, 가중치 0.19. 0.19 × (1, 0, 1) = (0.19, 0, 0.19).
comi (내가 먹었다) (0, 2, 0): 점수 1, 가중치 0.51. 0.51 × (0, 2, 0) = (0, 1.01, 0).
maçã (사과) (1, 1, 1): 점수 0.50, 가중치 0.31. 0.31 × (1, 1, 1) = (0.31, 0.31, 0.31).
모두 더한 출력: (0.49, 1.32, 0.49)."""


@pytest.mark.parametrize("n, d, d_v, scale", [(2, 1, 4, 1), (6, 4, 1, 0.5), (4, 3, 2, -1), (5, 2, 3, 1 / math.sqrt(2))])
def test_one_query_computes_what_plain_python_computes(n, d, d_v, scale):
    query, keys, values = RANDOM[0, 0, :d] / 9, RANDOM[1, :n, :d] / 9, RANDOM[2, :n, :d_v]
    scores = [scale * sum(a * b for a, b in zip(query, key, strict=True)) for key in keys]
    exps = [math.exp(score) for score in scores]
    weights = [e / sum(exps) for e in exps]
    output = [sum(w * value[j] for w, value in zip(weights, values, strict=True)) for j in range(d_v)]
    use_language("ko")
    picture = one_query(query, keys, values, scale=scale)

    def numbers(text):
        return [float(number) for number in re.findall(r"\d+\.?\d*", text.replace("−", "-"))]

    told = picture.alt.splitlines()[-n - 1:]
    for line, score, weight in zip(told, scores, weights, strict=False):
        assert float(re.search(r"점수 (\S+),", line)[1].replace("−", "-")) == pytest.approx(score, abs=0.0051)
        assert float(re.search(r"가중치 (\S+)\. ", line)[1]) == pytest.approx(weight, abs=0.0051)
    assert numbers(told[-1]) == pytest.approx([abs(x) for x in output], abs=0.0051)
    bars = [box.get_width() for box in boxes(picture) if matplotlib.colors.to_hex(box.get_facecolor()) == "#08306b"]
    full = bars[0] / weights[0]
    assert bars == pytest.approx([weight * full for weight in weights if weight * full >= 1])
    assert set(re.findall(r"(?<![k\d.])−?\d+(?:\.\d+)?", " ".join(told))) <= set(words(picture))


def test_one_query_shows_names_with_glosses():
    shown = words(one_query(S5.q[0], S5.k, S5.k, "너는", KOREAN))
    assert {"너는", "você", "나는", "eu", "사과를", "먹었다", "consulta", "softmax", "saída", "0,42"} <= set(shown)


# Bars


def test_bars_tell_and_draw_their_numbers():
    shares, answer = softmax([2, 1, -1]), np.array([0, 1, 0])
    picture = bars(["leite", "suco", "areia"], shares=shares, target=answer, gap=shares - answer)
    assert picture.alt == """\
Barras: fatias, resposta, fatia − resposta.
leite: fatias 0,71; resposta 0; fatia − resposta 0,71.
suco: fatias 0,26; resposta 1; fatia − resposta −0,74.
areia: fatias 0,04; resposta 0; fatia − resposta 0,04."""
    assert {"fatias", "leite", "0,71", "−0,74"} <= set(words(picture))
    tracks = "#f0f1f5"
    drawn = [box.get_width() for box in boxes(picture) if matplotlib.colors.to_hex(box.get_facecolor()) != tracks]
    values = [*shares, 1, *abs(shares - answer)]   # panel by panel; no bar of 0
    assert drawn == pytest.approx([value * drawn[3] for value in values])   # one scale for all: target's 1 is drawn[3]


def test_bars_refuse_what_they_cannot_draw():
    for names, panels, message in (
            (["a"], dict(scores=[1]), "names has 1 tokens, and this picture needs 2 to 8"),
            (["a", "b"], {}, "bars has 0 panels"),
            (["a", "b"], dict.fromkeys("vwxyz", [1, 2]), "bars has 5 panels"),
            (["a", "b"], dict(scores=[1, 2, 3]), "scores has shape (3,) of int64, and 2 names need 2 real numbers"),
            (["a", "b"], dict(scores=["c", "d"]), "2 names need 2 real numbers"),
            (["a", "b"], dict(scores=[1, np.nan]), "this picture has room for −9999 to 9999"),
            (["a", "b"], dict(scores=[1, 1e4]), "this picture has room for −9999 to 9999")):
        with pytest.raises(ValueError, match=re.escape(message)):
            bars(names, **panels)


# One number of a matrix product


def test_a_product_tells_the_row_and_column_of_its_number():
    picture = product([[2, 1], [2, -1]], [[1, 1, -1], [1, -1, 0.5]], 1, 2, ["baleia", "gato"], ["bicho", "mar"], ["a", "b", "c"])
    assert picture.alt == """\
Uma matriz 2 × 2 vezes uma 2 × 3 dá uma 2 × 3.
Linha de gato, coluna de c: 2·(−1) + (−1)·0,5 = −2,5."""
    assert {"2·(−1) + (−1)·0,5 = −2,5", "−2,5", "2 × 2", "bicho"} <= set(words(picture))
    framed = [box for box in boxes(picture) if box.get_linewidth() == 3]
    assert len(framed) == 2 + 2 + 1   # a row, a column, and where they meet


def test_a_product_refuses_what_it_cannot_draw():
    for given, named, error, message in (
            (([[1, 2]], [[1, 2]]), {}, ValueError, "a has shape (1, 2) and b (1, 2): the columns of a must be as many as"),
            (([1], [[1]]), {}, ValueError, "a has shape (1,), and this picture needs (rows, columns), 1 to 6 of each"),
            (([[1]], np.ones((1, 7))), {}, ValueError, "b has shape (1, 7), and this picture needs (rows, columns), 1 to 6"),
            (([[np.nan]], [[1]]), {}, ValueError, "a needs numbers from −99 to 99"),
            (([["a"]], [[1]]), {}, ValueError, "a needs numbers from −99 to 99"),
            (([[1]], [[1]]), dict(row=1), IndexError, "row is 1, and the product has 1: 0 to 0"),
            (([[1]], [[1]]), dict(columns=["a", "b"]), ValueError, "columns has 2 tokens, and this picture needs 1"),
            ((np.ones((4, 4)), np.eye(4)), {}, ValueError, "a and b have 4 and 4 rows, and this picture has room for 6 together"),
            ((np.ones((1, 5)), np.ones((5, 6))), dict(inner=LONG[:5]), ValueError, "names and numbers do not fit side by side")):
        with pytest.raises(error, match=re.escape(message)):
            product(*given, **named)


# Lines


def test_lines_are_as_thick_and_dark_as_their_weights():
    weights = np.array([[0.6, 0.3, 0.06, 0.04], [0, 1, 0, 0]])
    lines = links(weights, ["a", "b"], ["c", "d", "e", "f"]).figure.axes[0].lines
    order = np.sort(weights, axis=None)
    widths = [line.get_linewidth() for line in lines]
    assert len(lines) == 8 and widths == sorted(widths)
    assert [width == 1 for width in widths] == [weight < 0.05 for weight in order]
    darkness = [sum(matplotlib.colors.to_rgb(line.get_color())) for line in lines[4:]]
    assert darkness == sorted(darkness, reverse=True)
    assert widths[-1] - 1 == pytest.approx((widths[-2] - 1) / 0.6)


def test_links_name_each_querys_largest_key():
    assert links(published.cat.weights.T, published.cat.words, published.cat.words).alt == """\
Linhas de cada consulta às chaves: quanto mais grossa e escura, maior o peso.
O → O: o maior peso, 0,33.
gato → O: o maior peso, 0,27.
está → está: o maior peso, 0,29.
no → O: o maior peso, 0,26.
tapete → está: o maior peso, 0,26."""
    use_language("ko")
    assert links([[0.4, 0.2, 0.4], [1 / 3] * 3], ["gato", "gato"], KOREAN, "제목").alt == """\
제목
쿼리마다 키로 선을 그었어요. 굵고 진할수록 가중치가 커요.
1번째 gato (고양이) → 나는, 먹었다: 가장 큰 가중치 0.40.
2번째 gato (고양이): 모든 키의 가중치가 같아요(0.33)."""


def test_links_of_pairs_tell_pairs_and_no_weights():
    pairs = np.array([[True, False, True], [False, False, False]])
    assert links(pairs, ["나는", "은"], PORTUGUESE).alt == """\
Uma linha de cada palavra de cima até cada par dela, embaixo.
나는 (eu) → eu, maçã.
은 (tópico): sem par."""


def test_only_equal_weights_share_the_first_place():
    assert links([[0.4, 0.2, 0.4 - 1e-8]], ["a"], ["b", "c", "d"]).alt.endswith("a → b, d: o maior peso, 0,40.")
    assert links([[0.501, 0.499]], ["a"], ["b", "c"]).alt.endswith("a → b: o maior peso, 0,50.")


def test_queries_stand_above_their_keys_and_targets_below_their_sources():
    def heights(picture):
        return {text.get_text(): text.get_position()[1] for text in texts(picture)}

    place = heights(links([[0.2, 0.8]], ["O"], ["나는", "먹었다"]))
    assert place["O"] < place["0,80"] < place["나는"] == place["먹었다"] < place["eu"]   # its gloss
    place = heights(encoder_decoder(["O", "gato"], ["나는"], [[0.2, 0.8]]))
    assert place["O"] == place["gato"] < place["0,80"] < place["나는"] < place["eu"]


def test_encoder_decoder_in_words():
    assert encoder_decoder(["eu", "comi"], ["나는", "먹었다"]).alt == (
        "O codificador lê “eu comi” e guarda tudo em um vetor só. Dele, o decodificador escreve “나는 먹었다”.")
    assert encoder_decoder(["eu", "comi"], ["나는", "먹었다"], [[0.9, 0.1], [0.25, 0.75]]).alt == """\
O codificador lê “eu comi”. A cada palavra de “나는 먹었다”, o decodificador olha para a frase toda.
나는 (eu) → eu: o maior peso, 0,90.
먹었다 (comeu) → comi: o maior peso, 0,75."""


def test_a_token_without_its_gloss_is_told_to_the_build():
    for picture in (one_query([1], [[1], [2]], [[1], [2]], "꿿", ["나는", "꿿꿿"]), links([[1]], ["꿿"], ["꿿꿿"]),
                    encoder_decoder(["꿿"], ["꿿꿿"]), encoder_decoder(["꿿"], ["꿿꿿"], [[1]]),
                    mask_on_scores(TWO, causal_mask(2), ["꿿", "꿿꿿"]), projections(["꿿", "꿿꿿"], 1, 1, 1),
                    split_heads_picture(["꿿", "꿿꿿"], 1, 1), bars(["꿿", "꿿꿿"], scores=[1, 2]),
                    product([[1], [2]], [[1]], rows=["꿿", "꿿꿿"])):
        assert picture.unglossed == ["꿿", "꿿꿿"]
    assert links([[1]], ["eu"], ["나는"]).unglossed == []


# Masks


def test_a_mask_in_words_and_its_hidden_weights_are_exactly_0():
    picture = mask_on_scores([[1, 5, 9], [0, 0, 9], [0, 0, 0]], causal_mask(3), PORTUGUESE)
    assert picture.alt == """\
Pontuações com a máscara por cima e os pesos que saem: o que ela esconde vira −∞, e seu peso é 0.
eu: pesos eu 1,00. Escondido: comi; maçã.
comi: pesos eu 0,50; comi 0,50. Escondido: maçã.
maçã: pesos eu 0,33; comi 0,33; maçã 0,33. Escondido: –."""
    shown = words(picture)
    assert shown.count("0,33") == 3 and shown.count("0,50") == 2 and shown.count("1,00") == 1
    assert shown.count("0") == 5 + 3   # five of the scores, three hidden weights
    nothing = mask_on_scores(np.ones((2, 2)), [[False, False], [True, True]], ["a", "b"])
    assert "a: pesos –. Escondido: a; b." in nothing.alt


def test_three_masks_show_what_may_be_seen():
    colours = [matplotlib.colors.to_hex(box.get_facecolor()) for box in boxes(three_masks())][:-3]   # and three of the legend
    shown = np.array([colour != "#ffffff" for colour in colours]).reshape(3, 6, 6)
    joint = np.block([[np.ones((3, 3)), np.zeros((3, 3))], [np.ones((3, 3)), np.tri(3)]])
    assert shown[0].all() and (shown[1] == np.tri(6)).all() and (shown[2] == joint).all()


# Shapes


def test_the_way_back_tells_each_equation_and_shape():
    picture = way_back(2, 3, 4, 5)
    assert "Q (2 × 4)" in picture.alt and "K (3 × 4)" in picture.alt and "S (2 × 3)" in picture.alt and "V (3 × 5)" in picture.alt
    for equation in ("d_V = Aᵀ d_O", "d_A = d_O Vᵀ", "d_S = A ∘ (d_A − m)", "d_Q = d_S K / √d_k", "d_K = d_Sᵀ Q / √d_k"):
        assert equation in picture.alt
        drawn = equation.replace("_", "").replace("ᵀ", "T").replace("∘", "")   # a ∘ is no letter
        assert drawn in "".join(words(picture))
    shown = words(picture)
    assert all(shown.count(f"{rows} × {columns}") == 2 * count   # there and back
               for (rows, columns), count in {(2, 4): 1, (3, 4): 1, (2, 3): 2, (2, 5): 1, (3, 5): 1}.items())


def test_projections_tell_their_shapes():
    assert projections(KOREAN, 4, 3, 2).alt == """\
X (3 × 4), uma linha por token: 나는 (eu), 사과를 (maçã), 먹었다 (comeu).
X (3 × 4) × W_Q (4 × 3) = Q (3 × 3).
X (3 × 4) × W_K (4 × 3) = K (3 × 3).
X (3 × 4) × W_V (4 × 2) = V (3 × 2)."""
    shown = words(projections(KOREAN, 512, 64, 32))
    assert [text for text in shown if "×" in text and "W" not in text] == [
        "3 × 512", "512 × 64", "3 × 64", "512 × 64", "3 × 64", "512 × 32", "3 × 32"]


def test_split_heads_tell_their_shapes_and_merge_into_what_was_split():
    picture = split_heads_picture(PORTUGUESE, 8, 2)
    assert "2 cabeças de 3 × 4" in picture.alt and "3 × 3" in picture.alt
    assert {"3 × 8", "3 × 4", "3 × 3", "cabeça 1", "cabeça 2"} <= set(words(picture))
    colours = [box.get_facecolor() for box in boxes(picture)]   # cells of both wholes, first what was split
    assert colours[:24] == colours[24:48] and len(set(colours[:24])) == 6   # three tokens, two heads


def test_the_figures_of_others_are_credited():
    for language in LANGUAGES:
        use_language(language)
        for picture in (multi_head(), transformer()):
            assert "Vaswani et al. 2017" in picture.alt and "1706.03762" in picture.alt
            assert any("Vaswani et al. 2017" in word for word in words(picture))


def test_patches_say_what_each_query_gives_to_each_kind():
    use_language("pt")
    picture = patches(SCENE, [[0, 0.5, 0.25, 0.25], [1, 0, 0, 0]], ["sol", "céu"])
    assert picture.alt == """\
Uma imagem cortada em pedaços: céu 1, sol 1, mar 2.
“sol” reparte o seu peso assim: céu 0,00, sol 0,50, mar 0,50.
“céu” reparte o seu peso assim: céu 1,00, sol 0,00, mar 0,00."""


# Errors


def test_hands_tell_angles_and_what_is_between_two():
    use_language("pt")
    told = str(hands({"a": {"q": (0, 2), "k": (-1, 0)}, "b": {"q": (1, -1)}}))
    assert "a: q (0,00; 2,00), 90°; k (−1,00; 0,00), 180°. (ângulo entre os dois: 90°)" in told
    assert told.endswith("b: q (1,00; −1,00), 315°.")
    assert "(ângulo entre os dois: 20°)" in str(hands({"a": {"q": (-1, 0.17633), "k": (-1, -0.17633)}}))   # across 180°


@pytest.mark.parametrize("draw, error, message", [
    (lambda: hands([("a", (1, 0))]), TypeError, "clocks needs to be"),
    (lambda: hands({}), ValueError, "clocks has 0 titles"),
    (lambda: hands({"a": {}}), ValueError, "has 0 hands"),
    (lambda: hands({"a": {"p": (1, 0, 0)}}), ValueError, r"has shape \(3,\), and a hand"),
    (lambda: hands({"a": {"p": (0, 0)}}), ValueError, "length that can be drawn"),
    (lambda: one_query([1, 2, 3, 4, 5], np.eye(5), np.eye(5)), ValueError, r"query has shape \(5,\), and .* 1 to 4 numbers"),
    (lambda: one_query([[1, 2]], TWO, TWO), ValueError, r"query has shape \(1, 2\)"),
    (lambda: one_query([1, 2], np.ones((7, 2)), TWO), ValueError, r"keys has shape \(7, 2\), and .* needs \(2 to 6, 2\)"),
    (lambda: one_query([1, 2], np.ones((2, 3)), TWO), ValueError, r"keys has shape \(2, 3\)"),
    (lambda: one_query([1, 2], TWO, np.ones((3, 2))), ValueError, r"values has shape \(3, 2\), and 2 keys need \(2, 1 to 4\)"),
    (lambda: one_query([1, 2], TWO, np.ones((2, 5))), ValueError, r"values has shape \(2, 5\)"),
    (lambda: one_query([1, np.nan], TWO, TWO), ValueError, "query holds NaN"),
    (lambda: one_query([1, 100], TWO, TWO), ValueError, "query holds 100, and this picture has room for −99 to 99"),
    (lambda: one_query(["a", "b"], TWO, TWO), TypeError, "query holds"),
    (lambda: one_query([1, 2], TWO, TWO, scale=np.inf), ValueError, "scale is inf"),
    (lambda: one_query([1, 2], TWO, TWO, names=["a"]), ValueError, "names has 1 tokens, and this picture needs 2"),
    (lambda: one_query([1, 2], TWO, TWO, names="ab"), TypeError, "names is one string"),
    (lambda: one_query([10.25] * 4, -RANDOM[1] - 20, RANDOM[2] - 40), ValueError, "the numbers of query, keys and values"),
    (lambda: links(TWO, "ab", ["a", "b"]), TypeError, "queries is one string"),
    (lambda: links(np.eye(64), ["a"] * 64, ["a"] * 64), ValueError, "queries has 64 tokens, and this picture needs 1 to 10"),
    (lambda: links([], [], []), ValueError, "queries has 0 tokens"),
    (lambda: links(TWO, ["a", "b"], ["c"]), ValueError, r"weights has shape \(2, 2\), and these words need \(2, 1\)"),
    (lambda: links([[1, np.nan]], ["a"], ["b", "c"]), ValueError, "weights go from nan to nan"),
    (lambda: links([[1.2, -0.2]], ["a"], ["b", "c"]), ValueError, "weights go from -0.2 to 1.2, and lines need 0 to 1"),
    (lambda: links([["x"]], ["a"], ["b"]), TypeError, "weights holds"),
    (lambda: encoder_decoder([], ["a"]), ValueError, "source has 0 tokens"),
    (lambda: encoder_decoder(["a"], "bc"), TypeError, "target is one string"),
    (lambda: encoder_decoder(["a", "b"], ["c"], [[1], [0]]), ValueError, r"weights has shape \(2, 1\), and .* need \(1, 2\)"),
    (lambda: mask_on_scores(TWO, causal_mask(3), ["a", "b"]), ValueError, r"mask has shape \(3, 3\)"),
    (lambda: mask_on_scores(TWO, np.ones((1, 2, 2), bool), ["a", "b"]), ValueError, r"mask has shape \(1, 2, 2\)"),
    (lambda: mask_on_scores(TWO, TWO, ["a", "b"]), TypeError, "mask holds float64, and needs booleans"),
    (lambda: mask_on_scores(TWO, causal_mask(2), ["a"]), ValueError, "tokens has 1 tokens, and this picture needs 2 to 6"),
    (lambda: mask_on_scores(TWO, causal_mask(2), list("abc")), ValueError, r"scores has shape \(2, 2\), and 3 tokens need"),
    (lambda: mask_on_scores(np.eye(7), causal_mask(7), ["a"] * 7), ValueError, "tokens has 7 tokens"),
    (lambda: way_back(0), ValueError, "queries is 0, and must be a whole number, 1 or more"),
    (lambda: way_back(keys=7), ValueError, "keys is 7, and this picture has room for 6"),
    (lambda: way_back(d_v="2"), ValueError, "d_v is '2'"),
    (lambda: projections([], 4, 3, 2), ValueError, "tokens has 0 tokens"),
    (lambda: projections(["a"], 0, 3, 2), ValueError, "d_model is 0, and must be a whole number, 1 or more"),
    (lambda: projections(["a"], 4, 2.5, 2), ValueError, "d_k is 2.5"),
    (lambda: projections(["a"], 10**6, 2, 2), ValueError, "d_model, d_k and d_v are 1000000, 2 and 2"),
    (lambda: split_heads_picture(["a"], 8, 3), ValueError, "heads is 3, and this picture needs 1 to 4 that divide d = 8"),
    (lambda: split_heads_picture(["a"], 10, 5), ValueError, "heads is 5"),
    (lambda: split_heads_picture(["a"], 16, 2), ValueError, "d is 16, and this picture has room for 12"),
    (lambda: split_heads_picture(["a"] * 6, 8, 2), ValueError, "tokens has 6 tokens"),
    (lambda: patches([[]]), ValueError, r"kinds has shape \(1, 0\)"),
    (lambda: patches([["a"] * 7]), ValueError, r"kinds has shape \(1, 7\), and .* 1 to 6 of each"),
    (lambda: patches(["abcdefg"[i:i + 4] for i in range(0, 4)]), ValueError, "kinds has 7 different words"),
    (lambda: patches(SCENE, [[1, 0, 0]], ["sol"]), ValueError, r"weights has shape \(1, 3\), and needs .* \(1, 4\)"),
    (lambda: patches(SCENE, [[1, 0, 0, np.nan]], ["sol"]), ValueError, "weights go from nan to nan, and a map needs 0 to 1"),
    (lambda: patches(SCENE, [[1, 0, 0, 0]]), ValueError, "queries has 0 tokens"),
    (lambda: block("pre"), ValueError, "norm is 'pre', and must be 'after' or 'before'"),
])
def test_what_cannot_be_drawn_is_refused_with_a_sentence(draw, error, message):
    with pytest.raises(error, match=message):
        draw()


def test_rows_that_do_not_sum_to_1_a_float32_and_a_price_are_drawn():
    links([[0.9, 0.9], [0, 0]], ["a", "b"], ["R$ 5", r"$\x$"]).png()
    links(np.full((1, 1), np.nextafter(np.float32(1), np.float32(2))), ["a"], ["b"]).png()
    weights = np.array([[0.3, 0.3]])
    links(weights, ["a"], ["b", "c"])
    assert np.array_equal(weights, [[0.3, 0.3]])
