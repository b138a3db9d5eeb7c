"""Each check knows the right answer, and each mistake it names: tests/answers holds both, a module per lesson."""

import importlib
import inspect
import itertools
import json
import os
import pkgutil
import warnings

import numpy as np
import pytest

from attnlib import attention, kernels, softmax
from attnlib.classroom import check
from attnlib.classroom.check import child
from attnlib.classroom.check.judge import LARGE, TOLERANCE, comparisons, mistaken
from attnlib.classroom.labels import LABELS, LANGUAGES, label, use_language
from tests import answers
from tests.answers.lesson_03 import SCORES, naive, raises, scores_of
from tests.answers.lesson_10 import MODEL, PAIR, SHIFTED

ANSWERS = [answer for module in pkgutil.iter_modules(answers.__path__)
           for answer in importlib.import_module(f"tests.answers.{module.name}").ANSWERS]


@pytest.fixture(autouse=True)
def here(monkeypatch, request):
    """Call students' functions in this process: one of their own each would take minutes."""
    monkeypatch.setenv("ATTNLIB_SOLVED", "off")
    if "apart" not in request.keywords:
        monkeypatch.setattr(child, "run", child.call)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("function, arguments, key, values", ANSWERS, ids=lambda value: getattr(value, "__name__", None))
def test_what_a_check_says(capsys, language, function, arguments, key, values):
    use_language(language)
    function(*arguments)
    values = {name: value() if callable(value) else value for name, value in values.items()}
    said, *detail = capsys.readouterr().out.splitlines()
    assert said == label(key, **values)
    assert all(line.startswith((PLACE[language], EXAMPLE[language])) for line in detail) and len(detail) <= 1


PLACE = {"pt": "O primeiro número diferente está na posição", "ko": "처음으로 값이 달라지는 자리는"}
EXAMPLE = {"pt": "Menor exemplo: ", "ko": "가장 작은 예: "}


# --- each mistake for that reason alone -----------------------------------------------------------------------------------

GIVEN = {"shifted": SHIFTED, "number": None}   # what a check is given besides answers
COMPARED = {}                                  # name of a check: what it compares an answer with
for name in check.__all__:
    if name != "hundred_points":   # looks at sums, and compares with nothing
        judging = getattr(check, name).right
        COMPARED[name] = comparisons(judging, *(GIVEN.get(one, object()) for one in inspect.signature(judging).parameters))
ARRAYS = [(name, one) for name, all_ in COMPARED.items() for one in all_ if one.cases is None]
FUNCTIONS = [(name, one) for name, (one, *_) in COMPARED.items() if one.cases]


def apart(one, other):
    """Whether no answer can be within the tolerance of both."""
    if one is None or other is None:   # does not fit this input
        return True
    if isinstance(one, tuple):
        return any(map(apart, one, other))
    one, other = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
    if one.shape != other.shape:
        return True
    both = np.isfinite(one) & np.isfinite(other)
    near = 2 * TOLERANCE * (1 + np.maximum(np.abs(one), np.abs(other)))[both]
    return bool((np.isnan(one) != np.isnan(other)).any() or (np.abs(one - other)[both] > near).any() or (one != other)[~both & ~np.isnan(one)].any())


@pytest.mark.parametrize("name, compared", ARRAYS, ids=lambda value: value if isinstance(value, str) else "")
def test_no_two_answers_of_an_exercise_are_alike(name, compared):
    kinds = [one for one in compared.mistakes.values() if callable(one)]
    results = {"check-right": compared.right, **{key: one for key, one in compared.mistakes.items() if one is not None and not callable(one)}}
    for (key, one), (other_key, other) in itertools.combinations(results.items(), 2):
        assert apart(np.asarray(one), np.asarray(other)), f"{key} and {other_key}"
    assert not any(kind(np.asarray(compared.right)) for kind in kinds)
    # a kind of answers, such as all that are too large, is asked last: a mistake that is one of them has its own message
    assert [callable(one) for one in compared.mistakes.values()] == sorted(callable(one) for one in compared.mistakes.values())


def steps_to(results, right):
    """The first input on which results are wrong, and one more."""
    return next((number + 1 for number, (one, other) in enumerate(zip(results, right)) if apart(one, other)), None)


@pytest.mark.parametrize("name, compared", FUNCTIONS, ids=lambda value: value if isinstance(value, str) else "")
def test_no_two_functions_of_an_exercise_are_alike(name, compared):
    right = [compared.right(*case) for case in compared.cases]
    results = {key: [mistaken(mistake, case) for case in compared.cases] for key, mistake in compared.mistakes.items()}
    for key, ones in results.items():
        assert (number := steps_to(ones, right)), f"{key} gives the right results"
        assert ones[number - 1] is not None, f"{key} fits no input before it is wrong"
        for other_key, others in results.items():
            # on what is looked at until the first wrong result
            assert key == other_key or any(map(apart, ones[:number], others[:number])), f"{key} and {other_key}"


@pytest.mark.parametrize("name, compared", FUNCTIONS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_function_that_makes_a_mistake_is_told_that_mistake(capsys, name, compared):
    use_language("pt")
    for key, mistake in compared.mistakes.items():
        getattr(check, name)(mistake)
        said, *example = capsys.readouterr().out.splitlines()
        assert said == label(key)
        assert example and example[0].startswith(EXAMPLE["pt"]), f"{key}: no example"


def tried_on(kind):
    """The exercises whose functions meet an input of a kind."""
    return {name for name, compared in FUNCTIONS if any(kind(np.asarray(part)) for case in compared.cases for part in case)}


def test_functions_meet_empty_and_large_inputs_and_single_tokens():
    """What a docstring says of inputs that a check leaves out is why one is missing here."""
    everything = {name for name, _ in FUNCTIONS}
    assert tried_on(lambda part: part.size == 0) == {
        "add_and_norm", "cross_attention", "map_without_dropout", "masked_attention", "stable_softmax", "with_positions"}
    assert everything - tried_on(lambda part: part.dtype.kind == "f" and (np.abs(part[np.isfinite(part)]) > LARGE).any()) == {
        "aer", "exact_share", "heads_side_by_side", "masks_turned", "with_positions"}   # nothing there can overflow
    assert tried_on(lambda part: part.ndim > 0 and 1 in part.shape) == everything


USUAL = {   # where each usual mistake of attention arises by itself
    "softmax over the wrong axis": ("self_attention", "mistake-wrong-axis"),
    "no scale": ("cross_attention", "mistake-no-scale"),
    "÷√d_model": ("multi_head", "mistake-scale-by-model"),
    "÷√heads": ("multi_head", "mistake-scale-by-heads"),
    "×0 mask before softmax": ("causal_attention", "mistake-mask-times-zero"),
    "zeroing without renormalising": ("causal_attention", "mistake-zero-after"),
    "inverted mask": ("masks_turned", "mistake-mask-inverted"),
    "diagonal masked": ("causal_attention", "mistake-diagonal-hidden"),
    "fully masked row left NaN": ("masked_attention", "mistake-row-nan"),
    "fully masked row left uniform": ("masked_attention", "mistake-row-uniform"),
    "heads merged by reshape alone": ("multi_head", "mistake-merge-no-swap"),
    "heads concatenated on axis 0": ("multi_head", "mistake-merge-stacked"),
    "K and V swapped": ("cross_attention", "mistake-swapped-k-v"),
    "softmax's gradient as a(1−a)": ("softmax_gradient", "mistake-gradient-diagonal"),
    "naive overflow": ("stable_softmax", "mistake-overflow"),
    "dropped transpose": ("self_attention", "mistake-no-transpose"),
    "float mask": ("causal_attention", "mistake-mask-not-boolean"),
}


@pytest.mark.parametrize("mistake", USUAL)
def test_each_usual_mistake_is_known(mistake):
    name, message = USUAL[mistake]
    assert any(function is getattr(check, name) and key == message for function, _, key, _ in ANSWERS)


@pytest.mark.parametrize("name", COMPARED)
def test_each_mistake_has_an_answer_of_its_own(name):
    answered = {key for function, _, key, _ in ANSWERS if function is getattr(check, name)}
    assert {"check-right", *(key for one in COMPARED[name] for key in one.mistakes)} <= answered


STRANGE = [[], {}, "", "7", b"7", 1j, np.nan, np.inf, -np.inf, True, set(), object(), [None], [[1], [1, 2]], [[[]]], np.empty((0, 3)), np.ones((3, 3, 3)),
           10**400, range(4), np.array(["1"]), lambda x: x, np.float32, [float("nan")] * 4, [..., ...], {"a": 1}]


@pytest.mark.parametrize("name", check.__all__)
def test_no_answer_makes_a_check_raise(capsys, name):
    inputs = {"shifted": SHIFTED, "number": None, "pair": PAIR, "model": MODEL}
    parameters = inspect.signature(getattr(check, name)).parameters
    for answer in STRANGE:
        assert getattr(check, name).right(*(inputs.get(one, answer) for one in parameters)) is False
        assert capsys.readouterr().out.strip(), answer


@pytest.mark.parametrize("name, compared", FUNCTIONS, ids=lambda value: value if isinstance(value, str) else "")
def test_no_result_makes_a_check_raise(capsys, name, compared):
    for answer in STRANGE:
        for result in (answer, (answer, answer)):
            assert getattr(check, name).right(lambda *given: result) is False
            assert capsys.readouterr().out.strip(), result


def test_an_error_in_a_students_function_is_told_not_raised(capsys):
    use_language("pt")
    check.self_attention(raises)
    said = capsys.readouterr().out
    assert "ValueError" in said and "(3, 3)" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_on_no_queries_is_told_kindly(capsys, language):
    use_language(language)
    check.cross_attention(lambda q, k, v: attention(q[[0, *range(1, len(q))]], k, v))
    error = "IndexError: index 0 is out of bounds for axis 0 with size 0"
    assert capsys.readouterr().out == label("check-raises-empty", shapes="(0, 2), (3, 2), (3, 1)", error=error) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_smallest_input_shows_the_mistake(capsys, language):
    use_language(language)
    check.self_attention(lambda words: words @ words.T)
    place, example = capsys.readouterr().out.splitlines()
    assert example == label("check-example", given="words = [[-0.9, -0.5]]", got="[[1.06]]")   # 0.81 + 0.25


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_named_mistake_is_shown_at_its_first_number(capsys, language):
    use_language(language)
    check.sums_along([6, 15, 9])
    check.unchanged_shares([1, 0, 1, 1])
    unnamed, named, place = capsys.readouterr().out.splitlines()
    assert unnamed == label("check-different", place="[0]", got="6")
    assert named == label("mistake-unchanged-doubled") and place == label("check-place", place="[2]", got="1")


def test_of_two_results_the_wrong_one_is_named(capsys):
    use_language("pt")
    check.cross_attention(lambda q, k, v: (attention(q, k, v)[0] + np.eye(len(q), v.shape[1]), attention(q, k, v)[1]))
    assert "output[0, 0]" in capsys.readouterr().out


def test_every_message_is_said_by_some_answer():
    said = {key for _, _, key, _ in ANSWERS} | SAID_BELOW
    assert {key for key in LABELS if key.startswith(("check-", "mistake-"))} == said


def test_a_check_never_shows_the_solution(capsys):
    right = {f"{number:.3f}" for number in softmax(SCORES).ravel()}
    for _, arguments, key, _ in (answer for answer in ANSWERS if answer[0] is check.sat_weights and answer[2] != "check-right"):
        check.sat_weights(*arguments)
        said = capsys.readouterr().out
        assert not any(number in said or number.replace(".", ",") in said for number in right), key


@pytest.mark.parametrize("name, compared", ARRAYS, ids=lambda value: value if isinstance(value, str) else "")
def test_where_an_answer_is_wrong_the_right_number_is_not_said(capsys, name, compared):
    use_language("pt")
    right = np.asarray(compared.right, dtype=float)
    _, *inputs = (GIVEN.get(one) for one in inspect.signature(getattr(check, name)).parameters)
    for key, mistake in compared.mistakes.items():
        if mistake is None or callable(mistake) or np.shape(mistake) != right.shape or len(COMPARED[name]) > 1:
            continue
        getattr(check, name)(mistake, *inputs)
        said = capsys.readouterr().out
        wrong = ~np.isclose(mistake, right, rtol=TOLERANCE, atol=TOLERANCE)
        assert f"{right[wrong][0]:.3f}" not in said, key
        assert not right.ndim or label("check-place", place=np.argwhere(wrong)[0].tolist(), got=f"{np.asarray(mistake)[wrong][0]:.4g}") in said


def test_no_warning_reaches_the_student():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        check.self_attention(lambda x: naive(scores_of(x)))   # overflows


def test_smallest_scale_is_three():
    weight = [kernels.softmax(np.array([0, 2, 1]) * scale)[1] for scale in (2, 3)]
    assert weight[0] < 0.9 <= weight[1]


# --- in a process of its own ---------------------------------------------------------------------------------------------

def right(x):
    return softmax(x @ x.T / np.sqrt(x.shape[1]))


def prints(x):
    print(right(x))


def prints_and_returns(x):
    print("x")
    return right(x)


def loops(x):
    while True:
        pass


def leaves(x):
    raise SystemExit


def ends_its_process(x):
    os._exit(7)


ABOUT_FUNCTIONS = {   # what a check says about how a function behaves
    right: "check-right", prints: "check-prints", loops: "check-loops", lambda x: right(x).tolist(): "check-remark-list",
    prints_and_returns: "check-remark-prints", lambda x: (one for one in x): "check-not-numbers", leaves: "check-raises",
    ends_its_process: "check-raises",
}
SAID_BELOW = {*ABOUT_FUNCTIONS.values(), "check-running", "check-solved", "check-raises-empty", "check-example", "check-place"}


@pytest.mark.apart
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("function, key", ABOUT_FUNCTIONS.items(), ids=lambda value: getattr(value, "__name__", value))
def test_a_function_runs_in_a_process_of_its_own(capsys, monkeypatch, language, function, key):
    use_language(language)
    monkeypatch.setattr(child, "SECONDS", 60 if function is not loops else 1)   # a busy machine starts slowly
    check.self_attention(function)
    error = "exit code 7" if function is ends_its_process else "SystemExit: "
    assert label(key, got="generator", seconds=1, error=error, shapes="(3, 3)") in capsys.readouterr().out


@pytest.mark.apart
def test_a_function_may_use_what_its_notebook_holds(capsys):
    use_language("pt")
    notebook = {}
    exec("import numpy as np\nfrom attnlib import softmax\nhalf = 0.5\n"
         "def helper(x):\n    return x.shape[1] ** -half\n"
         "def self_attention(x):\n    return softmax(x @ x.T * helper(x))", notebook)
    check.self_attention(notebook["self_attention"])
    assert capsys.readouterr().out == label("check-right") + "\n"


def test_in_a_browser_the_text_says_how_to_stop(capsys, monkeypatch):
    use_language("ko")
    monkeypatch.setattr("sys.platform", "emscripten")
    check.self_attention(right)
    said = capsys.readouterr().out
    assert said.index(label("check-running")) < said.index(label("check-right"))


# --- what is solved --------------------------------------------------------------------------------------------------------

def test_a_right_answer_is_counted_once_and_stays_on_the_machine(capsys, monkeypatch, tmp_path):
    use_language("pt")
    monkeypatch.setenv("ATTNLIB_SOLVED", str(tmp_path / "new" / "solved.json"))
    for answer in (3, 3, 5, ...):
        check.words_on_o(answer)
    said = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Lição")]
    assert said == [label("check-solved", lesson="03", done=1, total=4)] * 2
    check.row_sums([0.871, 0.871, 0.817, 1.440])
    assert label("check-solved", lesson="03", done=2, total=4) in capsys.readouterr().out
    assert json.loads((tmp_path / "new" / "solved.json").read_text()) == {"03": ["row_sums", "words_on_o"]}


@pytest.mark.parametrize("content", ["", "{", "[]", '{"03": 5}', '{"03": ["gone"]}'])
def test_a_record_that_is_broken_starts_again(capsys, monkeypatch, tmp_path, content):
    use_language("ko")
    (tmp_path / "solved.json").write_text(content)
    monkeypatch.setenv("ATTNLIB_SOLVED", str(tmp_path / "solved.json"))
    check.words_on_o(3)
    assert label("check-solved", lesson="03", done=1, total=4) in capsys.readouterr().out


def test_a_disk_that_cannot_be_written_to_keeps_no_record(capsys, monkeypatch, tmp_path):
    use_language("ko")
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ATTNLIB_SOLVED", str(tmp_path / "file" / "solved.json"))
    check.words_on_o(3)
    assert capsys.readouterr().out == label("check-right") + "\n"
