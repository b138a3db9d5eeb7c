"""The bar is drawn where somebody watches, and nowhere else."""

import io
import sys

import pytest
from jupyter_client.manager import start_new_kernel

from attnlib.classroom import progress

CODE = """
from attnlib.classroom import progress
assert list(progress(range(3))) == [0, 1, 2]
assert list(progress(iter(range(3)), total=3)) == [0, 1, 2]
"""


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture(scope="module")
def kernel():
    manager, client = start_new_kernel(kernel_name="python3")
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def shown(client, watched):
    """The types of what a cell shows. JupyterLab sends allow_stdin=True, nbclient and nbval send False."""
    types = []
    reply = client.execute_interactive(
        CODE, allow_stdin=watched, timeout=60, output_hook=lambda message: types.append(message["msg_type"]))
    assert reply["content"]["status"] == "ok", reply["content"]
    return set(types) & {"display_data", "execute_result", "stream", "error"}


def test_a_notebook_shows_a_bar_to_whoever_watches(kernel):
    assert shown(kernel, watched=True)


def test_a_build_and_nbval_see_nothing(kernel):
    assert not shown(kernel, watched=False)


def test_a_terminal_shows_a_bar_and_a_pipe_does_not(monkeypatch):
    for stream in (Terminal(), io.StringIO()):
        monkeypatch.setattr(sys, "stderr", stream)
        assert list(progress(range(3))) == [0, 1, 2]
        assert ("3/3" in stream.getvalue()) == stream.isatty()


def test_without_a_watcher_the_iterable_comes_back_as_it_is(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    run = iter(range(3))
    assert progress(run, 3) is run
