"""What a reader sees of Markdown, and the minutes that a lesson takes."""

import re
from functools import cache

from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

LESSON = re.compile(r"\{\{\s*lesson:\s*([^}]*?)\s*\}\}")   # {{ lesson: masks }}
MARKDOWN = MarkdownIt("commonmark").use(dollarmath_plugin, allow_space=False, double_inline=True)
CLASS_MINUTES = 50
WORDS_A_MINUTE = {"pt": 140, "ko": 105}   # a Korean word is an eojeol: what stands between two spaces
MINUTES_A_CODE_CELL, MINUTES_A_QUESTION = 1, 0.7


@cache
class Prose:
    """What a reader sees of one Markdown cell."""

    def __init__(self, text):
        self.headings, self.lists, self.images, self.links = [], [], [], set()
        self.formulas, self.names, self.words = set(), set(), []
        line = []   # as `words`, but a word that bold type or a formula parts is one
        tokens = MARKDOWN.parse(LESSON.sub(r"[](\1)", text))   # a link whose text is not this lesson's
        for token in tokens:
            if token.type == "heading_open":
                self.headings.append(int(token.tag[1]))
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                self.lists.append(0)
            elif token.type == "list_item_open":
                self.lists[-1] += 1
            elif token.type.startswith("math_block"):
                self.formulas.add(_formula(token.content))
            for part in token.children or ():
                if part.type == "text":
                    self.words.append(part.content)
                elif part.type.startswith("math_inline"):
                    self.formulas.add(_formula(part.content))
                elif part.type == "code_inline":
                    self.names.add(part.content)
                elif part.type == "link_open":
                    self.links.add(part.attrGet("href"))
                elif part.type == "image":
                    self.images.append((part.attrGet("src"), part.content.strip()))
                line.append({"text": part.content, "softbreak": " ", "hardbreak": " "}.get(part.type, ""))
            line.append(" ")
        # a hyphen that does not break, or a syllable in parts, is the same word to a reader
        self.text = "\n".join(self.words).translate({0x2010: "-", 0x2011: "-"})
        self.count = sum(1 for word in "".join(line).split() if re.search(r"\w", word))   # of words; formulas and code are none


def _formula(tex):
    """Spaces and the decimal mark do not count: 0{,}5 is 0.5."""
    return re.sub(r"\s+", " ", tex.replace("{,}", ".")).strip()


def minutes(cells, language):
    """To read these cells of a source (those of other languages and the teacher's notes are left out), work and think."""
    cells = [cell for cell in cells if cell.language in (None, language) and cell.slide != "notes"]
    prose = [Prose(cell.text) for cell in cells if cell.kind == "markdown"]
    return (sum(one.count for one in prose) / WORDS_A_MINUTE[language]
            + MINUTES_A_CODE_CELL * sum(cell.kind == "code" for cell in cells)
            + MINUTES_A_QUESTION * sum("?" in one.text for one in prose))


def core(cells):
    """What a class does together: all but the setup, what lies beyond, and everything from the exercises on."""
    keys = [cell.key for cell in cells]
    end = keys.index("exercises") if "exercises" in keys else len(keys)
    return [cell for cell in cells[:end] if cell.key not in ("setup", "setup-text") and "beyond" not in cell.tags]


def alone(cells, language):
    """The whole lesson for a reader alone, in fives of minutes."""
    return 5 * max(1, round(minutes(cells, language) / 5))
