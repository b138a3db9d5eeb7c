"""The course as one static site: front pages, pages, decks, and Jupyter itself.

    python -m attnpress.site            builds site/
    python -m attnpress.site --serve    and serves it on this machine

Any file host can carry it, under any path: every address in it is relative, and no other host is asked for anything.
"""

import argparse
import functools
import hashlib
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
from multiprocessing import Pool
from pathlib import Path

import jinja2
import nbformat
import numpy as np
from tqdm import tqdm

from attnlib import grammar, learn
from attnlib.classroom import course
from attnlib.classroom.figures import FONT_FILE, lesson_map, palette
from attnlib.classroom.labels import LANGUAGES, TAGS, label
from attnlib.classroom.labels.lexicon import gloss
from attnpress import guide
from attnpress.assets import LETTERS, ExportError, font_face, font_file, web
from attnpress.export import DeckExporter, LessonExporter
from attnpress.lite import SiteError, attnlib_wheel, jupyter, wasm
from attnpress.paths import ROOT, sources, target
from attnpress.prose import alone
from attnpress.prove import differences
from attnpress.source import read_source, slug

OUT = ROOT / "site"
FORMS = {"pages": LessonExporter, "slides": DeckExporter}
SENTENCE = "o gato pequeno procurou a flor amarela"   # on the front page: its translation changes the order twice
FONT = "hangul.woff2"   # for Jupyter, where a machine has no Korean font
ICON = ("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'%3E%3Cpath fill='%2326548c' "
        "d='M0 0h4v4H0z'/%3E%3Cpath fill='%23fff' d='M0 0h1v1H0zm1 1h1v1H1zm1 1h1v1H2zm1 1h1v1H3z'/%3E%3C/svg%3E")


def build(out=OUT, prove=True):
    """Write the whole site, or leave the one that stands. `prove`: only if every notebook prints the same figures in it."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".site-") as folder:
        draft = Path(folder) / "site"
        draft.mkdir()
        export(draft)
        index(draft)
        jupyter(draft / "run", bar)
        if prove and (found := differences(draft / "run" / "static" / "pyodide")):
            raise SiteError("\n" + "\n".join(found))
        shutil.copyfile(attnlib_wheel(), draft / attnlib_wheel().name)
        hangul = "".join(map(chr, [*range(0x1100, 0x1200), *range(0x3130, 0x3190), *range(0xAC00, 0xD7A4)]))
        (draft / FONT).write_bytes(font_file(FONT_FILE, hangul))
        for language in LANGUAGES:
            front(draft, language)
        _write(draft / "index.html", "index.html.j2", LANGUAGES[0], titles=[label("site-title", one) for one in LANGUAGES])
        guide.write(draft)
        keep(draft)
        shutil.rmtree(out, ignore_errors=True)
        os.rename(draft, out)


# --- pages and decks ---------------------------------------------------------------------------------------------------------

def export(folder):
    """Every lesson as a page and as a deck, each linked to its other forms."""
    work = [(form, language, path.stem, folder) for form in FORMS for language in LANGUAGES for path in sources().values()]
    for form, language, *_ in work:
        (folder / form / language).mkdir(parents=True, exist_ok=True)
    with Pool() as pool:
        for fault in tqdm(pool.imap_unordered(_export_one, work), "pages and decks", len(work), disable=None):
            if fault:
                raise SiteError(fault)


def _export_one(work):
    form, language, name, folder = work
    try:
        html, _ = FORMS[form](linked=True, site=True).from_filename(str(ROOT / "notebooks" / language / f"{name}.ipynb"))
    except ExportError as error:
        return f"{language}/{name}: {error}"
    (folder / form / language / f"{name}.html").write_text(html, encoding="utf-8")
    return None


def index(folder):
    """What the front pages search in: Pagefind's index of the pages, section by section."""
    program = next((path for path in (web() / "@pagefind").glob("*/bin/pagefind_extended*") if path.suffix != ".sha256"), None)
    if program is None:
        raise SiteError("Pagefind, which makes the front page's search, has no program for this machine: "
                        "see attnpress/web/package.json")
    result = subprocess.run([program, "--site", folder, "--glob", "pages/*/*.html", "--root-selector", "main",
                             "--exclude-selectors", "pre, .output, .math"], capture_output=True, text=True)
    if result.returncode:
        raise SiteError(f"Pagefind failed:\n{result.stdout}{result.stderr}")
    for unused in (folder / "pagefind").glob("pagefind-*ui.*"):
        unused.unlink()


def keep(folder):
    """The service worker, alone and before Jupyter's own, and the list that it goes by: {file: what it holds}."""
    for script in "keep.js", "visit.js":
        text = (Path(__file__).parent / "templates" / "site" / script).read_text(encoding="utf-8")
        (folder / script).write_text(text.replace("WASM", wasm()), encoding="utf-8")
    worker = folder / "run" / "service-worker.js"
    first = 'self.SITE = new URL("../", self.location).href;\nimportScripts("../keep.js");\n'
    worker.write_text(first + worker.read_text(encoding="utf-8"), encoding="utf-8")
    files = {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:16]
             for path in sorted(folder.rglob("*")) if path.is_file()}
    (folder / "files.json").write_text(json.dumps(files, ensure_ascii=False))


# --- the front pages ---------------------------------------------------------------------------------------------------------

def _templates():
    folders = [Path(__file__).parent / "templates" / name for name in ("site", "lesson")]
    return jinja2.Environment(loader=jinja2.FileSystemLoader(folders), autoescape=jinja2.select_autoescape(["html.j2"]))


def _render(template, language, **values):
    languages = [(code, TAGS[code], label("language", code)) for code in LANGUAGES]
    return _templates().get_template(template).render(
        label=functools.partial(label, language=language), palette=palette, icon=ICON, language=language, lang=TAGS[language],
        languages=languages, others=[one for one in languages if one[0] != language], **values)


def _write(path, template, language, **values):
    html = _render(template, language, **values)
    faces = font_face("Lesson", FONT_FILE, "".join(sorted(set(html) | set(LETTERS))))
    path.parent.mkdir(exist_ok=True)
    path.write_text(html.replace("/* fonts */", faces, 1), encoding="utf-8")


def front(folder, language):
    """A language's front page."""
    _write(folder / language / "index.html", "page.html.j2", language, lessons=list(lessons(language)), map=course_map(language),
           looks=looks(language), names={slug(name): name for name in sources()},
           guides=[(name, guide.title(name, language)) for name in guide.NAMES],
           wheel=attnlib_wheel().name)


def lessons(language):
    for path in sources().values():
        name, lesson = path.stem, slug(path.stem)
        yield {
            "number": course.NUMBERS[lesson], "minutes": alone(read_source(path), language),
            "topic": course.name_of(lesson, language) if lesson in course.BEFORE else None,
            "title": nbformat.read(target(path, language), as_version=4).metadata["title"],
            "before": [course.NUMBERS[one] for one in course.BEFORE.get(lesson, ())],
            "ways": {
                "site-read": f"../pages/{language}/{name}.html", "site-present": f"../slides/{language}/{name}.html",
                "site-run": f"../run/{language}/notebooks/index.html?path={language}/{name}.ipynb",
                "site-download": f"../run/files/{language}/{name}.ipynb",
            }.items(),
        }


def course_map(language):
    """Where the map's boxes and arrows stand: as in the picture of the first lesson."""
    boxes = [{"number": course.NUMBERS[one], "x": lesson_map.corner(one)[0], "y": lesson_map.corner(one)[1],
              "lines": lesson_map.lines_of(one, language), "start": not course.BEFORE[one]} for one in course.BEFORE]
    arrows = [{"points": " ".join(f"{x:g},{y:g}" for x, y in lesson_map.way(before, one)),
               "either": (before, one) == course.EITHER} for one in course.BEFORE for before in course.BEFORE[one]]
    width, height = (max(box[axis] + size for box in boxes) + lesson_map.PAD
                     for axis, size in (("x", lesson_map.BOX_WIDTH), ("y", lesson_map.BOX_HEIGHT)))
    return {"width": width, "height": height, "box_width": lesson_map.BOX_WIDTH, "box_height": lesson_map.BOX_HEIGHT,
            "boxes": boxes, "arrows": arrows}


def looks(language):
    """A sentence, and where each word of its translation looks: what the trained model of lesson learning-to-align says."""
    batch = grammar.sentences(grammar.read(SENTENCE))
    source, target = grammar.words(batch.source[0], grammar.PORTUGUESE), grammar.words(batch.target[0], grammar.KOREAN)
    weights = learn.load("rnn-search").align(batch)[0][:len(target)]   # (target, source and its end)
    shares = np.round(100 * weights).astype(int).tolist()   # in hundredths: (target, source)
    meant = [*((word, gloss(word, language)) for word in source), (".", label("site-looks-end", language))]
    return {"source": [(*word, column) for word, column in zip(meant, zip(*shares, strict=True), strict=True)],
            "target": [(word, gloss(word, language), row, source[np.argmax(row[:-1])])
                       for word, row in zip(target, shares, strict=True)]}


def bar(language, application):
    """What stands above Jupyter in the browser: above one notebook, or above the lab."""
    return _render("bar.html.j2", language, application=application, font=FONT, names=list(sources()))


# --- by hand -----------------------------------------------------------------------------------------------------------------

def serve(folder, port):
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder)
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    except (OSError, OverflowError) as error:
        sys.exit(f"port {port} cannot be served ({error.args[-1]}); --port names another")
    with server:
        print(f"http://127.0.0.1:{server.server_port}/   (Ctrl+C ends it)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            pass


def main():
    parser = argparse.ArgumentParser(description="Build the course as a static site.")
    parser.add_argument("--serve", action="store_true", help="serve what stands in site/, built if nothing does")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args()
    try:
        if not options.serve or not OUT.exists():
            build()
            print(OUT)
    except (SiteError, ExportError, OSError) as error:
        sys.exit(f"the site is not built, and what stood in site/ still stands: {error}")
    if options.serve:
        serve(OUT, options.port)


if __name__ == "__main__":
    main()
