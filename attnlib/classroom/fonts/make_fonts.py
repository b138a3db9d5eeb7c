"""Cut NotoSansKR-subset.otf, the font of our figures, out of Noto Sans KR Regular.

matplotlib ships no Hangul, many machines (and every browser kernel) have none either, and no package on PyPI carries
Korean with Portuguese at a size fit for a course. So we ship our own subset; run this again only to change it:

    pip install fonttools==4.68.0 pylopdf-fonts-ko==0.1.1
    python attnlib/classroom/fonts/make_fonts.py

The same versions write the same bytes. It prints the wanted characters that Noto Sans KR has not got.
"""

import hashlib
import unicodedata
from importlib.metadata import distribution
from pathlib import Path

import pylopdf_fonts_ko
from fontTools import subset

HERE = Path(__file__).parent
SOURCE_SHA256 = "69975a0ac8472717870aefeab0a4d52739308d90856b9955313b2ad5e0148d68"   # notofonts/noto-cjk, Sans 2.004

# A name of its own, so that matplotlib cannot pick an installed full Noto Sans KR (perhaps the variable one, which it
# draws as Thin) in its place. The licence does not ask for it: the font declares no Reserved Font Name.
FAMILY = "Attnlib Noto Sans KR"
POSTSCRIPT_NAME = "AttnlibNotoSansKR-Regular"

WANTED = [
    (0x0020, 0x007E),   # ASCII
    (0x00A0, 0x017F),   # Latin-1 and Latin Extended-A
    (0x0370, 0x03FF),   # Greek
    (0x2000, 0x206F),   # spaces, dashes, quotation marks, ellipsis
    (0x2070, 0x209F),   # superscripts and subscripts
    (0x20A9, 0x20AC),   # ₩ €
    (0x2100, 0x214F),   # ℃ ™ ℓ
    (0x2190, 0x21FF),   # arrows
    (0x2200, 0x22FF),   # mathematical operators
    (0x2460, 0x2473),   # ① to ⑳
    (0x25A0, 0x25FF),   # geometric shapes
    (0x2605, 0x2606),   # ★ ☆
    (0x2713, 0x2713),   # ✓
    (0x3000, 0x301C),   # Korean quotation marks and brackets
    (0x3131, 0x318E),   # compatibility jamo
    (0xAC00, 0xD7A3),   # all 11,172 syllables
]


def main():
    source = pylopdf_fonts_ko.sans_path()
    if hashlib.sha256(source.read_bytes()).hexdigest() != SOURCE_SHA256:
        raise SystemExit(f"{source.name} is not the font of pylopdf-fonts-ko 0.1.1")

    options = subset.Options(
        hinting=False,                 # matplotlib's own auto-hinter draws it
        layout_features=["kern"],      # our text is composed (NFC) and horizontal: it needs nothing else
        glyph_names=False,
        legacy_kern=False,
        name_IDs=["*"],                # copyright, trademark and licence stay
        name_languages=["*"],
        recalc_timestamp=False,        # head.modified of the source: no clock in the file
    )
    options.drop_tables += ["BASE", "GSUB", "VORG", "vhea", "vmtx"]   # substitutions and vertical text
    font = subset.load_font(source, options)
    copyright_line = font["name"].getDebugName(0)
    missing = [chr(code) for first, last in WANTED for code in range(first, last + 1)
               if code not in font.getBestCmap() and unicodedata.category(chr(code)) not in ("Cn", "Cf")]

    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in WANTED for code in range(first, last + 1)])
    subsetter.subset(font)
    rename(font)

    target = HERE / "NotoSansKR-subset.otf"
    subset.save_font(font, target, options)
    licence = distribution("pylopdf-fonts-ko").read_text("licenses/LICENSE")
    (HERE / "OFL.txt").write_text(f"{copyright_line}\n\n{licence}", encoding="utf-8", newline="\n")
    print(f"{target.name}: {target.stat().st_size:,} bytes, {len(font.getBestCmap()):,} characters")
    print(f"not in Noto Sans KR ({len(missing)}): {' '.join(missing)}")


def rename(font):
    """Put our family name wherever the font says its own."""
    names = {1: FAMILY, 3: f"2.004;{POSTSCRIPT_NAME}", 4: FAMILY, 6: POSTSCRIPT_NAME}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    cff = font["CFF "].cff
    cff.fontNames = [POSTSCRIPT_NAME]
    cff[0].FullName = cff[0].FamilyName = FAMILY


if __name__ == "__main__":
    main()
