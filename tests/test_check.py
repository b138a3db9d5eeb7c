"""Each check knows the right answer, and each mistake it names: tests/answers holds both, a module a lesson."""

import itertools
import json
import os
import re
import warnings
from collections import defaultdict

import numpy as np
import pytest

from attnlib import attention, kernels, softmax
from attnlib.classroom import check
from attnlib.classroom.exercises import EXERCISES, sandbox
from attnlib.classroom.exercises.decorator import exercise
from attnlib.classroom.exercises.judge import LARGE, TOLERANCE, Mistake, Right, mistaken
from attnlib.classroom.exercises.usual import USUAL
from attnlib.classroom.labels import LABELS, LANGUAGES, label, use_language
from tests.answers import ANSWERS
from tests.answers.self_attention import SCORES, naive, raises, scores_of

pytestmark = pytest.mark.usefixtures("in_this_process")


@pytest.mark.parametrize("function, arguments, key, values", ANSWERS, ids=lambda value: getattr(value, "__name__", None))
def test_what_a_check_says(capsys, function, arguments, key, values):
    """In one language: the other is another column of the same texts."""
    function(*arguments)
    values = {name: value() if callable(value) else value for name, value in values.items()}
    said, *detail = capsys.readouterr().out.splitlines()
    if key.startswith("check-"):
        assert said == label(key, **values)
    else:
        inputs = arguments[len(function.answers):]
        known = {mistake.name: mistake for right in function.rights(*inputs) for mistake in right.mistakes}
        assert said == known[key].text(**values)
    assert all(line.startswith((PLACE, EXAMPLE)) for line in detail) and len(detail) <= 1


PLACE, EXAMPLE = "O primeiro número diferente está na posição", "Menor exemplo: "

RIGHTS = {name: one.rights() for name, one in EXERCISES.items()}
MISTAKES = [(name, mistake) for name, rights in RIGHTS.items() for right in rights for mistake in right.mistakes]


@pytest.mark.parametrize("name, mistake", MISTAKES, ids=lambda value: getattr(value, "name", value))
def test_each_mistake_has_a_text_in_each_language(name, mistake):
    texts = {language: getattr(mistake, language) for language in LANGUAGES}
    assert all(text.startswith("✗ ") and text[2:].strip() for text in texts.values())
    assert re.search("[가-힣]", texts["ko"])
    assert len({frozenset(re.findall(r"{(\w+)}", text)) for text in texts.values()}) == 1
    assert mistake.text("ko", place=0, row="", got="") == texts["ko"].format(place=0, row="", got="")


def test_a_text_stands_once():
    """Beside its mistake, or in USUAL if more than one exercise says it."""
    users, texts = defaultdict(set), defaultdict(set)
    for name, mistake in MISTAKES:
        users[mistake.name].add(name)
        texts[mistake.name].add((mistake.pt, mistake.ko))
    assert all(len(both) == 1 for both in texts.values())
    assert len(set.union(*texts.values())) == len(texts)
    assert {name for name, exercises in users.items() if len(exercises) > 1} == set(USUAL)


def test_what_two_ways_of_writing_give_is_told_as_a_result():
    """Whoever filled hidden scores with 0 did not multiply by the mask: a text says what was done where nothing else gives it."""
    ways = defaultdict(list)
    for function, (answer, *_), key, _ in ANSWERS:
        if callable(answer):
            ways[function.__name__, key].append(answer)
    several = [mistake for name, mistake in MISTAKES if len(ways[name, mistake.name]) > 1]
    done = {mistake.name for mistake in several if re.search(r"\bvocê \w+(ou|eu|iu)\b", mistake.pt, re.I)
            or re.search("(곱했|더했|나눴|채웠|뺐)어요", mistake.ko)}
    assert len(several) >= 8
    assert done == {"loss-shifted"}   # a row earlier or later: both compare with another place


# --- each mistake for that reason alone -----------------------------------------------------------------------------------

COMPARED = {name: rights for name, rights in RIGHTS.items() if name != "hundred_points"}   # which looks at sums
ARRAYS = [(name, one) for name, rights in COMPARED.items() for one in rights if one.cases is None]
FUNCTIONS = [(name, one) for name, (one, *_) in COMPARED.items() if one.cases]


def valued(right):
    """{name: value} of the mistakes that one answer makes."""
    return {mistake.name: mistake.value for mistake in right.mistakes if mistake.value is not None}


def example(name):
    """What a lesson's cell gives a check after the answers."""
    return EXERCISES[name].example() if EXERCISES[name].example else ()


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
    return bool((np.isnan(one) != np.isnan(other)).any() or (np.abs(one - other)[both] > near).any()
                or (one != other)[~both & ~np.isnan(one)].any())


@pytest.mark.parametrize("name, compared", ARRAYS, ids=lambda value: value if isinstance(value, str) else "")
def test_no_two_answers_of_an_exercise_are_alike(name, compared):
    for (key, one), (other_key, other) in itertools.combinations({"right": compared.value, **valued(compared)}.items(), 2):
        assert apart(np.asarray(one), np.asarray(other)), f"{key} and {other_key}"
    assert not any(mistake.when(np.asarray(compared.value)) for mistake in compared.mistakes if mistake.when)


def test_a_kind_of_answers_is_asked_last():
    """A mistake that is one of them, such as all that are too large, has its own message."""
    large, ten = Mistake("large", when=lambda number: number > 3, pt="large", ko="large"), Mistake("ten", 10, pt="ten", ko="ten")
    assert [Right(3, [large, ten]).judge(answer) for answer in (10, 11)] == [(False, "ten"), (False, "large")]


def test_a_name_is_one_exercises():
    with pytest.raises(ValueError, match="'gaze' stands in .*birth_of_attention already"):
        @exercise
        def gaze():
            pass


def steps_to(results, right):
    """The first input on which results are wrong, and one more."""
    return next((number + 1 for number, (one, other) in enumerate(zip(results, right, strict=True)) if apart(one, other)), None)


@pytest.mark.parametrize("name, compared", FUNCTIONS, ids=lambda value: value if isinstance(value, str) else "")
def test_no_two_functions_of_an_exercise_are_alike(name, compared):
    right = [compared.value(*case) for case in compared.cases]
    results = {key: [mistaken(mistake, case) for case in compared.cases] for key, mistake in valued(compared).items()}
    for key, ones in results.items():
        assert (number := steps_to(ones, right)), f"{key} gives the right results"
        assert ones[number - 1] is not None, f"{key} fits no input before it is wrong"
        for other_key, others in results.items():
            # on what is looked at until the first wrong result
            assert key == other_key or any(map(apart, ones[:number], others[:number])), f"{key} and {other_key}"


@pytest.mark.parametrize("name, compared", FUNCTIONS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_function_that_makes_a_mistake_is_told_that_mistake(capsys, name, compared):
    for mistake in compared.mistakes:
        if mistake.value is None:
            continue
        getattr(check, name)(mistake.value)
        said, *shown = capsys.readouterr().out.splitlines()
        assert said == mistake.text()
        assert shown and shown[0].startswith(EXAMPLE), f"{mistake.name}: no example"


def tried_on(kind):
    """The exercises whose functions meet an input of a kind."""
    return {name for name, compared in FUNCTIONS if any(kind(np.asarray(part)) for case in compared.cases for part in case)}


def test_functions_meet_empty_and_large_inputs_and_single_tokens():
    """What a docstring says of inputs that a check leaves out is why one is missing here."""
    everything = {name for name, _ in FUNCTIONS}
    assert tried_on(lambda part: part.size == 0) == {"masked_attention"}   # no other text promises anything of no queries
    assert everything - tried_on(lambda part: part.dtype.kind == "f" and (np.abs(part[np.isfinite(part)]) > LARGE).any()) == {
        "aer", "even_head", "exact_share", "with_positions"}   # nothing there can overflow
    assert tried_on(lambda part: part.ndim > 0 and 1 in part.shape) == everything


def test_no_input_is_so_large_that_plain_loops_run_out_of_time():
    """A softmax that sums a row anew for each of its numbers takes seconds for 400 tokens, which have 400 × 400 weights."""
    assert max(np.size(part) for _, compared in FUNCTIONS for case in compared.cases for part in case) <= 15_000


EVERYWHERE = {   # where each usual mistake of attention arises by itself
    "softmax over the wrong axis": ("cross_attention", "wrong-axis"),
    "no scale": ("cross_attention", "no-scale"),
    "÷√d_model": ("multi_head", "scale-by-model"),
    "÷√heads": ("multi_head", "scale-by-heads"),
    "×0 mask before softmax": ("causal_attention", "mask-times-zero"),
    "zeroing without renormalising": ("causal_attention", "zero-after"),
    "inverted mask": ("masks_turned", "mask-inverted"),
    "diagonal masked": ("causal_attention", "diagonal-hidden"),
    "fully masked row left NaN": ("masked_attention", "row-nan"),
    "fully masked row left uniform": ("masked_attention", "row-uniform"),
    "heads merged by reshape alone": ("multi_head", "merge-no-swap"),
    "heads concatenated on axis 0": ("multi_head", "merge-stacked"),
    "K and V swapped": ("cross_attention", "swapped-k-v"),
    "softmax's gradient as a(1−a)": ("softmax_gradient", "gradient-diagonal"),
    "naive overflow": ("stable_softmax", "overflow"),
    "softmax's way back as a(1−a)": ("attention_back", "all-back-diagonal"),
    "no 1/√d_k on the way back": ("queries_keys_back", "back-no-scale"),
    "no transpose on the way back": ("values_back", "values-no-transpose"),
    "mask forgotten on the way back": ("attention_back", "back-no-mask"),
    "dropped transpose": ("self_attention", "no-transpose"),
    "float mask": ("causal_attention", "mask-not-boolean"),
}


@pytest.mark.parametrize("mistake", EVERYWHERE)
def test_each_usual_mistake_is_known(mistake):
    name, message = EVERYWHERE[mistake]
    assert any(function is getattr(check, name) and key == message for function, _, key, _ in ANSWERS)


@pytest.mark.parametrize("name", EXERCISES)
def test_each_mistake_has_an_answer_of_its_own(name):
    answered = {key for function, _, key, _ in ANSWERS if function is getattr(check, name)}
    solved = "check-points" if name == "hundred_points" else "check-right"
    assert {solved, *(mistake.name for right in RIGHTS[name] for mistake in right.mistakes)} <= answered


STRANGE = [[], {}, "", "7", b"7", 1j, np.nan, np.inf, -np.inf, True, set(), object(), [None], [[1], [1, 2]], [[[]]],
           np.empty((0, 3)), np.ones((3, 3, 3)), 10**400, range(4), np.array(["1"]), lambda x: x, np.float32,
           [float("nan")] * 4, [..., ...], {"a": 1}]


@pytest.mark.parametrize("name", check.__all__)
def test_no_answer_makes_a_check_raise(capsys, name):
    one = getattr(check, name)
    for answer in STRANGE:
        assert one.right(*[answer] * len(one.answers), *example(name)) is False
        assert capsys.readouterr().out.strip(), answer


@pytest.mark.parametrize("name, compared", FUNCTIONS, ids=lambda value: value if isinstance(value, str) else "")
def test_no_result_makes_a_check_raise(capsys, name, compared):
    for answer in STRANGE:
        for result in (answer, (answer, answer)):
            assert getattr(check, name).right(lambda *given, result=result: result) is False
            assert capsys.readouterr().out.strip(), result


def test_an_error_in_a_students_function_is_told_not_raised(capsys):
    check.self_attention(raises)
    said = capsys.readouterr().out
    assert "ValueError" in said and "(3, 3)" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_on_no_queries_is_told_kindly(capsys, language):
    use_language(language)
    check.masked_attention(lambda q, k, v, mask: attention(q[[0, *range(1, len(q))]], k, v, mask))
    error = "IndexError: index 0 is out of bounds for axis 0 with size 0"
    assert capsys.readouterr().out == label("check-raises-empty", shapes="(0, 2), (3, 2), (3, 1), (0, 3)", error=error) + "\n"


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
    doubled = next(mistake for name, mistake in MISTAKES if mistake.name == "unchanged-doubled")
    assert named == doubled.text() and place == label("check-place", place="[2]", got="1")


def test_of_two_results_the_wrong_one_is_named(capsys):
    check.cross_attention(lambda q, k, v: (attention(q, k, v)[0] + np.eye(len(q), v.shape[1]), attention(q, k, v)[1]))
    assert "output[0, 0]" in capsys.readouterr().out


def test_every_message_is_said_by_some_answer():
    said = {key for _, _, key, _ in ANSWERS if key.startswith("check-")} | SAID_BELOW
    assert {key for key in LABELS if key.startswith("check-")} == said


def test_a_check_never_shows_the_solution(capsys):
    right = {f"{number:.3f}" for number in softmax(SCORES).ravel()}
    for _, arguments, key, _ in (answer for answer in ANSWERS if answer[0] is check.sat_weights and answer[2] != "check-right"):
        check.sat_weights(*arguments)
        said = capsys.readouterr().out
        assert not any(number in said or number.replace(".", ",") in said for number in right), key


@pytest.mark.parametrize("name, compared", ARRAYS, ids=lambda value: value if isinstance(value, str) else "")
def test_where_an_answer_is_wrong_the_right_number_is_not_said(capsys, name, compared):
    right = np.asarray(compared.value, dtype=float)
    for key, mistake in valued(compared).items():
        if np.shape(mistake) != right.shape or len(COMPARED[name]) > 1:
            continue
        getattr(check, name)(mistake, *example(name))
        said = capsys.readouterr().out
        wrong = ~np.isclose(mistake, right, rtol=TOLERANCE, atol=TOLERANCE)
        assert f"{right[wrong][0]:.3f}" not in said, key
        place = label("check-place", place=np.argwhere(wrong)[0].tolist(), got=f"{np.asarray(mistake)[wrong][0]:.4g}")
        assert not right.ndim or (place in said) != compared.any_order   # sorted, they stand where nobody wrote them


def test_no_warning_reaches_the_student():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        check.self_attention(lambda x: naive(scores_of(x)))   # overflows
        check.beyond_the_control(0.5, [True, False], [False, False])   # of no links there is no mean


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
SAID_BELOW = {*ABOUT_FUNCTIONS.values(), "check-running", "check-solved", "check-raises-empty", "check-example", "check-place",
              # and in test_judge.py
              "check-comma", "check-thousands", "check-thousands-point", "check-one-result", "check-unreadable",
              "check-not-twice", "check-constant", "check-raises-detector", "check-results-once"}


@pytest.mark.apart
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("function, key", ABOUT_FUNCTIONS.items(), ids=lambda value: getattr(value, "__name__", value))
def test_a_function_runs_in_a_process_of_its_own(capsys, monkeypatch, language, function, key):
    use_language(language)
    monkeypatch.setattr(sandbox, "SECONDS", 60 if function is not loops else 1)   # a busy machine starts slowly
    check.self_attention(function)
    error = "exit code 7" if function is ends_its_process else "SystemExit: "
    assert label(key, got="generator", seconds=1, error=error, shapes="(3, 3)") in capsys.readouterr().out


@pytest.mark.apart
def test_a_function_may_use_what_its_notebook_holds(capsys):
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
    monkeypatch.setenv("ATTNLIB_SOLVED", str(tmp_path / "new" / "solved.json"))
    for answer in (3, 3, 5, ...):
        check.words_on_o(answer)
    said = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Nesta lição")]
    assert said == [label("check-solved", done=1, total=5)] * 2
    check.row_sums([0.871, 0.871, 0.817, 1.440])
    assert label("check-solved", done=2, total=5) in capsys.readouterr().out
    assert json.loads((tmp_path / "new" / "solved.json").read_text()) == {"self-attention": ["row_sums", "words_on_o"]}


def test_a_record_by_lessons_numbers_loses_nothing(capsys, monkeypatch, tmp_path):
    (tmp_path / "solved.json").write_text('{"03": ["row_sums", "sat_weights"], "11": ["tie_length"]}')
    monkeypatch.setenv("ATTNLIB_SOLVED", str(tmp_path / "solved.json"))
    check.words_on_o(3)
    assert label("check-solved", done=3, total=5) in capsys.readouterr().out
    check.table_gb(0.5)
    assert label("check-solved", done=2, total=6) in capsys.readouterr().out


@pytest.mark.parametrize("content", ["", "{", "[]", '{"03": 5}', '{"03": ["gone"]}'])
def test_a_record_that_is_broken_starts_again(capsys, monkeypatch, tmp_path, content):
    use_language("ko")
    (tmp_path / "solved.json").write_text(content)
    monkeypatch.setenv("ATTNLIB_SOLVED", str(tmp_path / "solved.json"))
    check.words_on_o(3)
    assert label("check-solved", done=1, total=5) in capsys.readouterr().out


def test_a_disk_that_cannot_be_written_to_keeps_no_record(capsys, monkeypatch, tmp_path):
    use_language("ko")
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ATTNLIB_SOLVED", str(tmp_path / "file" / "solved.json"))
    check.words_on_o(3)
    assert capsys.readouterr().out == label("check-right") + "\n"
