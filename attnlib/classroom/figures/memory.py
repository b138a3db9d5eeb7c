"""Diagrams of lesson 13: what is computed again and what is kept, who shares a key, and what moves between two memories."""

from attnlib.classroom.figures.canvas import NAME, NOTE, NUMBER, Canvas, name_width, tokens_of
from attnlib.classroom.figures.font import text_width
from attnlib.classroom.figures.page import PAD, Picture, in_our_style
from attnlib.classroom.figures.palette import FAINT, GREY, INK, KEY, LINE, OUTPUT, PANEL, QUERY, VALUE, tint, weight_colour
from attnlib.classroom.labels import label
from attnlib.classroom.labels.lexicon import with_gloss
from attnlib.validate import whole_number

KINDS = {"read": ("passes-read", "alt-passes-read"), "write": ("passes-write", "alt-passes-write"),
         "cached": ("passes-cached", "alt-passes-cached")}   # title, in words
COLOURS = {"key-new": tint(QUERY, 0.6), "key-kept": tint(KEY, 0.3)}


def passes(words, *kinds):
    """A Picture of the keys that each pass computes: "read" all in one, "write" all again for each word, "cached" one each.

    2 to 6 words, one or two kinds. Raises ValueError or TypeError, naming the argument.
    """
    words = tokens_of("words", words, 6, least=2)
    if not 1 <= len(kinds) <= 2 or any(kind not in KINDS for kind in kinds):
        raise ValueError(f"kinds are {kinds}, and must be one or two of {', '.join(map(repr, KINDS))}")
    n = len(words)
    counts = {"read": (1, n), "write": (n, n * (n + 1) // 2), "cached": (n, n)}   # passes, keys
    lines = [label("alt-passes", words=", ".join(map(with_gloss, words)))]
    lines += [label(KINDS[kind][1], n=n, keys=counts[kind][1]) for kind in kinds]
    return Picture(_draw_passes(words, kinds, counts), "\n".join(lines), words)


@in_our_style
def _draw_passes(words, kinds, counts):
    n, cell, apart = len(words), 52 if len(words) < 6 else 44, 70
    room = 120 if n < 5 else 76   # a longer word ends in …
    pitch = max(cell, max(name_width(word, room) for word in words) + 14)
    counted = {kind: label("draw-passes-count", passes=counts[kind][0], keys=counts[kind][1]) for kind in kinds}
    side = max(n * pitch, *(text_width(text, NOTE) for text in counted.values()),
               *(text_width(label(f"draw-{KINDS[kind][0]}"), NAME) for kind in kinds))
    top = PAD + 92
    canvas = Canvas(2 * PAD + len(kinds) * (side + apart) - apart, top + n * cell + 96)
    for number, kind in enumerate(kinds):
        x = PAD + number * (side + apart)
        canvas.text(x, PAD + 12, label(f"draw-{KINDS[kind][0]}"), NAME, INK, "left")
        for j, word in enumerate(words):
            canvas.name(x + (j + 0.5) * pitch, top - 28, word, room=room)
        for i in range(counts[kind][0]):
            for j in range(n if kind == "read" else i + 1):
                canvas.matrix(x + j * pitch, top + i * cell, [[COLOURS["key-kept" if kind == "cached" and j < i else "key-new"]]],
                              pitch, cell)
        canvas.text(x, top + n * cell + 24, counted[kind], NOTE, GREY, "left")
    x, y = PAD, top + n * cell + 66
    for name in ("key-new", "key-kept") if "cached" in kinds else ("key-new",):
        canvas.matrix(x, y - 13, [[COLOURS[name]]], 26)
        canvas.text(x + 36, y, label(f"draw-{name}"), NUMBER, GREY, "left")
        x += 36 + text_width(label(f"draw-{name}"), NUMBER) + 50
    return canvas.figure


def shared_heads(heads=8, groups=2):
    """A Picture of which queries share a key and a value: MHA, GQA with so many groups, MQA.

    2 to 8 heads; groups divides heads. Raises ValueError, naming the argument.
    """
    heads, groups = whole_number("heads", heads, 2), whole_number("groups", groups, 1)
    if heads > 8 or heads % groups:
        raise ValueError(f"heads is {heads} and groups is {groups}: this picture has room for 8 heads, and groups divides them")
    kinds = (("MHA", heads), ("GQA", groups), ("MQA", 1))
    lines = [label("alt-shared", name=name, heads=heads, kv=kv) for name, kv in kinds]
    return Picture(_draw_shared(heads, kinds), "\n".join(lines))


@in_our_style
def _draw_shared(heads, kinds):
    cell, apart, left = 36, 50, PAD + 20 + max(text_width(label(f"draw-{name}"), NOTE) for name in ("asks", "keys", "values"))
    side = heads * cell
    rows = {"asks": (PAD + 84, QUERY), "keys": (PAD + 204, KEY), "values": (PAD + 252, VALUE)}
    canvas = Canvas(left + len(kinds) * (side + apart) - apart + PAD, PAD + 300)
    for name, (y, colour) in rows.items():
        canvas.text(left - 18, y, label(f"draw-{name}"), NOTE, colour, "right")
    for number, (name, kv) in enumerate(kinds):
        x = left + number * (side + apart)
        canvas.text(x + side / 2, PAD + 14, name, NAME)
        for i in range(heads):
            middle, group = x + (i + 0.5) * cell, i * kv // heads
            at = x + (group + 0.5) * side / kv
            canvas.arrow((middle, rows["asks"][0] + 20), (at, rows["keys"][0] - 20), colour=LINE, line=2, head=False)
        for i in range(heads):
            canvas.box(x + i * cell + 4, rows["asks"][0] - 18, cell - 8, 36, tint(QUERY, 0.45), QUERY, 5)
        for kind in ("keys", "values"):
            y, colour = rows[kind]
            for i in range(kv):
                canvas.box(x + (i + 0.5) * side / kv - cell / 2 + 4, y - 18, cell - 8, 36, tint(colour, 0.45), colour, 5)
    return canvas.figure


def two_memories(rows=6, tile=2):
    """A Picture of a large slow memory with Q, K, V, O, a small fast one with one block of scores, and what goes between.

    `rows` × `rows` cells stand for all scores, `tile` × `tile` for the block; 2 to 6 rows. Raises ValueError.
    """
    rows, tile = whole_number("rows", rows, 2), whole_number("tile", tile, 1)
    if rows > 6 or tile >= rows:
        raise ValueError(f"rows is {rows} and tile is {tile}: this picture has room for 6 rows, and a smaller tile")
    return Picture(_draw_two_memories(rows, tile), label("alt-two-memories"))


@in_our_style
def _draw_two_memories(rows, tile):
    cell, width, height = 30, 490, 300
    canvas = Canvas(2 * PAD + 2 * width + 150, 2 * PAD + 40 + height)
    top = PAD + 40
    left, right = PAD, PAD + width + 150
    for x, name in ((left, "memory-slow"), (right, "memory-fast")):
        canvas.text(x + width / 2, PAD + 12, label(f"draw-{name}"), NAME)
        canvas.box(x, top, width, height, PANEL, LINE)
    middle = top + height / 2 - 16
    for number, (letter, colour) in enumerate((("Q", QUERY), ("K", KEY), ("V", VALUE), ("O", OUTPUT))):
        x = left + 26 + number * 64
        for i in range(rows):
            inside = 0.7 if (letter in "QO" and tile <= i < 2 * tile) or (letter in "KV" and i < tile) else 0.2
            canvas.matrix(x, middle - rows * cell / 2 + i * cell, [[tint(colour, inside)]], 46, cell)
        canvas.text(x + 23, middle - rows * cell / 2 - 22, letter, NAME, colour)
    x = left + 26 + 4 * 64 + 14
    canvas.matrix(x, middle - rows * cell / 2, [[None] * rows] * rows, cell)
    for corners in ((0, 0, 1, 1), (0, 1, 1, 0)):
        canvas.arrow((x + corners[0] * rows * cell, middle + (corners[1] - 0.5) * rows * cell),
                     (x + corners[2] * rows * cell, middle + (corners[3] - 0.5) * rows * cell), colour=FAINT, line=3, head=False)
    canvas.text(x + rows * cell / 2, middle + rows * cell / 2 + 26, label("draw-never-stored"), NUMBER, GREY)

    big = 54
    x, y = right + 60, middle - tile * big / 2
    canvas.matrix(x, y, [[weight_colour(0.3 + 0.15 * (i + j) % 0.5) for j in range(tile)] for i in range(tile)], big)
    canvas.text(x + tile * big / 2, y - 24, label("draw-block-of-scores"), NUMBER, GREY)
    x = right + width - 200
    for number, (name, colour) in enumerate((("m", LINE), ("ℓ", LINE), ("O", OUTPUT))):
        canvas.box(x + number * 56, middle - tile * big / 2, 44, tile * big, tint(colour, 0.3), colour, 5)
        canvas.text(x + number * 56 + 22, y - 24, name, NAME, colour)
    canvas.text(x + 78, y + tile * big + 24, label("draw-kept-small"), NUMBER, GREY)
    for y, name, ways in ((middle - 40, "Q, K, V", 1), (middle + 50, "O", -1)):
        ends = [(left + width + 8, y), (right - 8, y)][::ways]
        canvas.arrow(*ends, colour=INK, line=3)
        canvas.text((left + width + right) / 2, y - 22, name, NUMBER)
    return canvas.figure
