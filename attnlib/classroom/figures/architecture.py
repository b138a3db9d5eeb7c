"""Diagrams drawn from shapes: projections, the way back, heads, masks by family, the block, the decoder, the Transformer."""

from attnlib.classroom.figures.canvas import MOST, NAME, NOTE, NUMBER, PLUS, SMALL, TALLEST, Canvas, name_width, tokens_of
from attnlib.classroom.figures.font import text_width
from attnlib.classroom.figures.page import PAD, Picture, in_our_style
from attnlib.classroom.figures.palette import GREY, INK, KEY, LINE, OUTPUT, PANEL, QUERY, VALUE, tint, weight_colour
from attnlib.classroom.labels import label
from attnlib.classroom.labels.formatting import fixed
from attnlib.classroom.labels.lexicon import with_gloss
from attnlib.validate import whole_number

HEADS = ("#3f51a3", "#b0356f", "#8a6100", "#2e7d7a")   # a colour for each head; a token's share of it grows down the sentence
ROOM = 150   # a longer token ends in …
APART = 6    # between the heads of a matrix

# Matrices with their shapes


def projections(tokens, d_model, d_k, d_v):
    """A Picture of X (n, d_model) times W_Q, W_K (d_model, d_k) and W_V (d_model, d_v), which makes Q, K and V: by shape.

    1 to 6 tokens; of a matrix with more than 6 rows or columns, 6 are drawn. Raises ValueError or TypeError, naming the argument.
    """
    tokens = tokens_of("tokens", tokens, 6)
    d_model, d_k, d_v = (whole_number(name, d, 1) for name, d in (("d_model", d_model), ("d_k", d_k), ("d_v", d_v)))
    if max(d_model, d_k, d_v) > 99999:
        raise ValueError(f"d_model, d_k and d_v are {d_model}, {d_k} and {d_v}, and this picture has room for 99999")
    n = len(tokens)
    lines = [label("alt-projections", tokens=", ".join(map(with_gloss, tokens)), n=n, d=d_model)]
    lines += [label("alt-projection", letter=letter, n=n, d_model=d_model, d=d)
              for letter, d in (("Q", d_k), ("K", d_k), ("V", d_v))]
    return Picture(_draw_projections(tokens, d_model, d_k, d_v), "\n".join(lines), tokens)


@in_our_style
def _draw_projections(tokens, d_model, d_k, d_v):
    n, row, pitch = len(tokens), 148, 52
    cell = min(22, 96 / min(max(n, d_model), MOST))   # of all but X, whose rows have names
    x_width, w_width, y_width = 26 * min(d_model, MOST), *(cell * min(max(d_k, d_v), MOST) for _ in range(2))
    names = max(name_width(token, ROOM) for token in tokens)
    left = PAD + names + 14
    x_fork, x_w, x_out = left + x_width + 40, left + x_width + 160, left + x_width + 160 + w_width + 92
    canvas = Canvas(x_out + y_width + 2 * PAD, 3 * row + 20)
    middle = canvas.height / 2

    def shape(x, y, rows, columns):
        canvas.text(x, y, f"{rows} × {columns}", SMALL, GREY)

    width, height = canvas.blocks(left, middle, n, d_model, 26, INK, pitch)
    canvas.text(left + width / 2, middle - height / 2 - 20, "X")
    shape(left + width / 2, middle + height / 2 + 18, n, d_model)
    for i, token in enumerate(tokens):
        canvas.name(left - 14, middle + (i + 0.5 - n / 2) * pitch, token, align="right", room=ROOM)
    canvas.arrow((left + width + 8, middle), (x_fork, middle), head=False)
    for number, (letter, d, colour) in enumerate((("Q", d_k, QUERY), ("K", d_k, KEY), ("V", d_v, VALUE))):
        y = 10 + (number + 0.5) * row - 6
        canvas.arrow((x_fork, middle), (x_fork, y), (x_fork + 38, y), colour=colour)
        canvas.symbol(x_w - 42, y, "× W", letter, NAME, colour)
        width, height = canvas.blocks(x_w, y, d_model, d, cell, colour)
        shape(x_w + width / 2, y + height / 2 + 14, d_model, d)
        canvas.text(x_w + w_width + 28, y, "=", NAME, GREY)
        canvas.text(x_out - 26, y, letter, NAME, colour)
        width, height = canvas.blocks(x_out, y, n, d, cell, colour)
        shape(x_out + width / 2, y + height / 2 + 14, n, d)
    return canvas.figure


def way_back(queries=2, keys=3, d_k=2, d_v=2):
    """A Picture of attention there and back: each matrix with its shape, and below it its gradient, of the same shape.

    1 to 6 queries, keys, d_k and d_v. Raises ValueError, naming the argument.
    """
    sizes = dict(queries=queries, keys=keys, d_k=d_k, d_v=d_v)
    for name, n in sizes.items():
        if whole_number(name, n, 1) > MOST:
            raise ValueError(f"{name} is {n}, and this picture has room for {MOST}")
    return Picture(_draw_way_back(**sizes), label("alt-way-back", n=queries, m=keys, d_k=d_k, d_v=d_v))


@in_our_style
def _draw_way_back(queries, keys, d_k, d_v):
    parts = (("K", keys, d_k, KEY, "d_K = d_S^T Q / √d_k"), ("Q", queries, d_k, QUERY, "d_Q = d_S K / √d_k"),
             ("S", queries, keys, INK, "d_S = A ∘ (d_A − m)"), ("A", queries, keys, INK, "d_A = d_O V^T"),
             ("O", queries, d_v, OUTPUT, ""), ("V", keys, d_v, VALUE, "d_V = A^T d_O"))
    cell, pitch, left = min(24, 96 / max(queries, keys, d_k, d_v)), 184, PAD + 36
    canvas = Canvas(left + 6 * pitch + PAD, 450)
    middles = {letter: left + (i + 0.5) * pitch for i, (letter, *_) in enumerate(parts)}
    halves = {letter: columns * cell / 2 for letter, _, columns, *_ in parts}
    for y, way, back in ((104, "there", False), (292, "back", True)):
        colour = INK if back else LINE
        canvas.upright(PAD + 12, y, label(f"draw-{way}"), NOTE, colour)
        for letter, rows, columns, role, equation in parts:
            x = middles[letter]
            canvas.blocks(x - halves[letter], y, rows, columns, cell, role)
            canvas.formula(x - 34, y - 70, f"d_{letter}" if back else letter, NAME, role)
            canvas.text(x + 26, y - 70, f"{rows} × {columns}", SMALL, GREY)
            if back and equation:
                canvas.formula(x, 388, equation, NUMBER)

        def arrow(start, end, y=y, back=back, colour=colour):
            side = 1 if middles[end] > middles[start] else -1
            ends = [(middles[start] + side * (halves[start] + 8), y), (middles[end] - side * (halves[end] + 8), y)]
            canvas.arrow(*(ends[::-1] if back else ends), colour=colour)

        for start, end in (("Q", "S"), ("S", "A"), ("A", "O"), ("V", "O")):
            arrow(start, end)
        around = [(middles["K"], y + keys * cell / 2 + 6), (middles["K"], y + 66), (middles["S"], y + 66),
                  (middles["S"], y + queries * cell / 2 + 6)]   # past Q
        canvas.arrow(*(around[::-1] if back else around), colour=colour)
    canvas.text((middles["S"] + middles["A"]) / 2, 104 - 18, label("draw-softmax"), SMALL, GREY)
    canvas.formula(middles["O"], 388, label("draw-from-loss"), NUMBER)
    canvas.formula(canvas.width / 2, 426, label("draw-row-mean"), NUMBER, GREY)
    return canvas.figure


def split_heads_picture(tokens, d, heads):
    """A Picture of X (n, d) split into heads (n, d / heads), each attending alone, and merged again: by token and by head.

    1 to 5 tokens, d up to 12, 1 to 4 heads that divide it. Raises ValueError or TypeError, naming the argument.
    """
    tokens = tokens_of("tokens", tokens, 5)
    d, heads = whole_number("d", d, 1), whole_number("heads", heads, 1)
    if d > 12:
        raise ValueError(f"d is {d}, and this picture has room for 12")
    if heads > 4 or d % heads:
        raise ValueError(f"heads is {heads}, and this picture needs 1 to 4 that divide d = {d}")
    alt = label("alt-split-heads", tokens=", ".join(map(with_gloss, tokens)), n=len(tokens), d=d, heads=heads, each=d // heads)
    return Picture(_draw_heads(tokens, d, heads), alt, tokens)


@in_our_style
def _draw_heads(tokens, d, heads):
    n, each, row, gap = len(tokens), d // heads, 50, 74
    cell = 26 if d <= 8 else 19
    names = max(name_width(token, ROOM) for token in tokens)
    part = min(126, (TALLEST - 96) / heads)   # how tall a head is, with its name
    small = min(26, (part - 32) / n)
    top = 50
    canvas_height = top + max(heads * part, n * row + 30) + 30
    middle = (top + canvas_height - 30) / 2
    whole = d * cell + (heads - 1) * APART
    x_split = PAD + names + 14 + whole + gap
    x_weights = x_split + each * cell + gap
    x_output = x_weights + n * small + gap
    x_merged = x_output + each * cell + gap
    canvas = Canvas(x_merged + whole + PAD + 12, canvas_height)

    def shade(token, head):
        return tint(HEADS[head], 0.3 + 0.6 * token / max(1, n - 1))

    for x in (PAD + names + 14, x_merged):
        for head, colour in enumerate(HEADS[:heads]):   # a little apart, so that grey print shows them too
            left = x + head * (each * cell + APART)
            canvas.matrix(left, middle - n * row / 2, [[shade(i, head)] * each for i in range(n)], cell, row)
            canvas.text(left + each * cell / 2, middle - n * row / 2 - 14, str(head + 1), SMALL, colour)
        canvas.text(x + whole / 2, middle + n * row / 2 + 16, f"{n} × {d}", SMALL, GREY)
    for i, token in enumerate(tokens):
        canvas.name(PAD + names, middle + (i + 0.5 - n / 2) * row, token, align="right", room=ROOM)
    for x, width, title, columns in ((x_split, each * cell, "split", each), (x_weights, n * small, "weights", n),
                                     (x_output, each * cell, "output", each), (x_merged, whole, "merge", None)):
        canvas.text(x + width / 2, PAD + 12, label(f"draw-{title}"), NOTE, GREY)
        canvas.text(x + width / 2, middle + heads * part / 2 + 6, f"{n} × {columns}" if columns else "", SMALL, GREY)
    for head, colour in enumerate(HEADS[:heads]):
        y = middle + (head + 0.5 - heads / 2) * part + 8
        canvas.text(x_split, y - n * small / 2 - 13, label("draw-head", n=head + 1), SMALL, colour, "left")
        canvas.arrow((x_split - gap + 6, middle), (x_split - 6, y), colour=colour)
        canvas.arrow((x_split + each * cell + 6, y), (x_weights - 6, y), colour=colour)
        canvas.arrow((x_weights + n * small + 6, y), (x_output - 6, y), colour=colour)
        canvas.arrow((x_output + each * cell + 6, y), (x_merged - 6, middle), colour=colour)
        own = [[shade(i, head)] * each for i in range(n)]
        canvas.matrix(x_split, y - n * small / 2, own, cell, small)
        canvas.matrix(x_weights, y - n * small / 2, [[None] * n] * n, small)
        canvas.matrix(x_output, y - n * small / 2, own, cell, small)
    return canvas.figure


# Masks


def three_masks():
    """A Picture of the encoder, the decoder and the encoder–decoder told apart by which query may see which key."""
    return Picture(_draw_three_masks(), label("alt-three-masks"))


@in_our_style
def _draw_three_masks():
    n, cell, apart, between = 6, 34, 8, 110
    side, top, left = n * cell, 118, PAD + 126
    canvas = Canvas(left + 3 * side + 2 * between + 60, top + side + 76)
    seen, crossed = weight_colour(0.35), weight_colour(0.95)
    for number, (title, model) in enumerate((("encoder", "BERT"), ("decoder", "GPT"), ("encoder-decoder", "T5"))):
        x, two = left + number * (side + between), title == "encoder-decoder"
        canvas.text(x + side / 2, PAD + 14, label(f"draw-{title}"), NAME)
        canvas.text(x + side / 2, PAD + 46, label("draw-like", model=model), NUMBER, GREY)
        for i in range(n):
            for j in range(n):
                asks, answers = i < n / 2, j < n / 2   # of the source
                shown = title == "encoder" or j <= i or two and answers
                colour = crossed if two and answers and not asks else seen
                canvas.matrix(x + j * cell + apart * (two and not answers), top + i * cell + apart * (two and not asks),
                              [[colour if shown else None]], cell)
        if number == 0:
            canvas.text(x - 12, top + side / 2, label("draw-asks") + " ↓", NUMBER, QUERY, "right")
            canvas.text(x + side / 2, top - 18, label("draw-keys") + " →", NUMBER, KEY)
        if two:
            for half, key in ((0.25, "draw-source"), (0.75, "draw-target")):
                shift = apart * (half > 0.5)
                canvas.text(x + half * side + shift, top - 18, label(key), NUMBER, KEY)
                canvas.text(x - 12, top + half * side + shift, label(key), NUMBER, QUERY, "right")
    x, y = left, top + side + 46
    for colour, key in ((seen, "draw-open"), (None, "draw-shut"), (crossed, "draw-cross-line")):
        canvas.matrix(x, y - 13, [[colour]], 26)
        canvas.text(x + 36, y, label(key), NUMBER, GREY, "left")
        x += 36 + text_width(label(key), NUMBER) + 50
    return canvas.figure


# Layers


def block(norm="after"):
    """A Picture of one block: attention and a feed-forward network, each with its residual connection and its normalization.

    `norm` is "after" (Vaswani et al. 2017: add, then normalize) or "before" (what goes in). Raises ValueError for others.
    """
    if norm not in ("after", "before"):
        raise ValueError(f"norm is {norm!r}, and must be 'after' or 'before'")
    return Picture(_draw_block(norm), label(f"alt-block-{norm}"))


@in_our_style
def _draw_block(norm):
    attention, ffn, normalize = ("draw-multi", 164), ("draw-ffn", 160), ("draw-norm", 124)
    order = [attention, "+", normalize, ffn, "+", normalize]
    if norm == "before":
        order = [normalize, attention, "+", normalize, ffn, "+"]
    gap, y = 34, 106
    width = 2 * PAD + 2 * 64 + sum(PLUS if part == "+" else part[1] for part in order) + (len(order) + 1) * gap
    canvas = Canvas(width, 166)
    x = PAD + 64
    canvas.text(PAD + 30, y, "x")
    canvas.text(PAD + 30, y + 28, "n × d", SMALL, GREY)
    round_from = x + 10
    for part in order:
        canvas.arrow((x, y), (x + gap - 2, y))
        x += gap
        if part == "+":
            canvas.arrow((round_from, y), (round_from, y - 74), (x + PLUS / 2, y - 74), (x + PLUS / 2, y - PLUS / 2 - 2),
                         colour=OUTPUT, line=4)
            canvas.plus(x + PLUS / 2, y)
            x += PLUS
            round_from = x + 12
        else:
            canvas.part(x + part[1] / 2, y, part[1], 72, label(part[0]))
            x += part[1]
            if part == normalize and norm == "after":
                round_from = x + 12
    canvas.arrow((x, y), (x + gap, y))
    canvas.text(x + gap + 32, y + 28, "n × d", SMALL, GREY)
    canvas.text(x + gap + 32, y, "y")
    return canvas.figure


def decoder():
    """A Picture of a decoder's layer with its memory: masked self-attention, cross-attention, feed-forward network."""
    return Picture(_draw_stacks(whole=False), label("alt-decoder"))


def transformer():
    """A Picture of the whole Transformer: encoder, memory, decoder and what chooses the next word."""
    return Picture(_draw_stacks(whole=True), label("alt-transformer") + "\n" + label("draw-credit", n=1))


@in_our_style
def _draw_stacks(whole):
    """The encoder above, the decoder below, the memory between; the whole also has embeddings and the choice of a word."""
    wide, gap, size = (140, 20, NUMBER) if whole else (156, 30, NOTE)
    tall, end_width = 72, 98
    step = wide + PLUS + 2 * gap
    x_panel = PAD + end_width + gap + (120 + gap if whole else 0)
    x_after = x_panel + 3 * step + 12
    y_encoder, y_decoder = 100, 318
    canvas = Canvas(x_after + gap + (112 + gap if whole else 0) + end_width + PAD, 452)

    def flow(x, y, names):
        """Parts in a panel, each with its way round it; returns where each stands, and where they end."""
        canvas.box(x, y - 80, len(names) * step + 12, 164, PANEL, PANEL, radius=14)
        middles, at = [], x - 4
        for name in names:
            middle, plus = at + gap + wide / 2, at + 2 * gap + wide + PLUS / 2
            canvas.arrow((at, y), (at + gap, y))
            canvas.arrow((at + gap + wide, y), (plus - PLUS / 2, y))
            canvas.arrow((at + gap / 3, y), (at + gap / 3, y + 58), (plus, y + 58), (plus, y + PLUS / 2), line=2)
            canvas.part(middle, y, wide, tall, label(name), size=size)
            canvas.plus(plus, y)
            middles.append(middle)
            at = plus + PLUS / 2
        return middles, at

    # the decoder, from what is written to the next word
    middles, end = flow(x_panel, y_decoder, ("draw-self-masked", "draw-cross", "draw-ffn"))
    canvas.text(x_panel + 14, y_decoder - 59, label("draw-times-n", name=label("draw-decoder")), NUMBER, GREY, "left")
    canvas.arrow((end, y_decoder), (x_after + gap, y_decoder))
    if whole:
        canvas.part(x_after + gap + 56, y_decoder, 112, tall, label("draw-linear-softmax"), size=size)
        canvas.arrow((x_after + gap + 112, y_decoder), (x_after + 2 * gap + 112, y_decoder))
    canvas.text(canvas.width - PAD - end_width / 2, y_decoder, label("draw-next"), size)

    # the encoder, and its memory
    cross = middles[1]
    if whole:
        _, end = flow(x_panel, y_encoder, ("draw-self", "draw-ffn"))
        canvas.text(x_panel + 14, y_encoder - 59, label("draw-times-n", name=label("draw-encoder")), NUMBER, GREY, "left")
        x_memory = end + 100
    else:
        canvas.part(x_panel + 88, y_encoder, 176, tall, label("draw-encoder"), deep=3, size=size)
        x_memory, end = cross, x_panel + 194
    for y, key in ((y_encoder, "draw-read"), (y_decoder, "draw-written")):
        canvas.text(PAD + end_width / 2, y, label(key), size)
        x = PAD + end_width
        canvas.arrow((x, y), (x + gap, y))
        if whole:
            canvas.part(x + gap + 60, y, 120, tall, label("draw-embed"), size=size)
            canvas.arrow((x + gap + 120, y), (x_panel, y), head=False)
    canvas.arrow((end, y_encoder), (x_memory - 66, y_encoder))
    canvas.matrix(x_memory - 60, y_encoder - 33, [[tint(OUTPUT, 0.45)] * 4] * 3, 30, 22)
    canvas.text(x_memory + 72, y_encoder, label("draw-memory"), NAME, OUTPUT, "left")

    # what meets in cross-attention
    for shift, turn, letter, colour in ((-24, 205, "K", KEY), (24, 223, "V", VALUE)):
        x, y = cross + shift, y_decoder - tall / 2
        canvas.arrow((x_memory + shift, y_encoder + 38), (x_memory + shift, turn), (x, turn), (x, y), colour=colour, line=4)
        canvas.text(cross + 1.9 * shift, y_decoder - tall / 2 - 24, letter, NAME, colour)
    canvas.arrow((cross - wide / 2 - gap, y_decoder), (cross - wide / 2, y_decoder), colour=QUERY, line=4)
    canvas.text(cross - wide / 2 - gap + 3, y_decoder - 30, "Q", NAME, QUERY)
    canvas.plus(PAD + PLUS / 2, canvas.height - 24)
    canvas.text(PAD + PLUS + 10, canvas.height - 24, label("draw-add-norm"), NUMBER, GREY, "left")
    if whole:
        canvas.text(canvas.width - PAD, canvas.height - 24, label("draw-credit", n=1), SMALL, GREY, "right")
    return canvas.figure


def language_model(model):
    """A Picture of a GPT (attnlib.gpt): words and places, blocks, logits, with shapes and how many numbers are learnt where."""
    sizes = {part: fixed(count, 0) for part, count in model.sizes.items()}
    words, d = model.parameters["words"].shape
    alt = label("alt-language-model", **sizes | dict(words=words), words_numbers=sizes["words"], longest=model.longest, d=d,
                layers=model.layers, heads=model.heads, total=fixed(model.size, 0))
    return Picture(_draw_language_model(model, sizes), alt)


@in_our_style
def _draw_language_model(model, sizes):
    (words, d), wide, tall, gap, end_width, y = model.parameters["words"].shape, 158, 104, 22, 104, 136
    step = wide + PLUS + 2 * gap
    canvas = Canvas(2 * (PAD + end_width) + 2 * 150 + 2 * step + 12 + 6 * gap, 350)

    def below(x, *lines):
        for number, text in enumerate(lines):
            canvas.text(x, y + tall / 2 + 64 + 28 * number, text, NUMBER, GREY if number else INK)

    x = PAD + end_width
    canvas.text(PAD + end_width / 2, y, label("draw-so-far"), NOTE)
    canvas.arrow((x, y), (x + gap, y))
    canvas.part(x + gap + 75, y, 150, tall, label("draw-embed"), size=NOTE)
    below(x + gap + 75, f"{words} × {d}", sizes["words"], f"+ {model.longest} × {d}", sizes["places"])
    x += gap + 150
    canvas.arrow((x, y), (x + 2 * gap, y), head=False)
    x += 2 * gap
    for behind in (1, 0):
        canvas.box(x + 8 * behind, y - 112 - 8 * behind, 2 * step + 12, 204, PANEL, LINE, radius=14, line=1)
    canvas.text(x + 14, y - 92, label("draw-times", name=label("draw-block"), n=model.layers), NUMBER, GREY, "left")
    canvas.text(x + 2 * step - 2, y - 92, f"n × {d} → n × {d}", NUMBER, GREY, "right")
    at = x - 4
    for name, count in (("draw-lm-attend", sizes["attention"]), ("draw-lm-feed", sizes["feed_forward"])):
        middle, plus = at + gap + wide / 2, at + 2 * gap + wide + PLUS / 2
        canvas.arrow((at, y), (at + gap, y))
        canvas.arrow((at + gap + wide, y), (plus - PLUS / 2, y))
        canvas.arrow((at + gap / 3, y), (at + gap / 3, y + 72), (plus, y + 72), (plus, y + PLUS / 2), line=2)
        canvas.part(middle, y, wide, tall, label(name, heads=model.heads), size=NOTE)
        canvas.plus(plus, y)
        below(middle, f"{model.layers} × " + (f"4 × {d} × {d}" if "attend" in name else f"2 × {d} × {4 * d}"), count)
        at = plus + PLUS / 2
    canvas.arrow((at, y), (x + 2 * step + 12 + 2 * gap, y))
    x += 2 * step + 12 + 2 * gap
    canvas.part(x + 75, y, 150, tall, label("draw-lm-out"), size=NOTE)
    below(x + 75, f"{d} × {words}", sizes["logits"])
    canvas.arrow((x + 150, y), (x + 150 + gap, y))
    canvas.text(canvas.width - PAD - end_width / 2, y, label("draw-next"), NOTE)
    return canvas.figure


# The sources' figure


def multi_head():
    """A Picture of one head's attention and of several heads side by side, after Vaswani et al. 2017, Fig. 2."""
    return Picture(_draw_multi_head(), label("alt-multi-head") + "\n" + label("draw-credit", n=2))


@in_our_style
def _draw_multi_head():
    tall, wide, bottom = 40, 220, 394   # bottom: where the letters stand
    canvas = Canvas(964, 462)
    x, ys = PAD + 200, [bottom - 56 - 60 * i for i in range(5)]
    canvas.text(x, PAD + 12, label("draw-scaled-title"), NOTE)
    for y, key in zip(ys, ("draw-product", "", "draw-mask-optional", "draw-softmax", "draw-product"), strict=True):
        canvas.part(x, y, wide, tall, label(key) if key else "", size=NUMBER)
    canvas.symbol(x, ys[1], "÷ √d", "k", NUMBER)
    root = x + (text_width("÷ √", NUMBER) - text_width("d", NUMBER) - text_width("k", 0.7 * NUMBER)) / 2
    canvas.arrow((root - 2, ys[1] - 9.3), (root + 22, ys[1] - 9.3), colour=INK, line=1, head=False)   # over its d_k
    for below, above in zip(ys, ys[1:], strict=False):
        canvas.arrow((x, below - tall / 2), (x, above + tall / 2))
    for letter, colour, shift in (("Q", QUERY, -50), ("K", KEY, 50), ("V", VALUE, 150)):
        canvas.text(x + shift, bottom + 2, letter, NAME, colour)
        end = [(x + shift, ys[0] + tall / 2)] if letter != "V" else [(x + shift, ys[4]), (x + wide / 2, ys[4])]
        canvas.arrow((x + shift, bottom - 14), *end, colour=colour)
    canvas.arrow((x, ys[4] - tall / 2), (x, ys[4] - tall / 2 - 26), colour=OUTPUT)

    x, ys = PAD + 624, [bottom - 60, bottom - 154, bottom - 236, bottom - 296]
    canvas.text(x, PAD + 12, label("draw-multi-title"), NOTE)
    for letter, colour, shift in (("Q", QUERY, -132), ("K", KEY, 0), ("V", VALUE, 132)):
        canvas.text(x + shift, bottom + 2, letter, NAME, colour)
        canvas.arrow((x + shift, bottom - 14), (x + shift, ys[0] + 20), colour=colour)
        canvas.arrow((x + shift, ys[0] - 34), (x + shift, ys[1] + 31), colour=colour)
        canvas.part(x + shift, ys[0], 104, 40, label("draw-linear"), colour, deep=3, size=NUMBER)
    canvas.part(x, ys[1], 376, 62, label("draw-scaled"), deep=3, size=NUMBER)
    canvas.text(x + 216, ys[1] - 10, label("draw-heads"), NUMBER, GREY, "left")
    canvas.part(x, ys[2], wide, tall, label("draw-join"), size=NUMBER)
    canvas.part(x, ys[3], wide, tall, label("draw-linear"), size=NUMBER)
    canvas.arrow((x, ys[1] - 45), (x, ys[2] + tall / 2))
    canvas.arrow((x, ys[2] - tall / 2), (x, ys[3] + tall / 2))
    canvas.arrow((x, ys[3] - tall / 2), (x, ys[3] - tall / 2 - 24), colour=OUTPUT)
    canvas.text(PAD, canvas.height - 22, label("draw-credit", n=2), SMALL, GREY, "left")
    return canvas.figure
