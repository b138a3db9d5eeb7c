"""What every lesson keeps: parity between the languages, and the house style. One small function a rule.

    python -m attnpress.rules        exit 1 and one line per fault

A source rule takes a Lesson and reads its source; a notebook rule reads what is committed; a house rule reads the
files that all lessons share. Each yields messages that say where and what to do.
"""

import ast
import re
import statistics
import sys
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import takewhile
from pathlib import Path

import nbformat
from pylatexenc.latexwalker import LatexWalker, LatexWalkerParseError
from tqdm import tqdm

from attnlib.classroom.labels import LABELS
from attnlib.classroom.labels.lexicon import lacks_gloss
from attnpress.paths import LANGUAGES, ROOT, sources, target
from attnpress.prose import CLASS_MINUTES, Prose, core, minutes
from attnpress.slides import is_detail, slide_type, slides
from attnpress.source import QUOTED, SourceError, compose, read_glossary, read_papers, read_source, read_text

FRAME = ("title", "plan", "goals", "setup-text", "exercises", "quiz-1", "quiz-2", "summary", "limits", "reading")
HANGUL = re.compile(r"[가-힣]")
WIDGET = "application/vnd.jupyter.widget-view+json"
UNGLOSSED = re.compile(r'data-unglossed="">([^<]*)<')   # labels/lexicon.py marks a word so
LESSON_NUMBER = re.compile(r"\bliç(?:ão|ões)\s+\d+|\d+강|(?<![\w.,:/-])0\d(?![\w.,:/-]*\d)", re.I)   # lição 3, 3강, a 03


# --- what the rules read ---------------------------------------------------------------------------------------------

@dataclass
class Lesson:
    path: Path
    root: Path

    @cached_property
    def cells(self):
        return read_source(self.path)

    @property
    def prose(self):
        return [cell for cell in self.cells if cell.kind == "markdown"]

    @property
    def code(self):
        return [cell for cell in self.cells if cell.kind == "code"]

    @cached_property
    def pairs(self):
        """(pt, ko) of every key that has exactly one of each; other keys break a rule of their own."""
        by_key = {}
        for cell in self.prose:
            by_key.setdefault(cell.key, {})[cell.language] = cell
        return [tuple(both[language] for language in LANGUAGES) for both in by_key.values() if len(both) == len(LANGUAGES)]

    @cached_property
    def notebooks(self):
        """{language: notebook} as committed."""
        paths = {language: target(self.path, language, self.root) for language in LANGUAGES}
        return {language: nbformat.read(path, as_version=4) for language, path in paths.items() if path.exists()}

    @cached_property
    def composed(self):
        """{language: cells} of the notebooks as composed now, not yet run."""
        return {language: compose(self.path, language, self.root).cells for language in LANGUAGES}

    @staticmethod
    def slides_of(cells):
        """[cells that a slide shows, …]"""
        return [sum(slide["parts"], []) for group in slides(cells) for slide in group]

    def where(self, cell, language):
        """As `at`, of a composed cell."""
        found = next((one for one in self.cells if one.key == cell.id and one.language in (None, language)), None)
        return self.at(found) if found else f"{self.path.name}: {cell.id} ({language})"

    def at(self, cell):
        language = f" ({cell.language})" if cell.language else ""
        return f"{self.path.name}:{cell.line}: {cell.key}{language}"


def _outputs(notebook):
    """(cell, output, {mime type: text}) of every output."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if output.output_type == "stream":
                yield cell, output, {"text/plain": output.text}
            elif output.output_type != "error":
                yield cell, output, {kind: data for kind, data in output.data.items() if isinstance(data, str)}


# --- source rules ------------------------------------------------------------------------------------------------------

def unique_keys(lesson):
    seen = {}
    for cell in lesson.cells:
        first = seen.setdefault((cell.key, cell.language), cell)
        if first is not cell:
            yield f"{lesson.at(cell)}: this key stands already in line {first.line}"
    for cell in lesson.code:
        if any(cell.key == other.key for other in lesson.prose):
            yield f"{lesson.at(cell)}: a code cell and a prose cell share this key"


def one_prose_cell_per_language(lesson):
    for key in dict.fromkeys(cell.key for cell in lesson.prose):
        found = [cell for cell in lesson.prose if cell.key == key]
        for language in LANGUAGES:
            if not any(cell.language == language for cell in found):
                yield f"{lesson.at(found[0])}: has no {language} cell"
        if len({(cell.slide, tuple(cell.tags)) for cell in found}) > 1:
            yield f"{lesson.at(found[0])}: slide and tags differ between the languages"


def same_headings_and_lists(lesson):
    for pt, ko in lesson.pairs:
        for name in ("headings", "lists"):
            ours, theirs = getattr(Prose(pt.text), name), getattr(Prose(ko.text), name)
            if ours != theirs:
                yield f"{lesson.at(pt)}: {name} {ours} in pt, {theirs} in ko (levels, or items per list)"


def same_names(lesson):
    for pt, ko in lesson.pairs:
        for name in ("formulas", "names", "links", "images"):
            ours, theirs = ({item[0] if name == "images" else item for item in getattr(Prose(cell.text), name)}
                            for cell in (pt, ko))
            if ours != theirs:
                yield f"{lesson.at(pt)}: {name} only in pt {sorted(ours - theirs)}, only in ko {sorted(theirs - ours)}"


def same_quotes(lesson):
    for pt, ko in lesson.pairs:
        ours, theirs = (set(QUOTED.findall(cell.text)) for cell in (pt, ko))
        if ours != theirs:
            yield f"{lesson.at(pt)}: quotes {sorted(ours)} in pt, {sorted(theirs)} in ko"


def lessons_by_slug(lesson):
    """A number written by hand would be another lesson's once one comes between."""
    for cell in lesson.prose:
        for number in LESSON_NUMBER.findall(Prose(cell.text).text):
            yield f"{lesson.at(cell)}: {number!r} names a lesson by its number; write {{{{ lesson: slug }}}}"


def no_literal_asterisks(lesson):
    for cell in lesson.prose:
        if "**" in Prose(cell.text).text:
            yield f"{lesson.at(cell)}: ** is shown as it stands (a particle follows?); write <strong>…</strong>"


def korean_has_hangul(lesson):
    for cell in lesson.prose:
        if cell.language == "ko" and not HANGUL.search(Prose(cell.text).text):
            yield f"{lesson.at(cell)}: has no Korean text"


def balanced_dollars(lesson):
    for cell in lesson.prose:
        plain = re.sub(r"```.*?```|`[^`]*`|\\\$", "", cell.text, flags=re.S)
        if plain.count("$") % 2 or "$" in Prose(plain).text:
            yield f"{lesson.at(cell)}: a $ has no partner (a plain dollar is \\$)"


def sound_formulas(lesson):
    for cell in lesson.prose:
        for tex in sorted(Prose(cell.text).formulas):
            try:
                LatexWalker(tex, tolerant_parsing=False).get_latex_nodes()
                fault = "\\left and \\right differ in number" if tex.count(r"\left") != tex.count(r"\right") else None
            except LatexWalkerParseError as error:
                fault = str(error).splitlines()[0]
            if fault:
                yield f"{lesson.at(cell)}: formula {tex!r}: {fault}"


def glossary_terms(lesson):
    glossary = read_glossary(lesson.root)
    for language in LANGUAGES:
        edge = r"(?<!\w){}(?!\w)" if language == "pt" else "{}"
        forbidden = [(re.compile(edge.format(re.escape(variant)), re.I), variant, row) for row in glossary
                     for variant in filter(None, row[f"forbidden_{language}"].split("|"))]
        for cell in (cell for cell in lesson.prose if cell.language == language):
            for pattern, variant, row in forbidden:
                if pattern.search(Prose(cell.text).text):
                    yield f"{lesson.at(cell)}: {variant!r}; the glossary says {row[language]!r} for {row['en']}"


def heading_order(lesson):
    for language in LANGUAGES:
        level = 0
        for cell in lesson.prose:
            for heading in Prose(cell.text).headings if cell.language == language else ():
                if (heading == 1) != (level == 0):
                    yield f"{lesson.at(cell)}: a lesson has one H1, and it comes first"
                elif heading > level + 1:
                    yield f"{lesson.at(cell)}: H{heading} after H{level} skips a level"
                level = heading


def alt_text_in_prose(lesson):
    for cell in lesson.prose:
        missing = [source for source, alt in Prose(cell.text).images if not alt]
        missing += [tag for tag in re.findall(r"<img[^>]*>", cell.text) if not re.search(r'alt="[^"]+"', tag)]
        for image in missing:
            yield f"{lesson.at(cell)}: {image} has no alt text"


def short_cells(lesson):
    lengths = []
    for cell in lesson.code:
        lengths.append(len(cell.text.splitlines()))
        if lengths[-1] > 15:
            yield f"{lesson.at(cell)}: {lengths[-1]} lines of code, and 15 is the most"
        for number, line in enumerate(cell.text.splitlines(), 1):
            if line.rstrip().endswith(";"):
                yield f"{lesson.at(cell)}: line {number} ends in ; (nbval does not honour it: write `_ =` or plt.show())"
    if lengths and statistics.median(lengths) > 4:
        yield f"{lesson.path.name}: half of the code cells have over 4 lines (median {statistics.median(lengths)})"


def no_words_in_code(lesson):
    """Printed words and labels come from labels, so that code is the same in every language."""
    for cell in lesson.code:
        try:
            calls = [node for node in ast.walk(ast.parse(cell.text)) if isinstance(node, ast.Call)]
        except SyntaxError as error:
            yield f"{lesson.at(cell)}: {error.msg} in line {error.lineno} of the cell"
            continue
        for call in calls:
            shown = [keyword.value for keyword in call.keywords if keyword.arg in ("title", "description")]
            if getattr(call.func, "id", "") == "print":
                shown += call.args
            for part in (leaf for value in shown for leaf in _literals(value)):
                if re.search(r"[^\W\d_]{2}", part):
                    yield f"{lesson.at(cell)}: the text {part!r} belongs in attnlib/classroom/labels"


def _literals(node):
    """String constants shown as they stand: not format specs, not arguments of a nested call such as label("…")."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from (part.value for part in node.values if isinstance(part, ast.Constant))


def complete_frame(lesson):
    keys = {cell.key for cell in lesson.cells}
    for key in FRAME:
        if key not in keys:
            yield f"{lesson.path.name}: the frame needs a prose cell {key!r}"
    exercises = [cell for cell in lesson.code if "exercise" in cell.tags]
    if len(exercises) < 4:
        yield f"{lesson.path.name}: {len(exercises)} exercises, and a lesson needs four"
    for cell in lesson.prose:
        if cell.key == "setup-text" and "pip install" not in cell.text:
            yield f"{lesson.at(cell)}: says how to install attnlib (`pip install …`) before the first cell"


# --- lead, thing, detail: rules of the second edition -------------------------------------------------------------------------

MOST_WORDS, FEWEST_SLIDES, MOST_SLIDES, SHARE_THAT_SHOWS = 40, 12, 30, 0.6
MOST_WORDS_IN_ALL = {"pt": 2800, "ko": 2100}
TABLE_OR_PICTURE = re.compile(r"<(table|img|svg)\b")


def few_words_on_a_slide(lesson):
    for language, cells in lesson.composed.items():
        for slide in lesson.slides_of(cells):
            words = sum(Prose(cell.source).count for cell in slide if cell.cell_type == "markdown")
            if words > MOST_WORDS:
                yield f"{lesson.where(slide[0], language)}: this slide shows {words} words, and {MOST_WORDS} is the most"


def short_lesson(lesson):
    """With everything that a student reads, but how to install."""
    for language, cells in lesson.composed.items():
        words = sum(Prose(cell.source).count for cell in cells
                    if cell.cell_type == "markdown" and slide_type(cell) != "notes" and cell.id != "setup-text")
        if words > MOST_WORDS_IN_ALL[language]:
            yield f"{lesson.path.name}: {words} words in {language}, and {MOST_WORDS_IN_ALL[language]} is the most"


def slides_of_a_class(lesson):
    count = len(lesson.slides_of(lesson.composed[LANGUAGES[0]]))
    if not FEWEST_SLIDES <= count <= MOST_SLIDES:
        yield f"{lesson.path.name}: {count} slides, and a deck has {FEWEST_SLIDES} to {MOST_SLIDES}"


def core_fits_a_class(lesson):
    for language in LANGUAGES:
        needed = minutes(core(lesson.cells), language)
        if round(needed) > CLASS_MINUTES:
            yield f"{lesson.path.name}: the core takes {needed:.0f} minutes in {language}, and {CLASS_MINUTES} is the most"


def detail_after_its_slide(lesson):
    for language, cells in lesson.composed.items():
        for cell in takewhile(lambda cell: slide_type(cell) in ("skip", "notes"), cells):
            if is_detail(cell):
                yield f"{lesson.where(cell, language)}: is a slide's detail (skip), and no slide comes before it"


# --- notebook rules ------------------------------------------------------------------------------------------------------

def fresh_build(lesson):
    """Committed = composed now, but for outputs (nbval's matter) and widget states."""
    for language in LANGUAGES:
        name, old = f"notebooks/{language}/{lesson.path.stem}.ipynb", lesson.notebooks.get(language)
        if old is None:
            yield f"{name}: missing; `make notebooks` builds it"
            continue
        new = compose(lesson.path, language, lesson.root)
        if [cell.id for cell in old.cells] != [cell.id for cell in new.cells]:
            yield f"{name}: its cells are not those of the source; `make notebooks` builds it again"
            continue
        for one, other in zip(old.cells, new.cells, strict=True):
            for what in ("cell_type", "source", "metadata"):
                if one[what] != other[what]:
                    yield f"{name}: {what} of cell {one.id} is not what the source gives; edit the source, then `make notebooks`"
        if {**old.metadata, "widgets": None} != {**new.metadata, "widgets": None}:
            yield f"{name}: its metadata is not what the source gives; `make notebooks` builds it again"


def same_code(lesson):
    if len(lesson.notebooks) < len(LANGUAGES):
        return
    pt, ko = ([(cell.id, re.sub(r'use_language\("\w+"\)', "use_language()", cell.source))
               for cell in lesson.notebooks[language].cells if cell.cell_type == "code"] for language in LANGUAGES)
    for one, other in zip(pt, ko, strict=False):   # the last rule below is about their number
        if one != other:
            yield f"{lesson.path.stem}: code of cell {one[0]} differs between pt and ko"
    if len(pt) != len(ko):
        yield f"{lesson.path.stem}: {len(pt)} code cells in pt, {len(ko)} in ko"


def executed(lesson):
    """nbval compares nothing where nothing is stored."""
    for language, notebook in lesson.notebooks.items():
        for cell in notebook.cells:
            if cell.cell_type == "code" and cell.execution_count is None:
                yield f"notebooks/{language}/{lesson.path.stem}.ipynb: cell {cell.id} was never run"
        if not any(output for output in _outputs(notebook)):
            yield f"notebooks/{language}/{lesson.path.stem}.ipynb: no stored outputs"


def clean_outputs(lesson):
    """No warnings, no paths of somebody's machine, no memory addresses."""
    dirty = {
        "a warning": r"\b\w*Warning\b",
        "a machine path": r"(?<![\w.])/(home|root|Users|tmp|usr|opt|work|var)/|site-packages|[A-Z]:\\\\?Users",
        "a memory address": r"\b0x[0-9a-fA-F]{6,}",
    }
    for language, notebook in lesson.notebooks.items():
        name = f"notebooks/{language}/{lesson.path.stem}.ipynb"
        for cell in notebook.cells:
            for output in cell.get("outputs", ()):
                if output.output_type == "error" or output.get("name") == "stderr":
                    yield f"{name}: cell {cell.id} prints an error or a warning"
        for cell, _, data in _outputs(notebook):
            text = "\n".join(value for kind, value in data.items() if not kind.startswith("image/"))
            for what, pattern in dirty.items():
                if match := re.search(pattern, text):
                    yield f"{name}: cell {cell.id} prints {what}: {match[0]!r}"


def alt_text_in_outputs(lesson):
    for language, notebook in lesson.notebooks.items():
        for cell, output, data in _outputs(notebook):
            for kind in data:
                if kind.startswith("image/") and not output.metadata.get(kind, {}).get("alt", "").strip():
                    yield f"notebooks/{language}/{lesson.path.stem}.ipynb: the picture of cell {cell.id} has no alt text"


def widget_state(lesson):
    """GitHub refuses a notebook whose metadata.widgets has no `state`."""
    for language, notebook in lesson.notebooks.items():
        for kind, data in notebook.metadata.get("widgets", {}).items():
            if "state" not in data:
                yield f"notebooks/{language}/{lesson.path.stem}.ipynb: metadata.widgets[{kind!r}] has no state"


def computed_numbers(lesson):
    """Every decimal number in prose is one that a cell prints or holds, rounded no further than it is written."""
    for language, notebook in lesson.notebooks.items():
        shown = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
        shown += [text for _, _, data in _outputs(notebook) for kind, text in data.items() if kind.startswith("text/")]
        numbers = [float(number.replace(",", ".")) for number in re.findall(r"(?<![\w.])\d*[.,]\d+", "\n".join(shown))]
        mark = "," if language == "pt" else r"\."
        for cell in (cell for cell in lesson.prose if cell.language == language):
            prose = Prose(cell.text)
            text = re.sub(r"arXiv:\S+|§\s*[\d.]+", "", prose.text)
            quoted = re.findall(rf"(?<![\w.,])\d+{mark}\d+(?![\w.,]*\d)", text)
            quoted += re.findall(r"\d+\.\d+", " ".join(prose.formulas))   # there the decimal mark is a point already
            for number in quoted:
                value, digits = float(number.replace(",", ".")), len(re.split("[.,]", number)[1])
                if not any(abs(value - other) <= 0.5 * 10**-digits * 1.0001 for other in numbers):
                    yield f"{lesson.at(cell)}: no cell computes {number}"


def slides_show_something(lesson):
    """A picture, an explorer, a table or a formula."""
    for language, notebook in lesson.notebooks.items():
        shown = [any(map(_shows, slide)) for slide in lesson.slides_of(notebook.cells)]
        if sum(shown) < SHARE_THAT_SHOWS * len(shown):
            bare = ", ".join(str(number) for number, one in enumerate(shown, 1) if not one)
            yield (f"notebooks/{language}/{lesson.path.stem}.ipynb: {sum(shown)} of {len(shown)} slides show a picture, an "
                   f"explorer, a table or a formula, and {SHARE_THAT_SHOWS:.0%} is the least; these do not: {bare}")


def _shows(cell):
    if cell.cell_type == "markdown":
        prose = Prose(cell.source)
        return bool(prose.formulas or prose.images or TABLE_OR_PICTURE.search(cell.source))
    shown = [output.data for output in cell.outputs if "data" in output and "kernel-only" not in cell.metadata.get("tags", ())]
    return any(kind in ("text/latex", WIDGET) or kind.startswith("image/")
               or kind == "text/html" and TABLE_OR_PICTURE.search(text) for data in shown for kind, text in data.items())


def named_outputs(lesson):
    """No bare tuple, list or array: numbers have names."""
    for language, notebook in lesson.notebooks.items():
        for cell, _, data in _outputs(notebook):
            if set(data) == {"text/plain"} and data["text/plain"].startswith(("(", "[", "array(")):
                yield (f"notebooks/{language}/{lesson.path.stem}.ipynb: cell {cell.id} shows {data['text/plain'][:30]!r} without "
                       "names: show a table(…), or name = value")


def glossed_words(lesson):
    """A word of another language says what it means. Pictures and tables mark the words that do not; explorers tell theirs."""
    for language, notebook in lesson.notebooks.items():
        found = [(f"cell {cell.id}", token) for cell, output, data in _outputs(notebook)
                 for token in [*output.get("metadata", {}).get("image/png", {}).get("unglossed", ()),
                               *UNGLOSSED.findall(data.get("text/html", "") * (WIDGET not in output.get("data", {})))]]
        for widgets in notebook.metadata.get("widgets", {}).values():
            for state in (model["state"] for model in widgets.get("state", {}).values()):
                found += [("a widget", token) for token in UNGLOSSED.findall(str(state.get("value", "")))]
                found += [("an explorer", token) for name, tokens in state.items() if name.endswith(("tokens", "names"))
                          for token in tokens if "glosses" in state and lacks_gloss(token, language)]
        for place, token in dict.fromkeys(found):
            yield (f"notebooks/{language}/{lesson.path.stem}.ipynb: {unescape(token)!r} in {place} has no gloss; "
                   "attnlib/classroom/labels/lexicon.py says what a word means")


# --- house rules ---------------------------------------------------------------------------------------------------------

def same_lessons(root):
    names = {"source": set(sources(root))}
    names |= {language: {path.stem for path in (root / "notebooks" / language).glob("*.ipynb")} for language in LANGUAGES}
    for name in sorted(set().union(*names.values())):
        if missing := [place for place, found in names.items() if name not in found]:
            yield f"notebooks: {name} is missing in {', '.join(missing)}"


def complete_labels(root):
    for key, columns in LABELS.items():
        if len(columns) != len(LANGUAGES) or not all(text.strip() for text in columns):
            yield f"labels: {key!r} needs a text in each of {', '.join(LANGUAGES)}"
        elif len({frozenset(re.findall(r"\{(\w+)", text)) for text in columns}) > 1:
            yield f"labels: {key!r} names other {{values}} in one language than in the other"
        elif re.search(r"[^\W\d_]{2}", re.sub(r"\{.*?\}", "", columns[0])) and not HANGUL.search(columns[1]):
            yield f"labels: {key!r} has no Korean text"


def sound_glossary(root):
    for number, row in enumerate(read_glossary(root), 2):
        if None in row or None in row.values():
            yield f"glossary.csv:{number}: {row['en']!r} has not the columns of the first line"
            continue
        for column in ("en", "pt_first", "pt", "ko_first", "ko"):
            if not row[column].strip():
                yield f"glossary.csv:{number}: {row['en']!r} has no {column}"


def used_papers(root):
    """A quoted figure says where it stands; one that no lesson quotes is dropped."""
    used = set(QUOTED.findall("\n".join(read_text(path) for path in sources(root).values())))
    for key, figure in read_papers(root).items():
        for column in ("value", "paper", "where", "checked"):
            if not figure.get(column):
                yield f"papers.toml: {key} says no {column}"
        if key not in used:
            yield f"papers.toml: no lesson quotes {key}"


# --- running them --------------------------------------------------------------------------------------------------------

SOURCE_RULES = (unique_keys, one_prose_cell_per_language, same_headings_and_lists, same_names, same_quotes, lessons_by_slug,
                no_literal_asterisks, korean_has_hangul, balanced_dollars, sound_formulas, glossary_terms, heading_order,
                alt_text_in_prose, short_cells, no_words_in_code, complete_frame)
SLIDE_RULES = (few_words_on_a_slide, short_lesson, slides_of_a_class, core_fits_a_class,
               detail_after_its_slide)   # of a source without a fault
SHOWN_RULES = (slides_show_something, named_outputs, glossed_words)   # of what the cells of a notebook show
NOTEBOOK_RULES = (fresh_build, same_code, executed, clean_outputs, alt_text_in_outputs, widget_state, computed_numbers,
                  *SHOWN_RULES)
HOUSE_RULES = (same_lessons, complete_labels, sound_glossary, used_papers)


def check_source(path, root=ROOT):
    """The faults of one source, before anything is built from it."""
    lesson = Lesson(path, root)
    return _faults(SOURCE_RULES, lesson) or _faults(SLIDE_RULES, lesson)


def check_shown(path, root=ROOT):
    """The faults of what a lesson's notebooks show, once they are built."""
    return _faults(SHOWN_RULES, Lesson(path, root))


def _faults(rules, about):
    return [f"{message} [{rule.__name__}]" for rule in rules for message in rule(about)]


def check(root=ROOT):
    """Every fault of the house, as messages."""
    found = []
    for rule in HOUSE_RULES:
        try:
            found += _faults([rule], root)
        except SourceError as error:
            found.append(f"{error} [readable_source]")
    for path in tqdm(sources(root).values(), unit="lesson", delay=2, leave=False, disable=None):   # silent in a pipe
        try:
            broken = check_source(path, root)
            lesson = Lesson(path, root)
            # a broken source says more than the notebooks built from it
            found += broken or _faults(NOTEBOOK_RULES, lesson)
        except SourceError as error:
            found.append(f"{error} [readable_source]")
    return found


def main():
    found = check()
    for message in found:
        print(message, file=sys.stderr)
    print(f"{len(sources())} lessons, {len(LANGUAGES)} languages: {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
