"""Curves on matplotlib's axes, in our font and with the language's decimal mark."""

import math

import matplotlib.style
import numpy as np
from matplotlib.ticker import Formatter, MaxNLocator
from matplotlib.transforms import ScaledTranslation

from attnlib.classroom.figures.font import families, font_of_size, text_width, title_size
from attnlib.classroom.figures.page import AXIS_SIZE, DPI, GAP, PAD, Picture, blank
from attnlib.classroom.figures.palette import FAINT, GREY, KEY, LINE, OUTPUT, QUERY, VALUE
from attnlib.classroom.labels import current_language, decimal, label
from attnlib.classroom.labels.formatting import compact, one_line, power_of_ten
from attnlib.validate import array_of

WIDTH, HEIGHT = 780, 520
FEW = 8   # points: all of them are ticks, and all are told in words
# Each line has its own colour, dash and marker, and a marker under another still shows: no two differ in colour alone.
# All colours are at least 4.5 : 1 on white.
LINES = ((KEY, "-", "o", 18), (QUERY, "--", "s", 14), (VALUE, "-.", "^", 11), (OUTPUT, ":", "D", 9), (LINE, "-", "v", 7))


def curves(x, lines, x_label="", y_label="", title=None, log=""):
    """A Picture of one line or more over the numbers `x`: `lines` is {name: one number for each x}.

    `log` is "", "x", "y" or "xy": which axes count in factors of ten. The y axis starts at 0 where it does not.
    At most five lines. Raises ValueError or TypeError, naming the argument, for anything that cannot be drawn so.
    """
    if log not in ("", "x", "y", "xy"):
        raise ValueError(f"log is {log!r}, and must be one of '', 'x', 'y', 'xy'")
    x, lines = _checked(x, lines, log)
    x_label, y_label, title = one_line(x_label), one_line(y_label), "" if title is None else one_line(title)
    return Picture(_draw(x, lines, x_label, y_label, title, log), _in_words(x, lines, x_label, y_label, title, log))


def _checked(x, lines, log):
    if not isinstance(lines, dict):
        raise TypeError(f"lines is a {type(lines).__name__}, and curves need {{name: numbers}}")
    if not 1 <= len(lines) <= len(LINES):
        raise ValueError(f"lines has {len(lines)} names, and curves need 1 to {len(LINES)}")
    x = _numbers("x", x, "x" in log)
    if len(x) < 2 or not (np.diff(x) > 0).all():
        raise ValueError(f"x is {x.tolist()}, and curves need at least two numbers, each larger than the one before")
    lines = {one_line(name): _numbers(f"lines[{name!r}]", y, "y" in log) for name, y in lines.items()}
    for name, y in lines.items():
        if len(y) != len(x):
            raise ValueError(f"lines[{name!r}] has {len(y)} numbers, and x has {len(x)}")
    return x, lines


def _numbers(name, numbers, positive):
    numbers = array_of(name, numbers)
    if numbers.dtype.kind not in "biuf" or numbers.ndim != 1:
        raise TypeError(f"{name} has shape {numbers.shape} of {numbers.dtype}, and curves need a row of real numbers")
    if not np.isfinite(numbers).all():
        raise ValueError(f"{name} holds NaN or an infinite number, and curves need finite ones")
    if positive and not (numbers > 0).all():
        raise ValueError(f"{name} goes down to {numbers.min():.4g}, and an axis that counts in factors needs numbers above 0")
    return np.array([float(f"{number:.9g}") for number in numbers]) + 0.0   # no −0; two machines may differ in the last digits


def _in_words(x, lines, x_label, y_label, title, log):
    text = [title] if title else []
    text.append(label("curves-alt", x=x_label or "x", y=y_label or "y", low=compact(x[0]), high=compact(x[-1])))
    if log:
        text.append(label("curves-log-alt"))
    # of a long line some points, the first and the last among them
    shown = range(len(x)) if len(x) <= FEW else np.linspace(0, len(x) - 1, 5).round().astype(int)
    text += [f"{name}: " + "; ".join(f"{compact(x[i])} → {compact(y[i])}" for i in shown) + "." for name, y in lines.items()]
    return "\n".join(text)


# Lines fill the plot, and a logarithmic axis ends at a power of ten
@matplotlib.style.context(["default", {"axes.autolimit_mode": "round_numbers", "axes.xmargin": 0, "axes.ymargin": 0}])
def _draw(x, lines, x_label, y_label, title, log):
    font, size = font_of_size(AXIS_SIZE), title_size(title)
    width = max(WIDTH, math.ceil(3 * PAD + max(text_width(title, size), 100 + text_width(y_label, AXIS_SIZE))))
    figure = blank(width, HEIGHT, layout="constrained")
    figure.get_layout_engine().set(w_pad=PAD / DPI, h_pad=PAD / DPI)
    axes = figure.add_subplot(xscale="log" if "x" in log else "linear", yscale="log" if "y" in log else "linear")
    for y, (colour, dash, marker, marker_size) in zip(lines.values(), LINES, strict=False):
        axes.plot(x, y, color=colour, linestyle=dash, linewidth=4, marker=marker, markersize=marker_size,
                  markevery=math.ceil(len(x) / 12), clip_on=False)

    _place_ticks(axes, x, log)
    axes.spines[["left", "right", "top"]].set_visible(False)
    axes.spines["bottom"].set(color=GREY, linewidth=2)
    axes.tick_params(labelsize=AXIS_SIZE, labelfontfamily=families(), color=GREY, width=2, length=6)
    axes.tick_params("y", length=0, pad=1.4 * GAP)
    axes.grid(axis="y", color=FAINT, linewidth=1)
    axes.set_xlabel(x_label, fontproperties=font, color=GREY, parse_math=False)
    axes.set_title(y_label, loc="left", fontproperties=font, color=GREY, parse_math=False, pad=1.4 * GAP)
    figure.suptitle(title, x=PAD / width, ha="left", fontproperties=font_of_size(size), parse_math=False)
    _name_lines(axes, list(lines), above=50 if y_label else 16)
    return figure


def _place_ticks(axes, x, log):
    """Limits and ticks: x from its first number to its last; y from 0, or from a power of ten, to a tick."""
    axes.set_xlim(x[0], x[-1])
    axes.set_ylim(axes.get_ylim())   # which matplotlib finds now, while the style is ours
    if "y" not in log:
        ticks = MaxNLocator(5, steps=[1, 2, 5, 10]).tick_values(min(0, axes.dataLim.ymin), max(0, axes.dataLim.ymax))
        axes.set(yticks=ticks, ylim=ticks[[0, -1]])
    if len(x) <= FEW:
        axes.set_xticks(x)
    elif "x" not in log:
        axes.xaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    axes.minorticks_off()
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(_TickNumbers(current_language()))


def _name_lines(axes, names, above):
    """A legend, so many pixels above the plot, in as many columns as fit."""
    widths = [103 + text_width(name, AXIS_SIZE) for name in names]
    columns = next(n for n in range(len(names), 0, -1) if n == 1 or sum(map(max, np.array_split(widths, n))) < 690)
    raised = axes.transAxes + ScaledTranslation(0, above / DPI, axes.figure.dpi_scale_trans)
    legend = axes.legend(axes.lines, ["?"] * len(names), prop=font_of_size(AXIS_SIZE), frameon=False, ncols=columns,
                         handlelength=2.7, handletextpad=0.5, columnspacing=1.5, borderpad=0, borderaxespad=0,
                         loc="lower left", bbox_to_anchor=(0, 1), bbox_transform=raised)
    for text, name in zip(legend.get_texts(), names, strict=True):
        text.set(text=name, parse_math=False)   # here: an older legend leaves out a name that begins with _


class _TickNumbers(Formatter):
    """Numbers as a language writes them, on one axis all with as many decimals, or all as powers of ten."""

    def __init__(self, language):
        self.language = language   # ticks are made when the picture is drawn, and by then the notebook may speak another

    def __call__(self, value, position=None):
        return compact(value, self.language)

    def format_ticks(self, values):
        low, high = self.axis.get_view_interval()
        seen = np.array([value for value in values if low <= value <= high])
        if self.axis.get_scale() == "log":
            powers = np.log10(values)
            if np.allclose(powers, powers.round()) and not all(0.009 < value < 1001 for value in seen):
                return [power_of_ten(power) for power in powers.round().astype(int)]
            return [compact(value, self.language) for value in values]
        digits = next((n for n in range(4) if np.allclose(seen, seen.round(n), rtol=0, atol=1e-9)), None)
        if not digits:
            return [compact(value if digits is None else round(value), self.language) for value in values]
        # + 0.0 makes 0,0 of −0,0
        return [decimal(round(value, digits) + 0.0, digits, self.language).replace("-", "−") for value in values]
