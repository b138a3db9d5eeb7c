"""The clock that lessons compare with: seconds of one call, however coarse the machine's clock."""

from time import sleep

from attnlib.classroom import seconds, timing


def test_a_slow_call_takes_longer():
    assert 0.01 <= seconds(lambda: sleep(0.01)) < 1


def test_a_fast_call_is_repeated_until_the_clock_sees_it(monkeypatch):
    calls = []
    monkeypatch.setattr(timing, "perf_counter", lambda: len(calls) // 100 / 100)   # 0.1 ms a call, told in steps of 10 ms
    assert 0.00008 < seconds(lambda: calls.append(1), round_length=0.05) < 0.00012


def test_one_round_is_enough():
    assert seconds(lambda: None, round_length=0, rounds=1) >= 0
