"""Each check knows the right answer, and each mistake it names: tests/answers holds both, a module per lesson."""

import importlib
import json
import os
import pkgutil
import warnings

import numpy as np
import pytest

from attnlib import attention, kernels, softmax
from attnlib.classroom import check
from attnlib.classroom.check import child
from attnlib.classroom.labels import LABELS, LANGUAGES, label, use_language
from tests import answers
from tests.answers.lesson_03 import SCORES, naive, raises, scores_of

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
    assert capsys.readouterr().out == label(key, **values) + "\n"


def test_an_error_in_a_students_function_is_told_not_raised(capsys):
    use_language("pt")
    check.self_attention(raises)
    said = capsys.readouterr().out
    assert "ValueError" in said and "(4, 3)" in said


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
SAID_BELOW = {*ABOUT_FUNCTIONS.values(), "check-running", "check-solved"}


@pytest.mark.apart
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("function, key", ABOUT_FUNCTIONS.items(), ids=lambda value: getattr(value, "__name__", value))
def test_a_function_runs_in_a_process_of_its_own(capsys, monkeypatch, language, function, key):
    use_language(language)
    monkeypatch.setattr(child, "SECONDS", 60 if function is not loops else 1)   # a busy machine starts slowly
    check.self_attention(function)
    error = "exit code 7" if function is ends_its_process else "SystemExit: "
    assert label(key, got="generator", seconds=1, error=error, shapes="(4, 3)") in capsys.readouterr().out


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
