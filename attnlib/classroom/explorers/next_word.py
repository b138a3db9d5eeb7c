"""NextWordExplorer: a language model that runs in the page: the student begins a text, and it says what may come next."""

import base64
import copy

import numpy as np
import traitlets

from attnlib.classroom.explorers.base import Explorer, Number, Refused, Twin, one_module, whole_number
from attnlib.classroom.labels.formatting import one_line
from attnlib.gpt import GPT, chances
from attnlib.grammar import END, PAD, Batch
from attnlib.stories import Stories
from attnlib.validate import all_finite

MOST_NUMBERS = 500_000   # of a model: about 1.3 MB of notebook
SHOWN = 10               # words that may come next
LARGEST_SEED = 2**31 - 1
NEEDED = {"norm": "before", "mixing": "attention", "residual": True}


class NextWordExplorer(Explorer):
    """What may come after a text, according to `model`, a GPT, beside what the grammar of its `stories`, a Stories, says.

    words: the text to begin with, of words that the stories have. `temperature` is 0 to 3; `top_k` (None: all) says how many
    of the likeliest words may be drawn; a word's draw depends on `seed` and on its place in the text alone.
    `layer` and `head`, counted from 0, say whose attention is shown. All of these, and the text, as `written`, follow the
    student; from them NumPy computes `logits`, `chances` (what words are drawn by), `truth` (the grammar's; all 0 where no
    story begins so), each (words known,), and `weights` (layers, heads, places): where each head looks before the next word.
    The model's numbers are kept as float16, of which a trained one that comes with the package is made.
    Raises ValueError, naming the argument, for anything else, such as a GPT with a part changed.
    """

    _esm = one_module("next_word.js")
    words = ("next-", "temperature", "heads-")

    gpt = traitlets.Dict().tag(sync=True)          # what runs in the page: see _packed
    grammar = traitlets.Dict().tag(sync=True)
    vocabulary = traitlets.List().tag(sync=True)   # PAD and END first
    start = traitlets.List().tag(sync=True)        # what the reset button gives back
    written = traitlets.TraitType(()).tag(sync=True)
    temperature = Number(1.0, min=0, max=3).tag(sync=True)
    top_k = traitlets.TraitType(None).tag(sync=True)
    seed = traitlets.TraitType(0).tag(sync=True)
    layer = traitlets.TraitType(0).tag(sync=True)
    head = traitlets.TraitType(0).tag(sync=True)

    def __init__(self, model, stories, words=(), temperature=1, top_k=None, seed=0, layer=0, head=0):
        if not isinstance(stories, Stories):
            raise Refused(f"stories is a {type(stories).__name__}, and needs to be an attnlib.stories.Stories")
        self._stories, self._model = stories, _rounded(model, len(stories.vocabulary))
        super().__init__(gpt=_packed(self._model), grammar=_grammar(stories), vocabulary=list(stories.vocabulary), written=words,
                         temperature=temperature, top_k=top_k, seed=seed, layer=layer, head=head)
        self.start = self.written

    @property
    def over(self):
        """Why nothing comes after the text: "end" where it says so, "long" where the model has no more places; or None."""
        if self.written and self.written[-1] == self.vocabulary[END]:
            return "end"
        return "long" if len(self.written) == self._model.longest else None

    @property
    def logits(self):
        """(words known,); of a text that is over, what its last word was chosen by, as with all that follows here."""
        return self._model.next_word(self._read)[0]

    @property
    def chances(self):
        return chances(self.logits, self.temperature, self.top_k)

    @property
    def truth(self):
        return self._stories.next_word(self.written[:-1] if self.over else self.written)

    @property
    def weights(self):
        target = np.append(self._read[:, 1:], [[PAD]], axis=1)   # PAD, for the word that is to come
        return self._model.align(Batch(None, target, None, None))[0, :, :, -1]

    @property
    def _read(self):
        """(1, places): the numbers of what the model reads, END before the first word."""
        text = self.written[:-1] if self.over else self.written
        return np.array([[END, *self._stories.numbers(text)]])

    def twin(self):
        text = " ".join(map(self._named, self.written)) or self.label("next-nothing")
        if self.over:
            return Twin(f"{text}. {self.label(f'next-over-{self.over}', count=self._model.longest)}", "", [], [])
        chances, truth = self.chances, self.truth
        caption = self.label("next-twin", text=text, temperature=self.short(self.temperature),
                             top_k=self.label("next-all") if self.top_k is None else self.top_k)
        order = np.argsort(-self.logits, kind="stable")[:SHOWN]
        columns = [self.label("next-model"), *([self.label("next-grammar")] if truth.any() else [])]
        rows = [(self._named(self.vocabulary[i]), [self.fixed(p[i]) for p in (chances, truth)[:len(columns)]]) for i in order]
        return Twin(caption, "", columns, rows)

    def _named(self, word):
        return {self.vocabulary[PAD]: self.label("next-pad"), self.vocabulary[END]: self.label("next-end")}.get(word, word)

    @traitlets.validate("written")
    def _is_text(self, proposal):
        value = proposal["value"]
        if isinstance(value, str) or not hasattr(value, "__iter__"):
            raise Refused(f"words is {value!r}, and needs a list of words")
        written = [one_line(word) for word in value]
        try:
            numbers = self._stories.numbers(written)
        except ValueError as error:
            raise Refused(str(error)) from None
        if len(written) > self._model.longest:
            raise Refused(f"words has {len(written)} words, and this model has {self._model.longest} places")
        if END in numbers[:-1]:
            raise Refused(f"words goes on after {self.vocabulary[END]!r}, and nothing comes after the end")
        return written

    @traitlets.validate("top_k")
    def _is_count(self, proposal):
        return None if proposal["value"] is None else whole_number("top_k", proposal["value"], 1, LARGEST_SEED)

    @traitlets.validate("seed")
    def _is_seed(self, proposal):
        return whole_number("seed", proposal["value"], 0, LARGEST_SEED)

    @traitlets.validate("layer", "head")
    def _is_there(self, proposal):
        name = proposal["trait"].name
        return whole_number(name, proposal["value"], 0, self.gpt[f"{name}s"] - 1)


def _rounded(model, words):
    """The same model with the numbers that the page gets, in float64; Refused where the page could not run it."""
    if not isinstance(model, GPT):
        raise Refused(f"model is a {type(model).__name__}, and needs to be an attnlib.gpt.GPT")
    for name, value in NEEDED.items():
        if getattr(model, name) != value:
            raise Refused(f"model has {name}={getattr(model, name)!r}, and this explorer runs only a GPT with {name}={value!r}")
    if len(model.parameters["words"]) != words:
        raise Refused(f"model knows {len(model.parameters['words'])} words, and stories has {words}: "
                      "they need to be of the same language")
    if model.size > MOST_NUMBERS:
        raise Refused(f"model holds {model.size} numbers, and needs at most {MOST_NUMBERS}")
    with np.errstate(over="ignore"):
        parameters = {name: array.astype(np.float16).astype(float) for name, array in model.parameters.items()}
    for name, array in parameters.items():
        if not all_finite(array):
            raise Refused(f"model has NaN, infinity or a number beyond {np.finfo(np.float16).max:.0f} in {name}")
    rounded = copy.copy(model)
    rounded.parameters = parameters
    return rounded


def _packed(model):
    """What gpt.js needs: float16 after float16 in base64, each weight table transposed, so that a row makes one number."""
    tables = {name: array.T if ".w_" in name or name == "w_out" else array for name, array in model.parameters.items()}
    numbers = np.concatenate([array.ravel() for array in tables.values()]).astype("<f2")
    return {"packed": base64.b64encode(numbers.tobytes()).decode(),
            "shapes": [[name, list(array.shape)] for name, array in tables.items()],
            "longest": model.longest, "layers": model.layers, "heads": model.heads, "scale": float(model.scale),
            "positions": bool(model.positions)}


def _grammar(stories):
    return {"edges": stories.edges(), "sorts": stories.sorts.tolist(),
            "copies": np.flatnonzero(stories.kind == "copy").tolist()}
