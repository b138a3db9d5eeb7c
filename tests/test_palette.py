"""One palette: numbers can be read on every colour, grey print keeps the order, roles differ for the colour-blind, CSS agrees."""

import re
from itertools import combinations

import numpy as np
import pytest

from attnlib.classroom.explorers.base import HERE
from attnlib.classroom.figures import palette

# What the eye makes of linear red, green, blue.  Machado, Oliveira & Fernandes 2009, severity 1.
SEEN_BY = {
    "all": np.eye(3),
    "protanopes": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopes": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopes": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
ROLES = palette.QUERY, palette.KEY, palette.VALUE, palette.OUTPUT


def linear(colour):
    channels = np.array([int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def luminance(colour):
    return linear(colour) @ [0.2126, 0.7152, 0.0722]


def contrast(one, other):
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def lab(channels):
    """CIE 1976 of linear red, green, blue: one unit is a difference that the eye can just see."""
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ np.clip(channels, 0, 1)
    x, y, z = np.cbrt(np.maximum(xyz / [0.9505, 1, 1.089], 0.008856))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def test_0_is_paper_and_ink_only_grows():
    light = np.array([luminance(colour) for colour in palette.WEIGHTS])
    assert palette.weight_colour(0) == palette.PAPER and palette.weight_colour(1) == palette.WEIGHTS[-1] != palette.PAPER
    assert (np.diff(light) <= 0).all() and light[-1] < 0.04
    greys = np.array([lab(linear(colour))[0] for colour in palette.WEIGHTS])   # lightness: what grey print keeps
    assert greys[0] - greys[round(255 * 0.1)] > 10      # a tenth is seen on paper
    assert greys[round(255 * 0.11)] - greys[round(255 * 0.33)] > 15


@pytest.mark.parametrize("colour", palette.VALUES[::5] + palette.WEIGHTS[::5])
def test_digits_can_be_read_on_every_colour(colour):
    assert contrast(colour, palette.ink_on(colour)) >= 4.5


def test_values_are_orange_below_0_and_blue_above():
    assert palette.value_colour(0) == palette.PAPER and len(palette.VALUES) == 2 * 256 - 1
    below, above = linear(palette.value_colour(-0.6)), linear(palette.value_colour(0.6))
    assert below[0] > below[2] and above[2] > above[0]
    assert palette.value_colour(0.999) == palette.weight_colour(0.999)


@pytest.mark.parametrize("colour", [*ROLES, palette.INK, palette.GREY, palette.LINE])
def test_what_is_written_can_be_read_on_paper(colour):
    assert contrast(colour, palette.PAPER) >= 4.5
    assert contrast(palette.INK, palette.tint(colour)) >= 4.5


@pytest.mark.parametrize("who", SEEN_BY)
def test_roles_differ_for_everybody(who):
    seen = [lab(np.array(SEEN_BY[who]) @ linear(colour)) for colour in ROLES]
    assert min(np.linalg.norm(one - other) for one, other in combinations(seen, 2)) > 15


@pytest.mark.parametrize("name, colour", [
    ("ink", palette.INK), ("soft", palette.GREY), ("paper", palette.PAPER), ("panel", palette.PANEL), ("line", palette.LINE),
    ("faint", palette.FAINT), ("accent", palette.KEY), ("q", palette.QUERY), ("k", palette.KEY), ("v", palette.VALUE),
    ("o", palette.OUTPUT)])
def test_explorers_have_the_same_colours(name, colour):
    style = (HERE / "explorers.css").read_text(encoding="utf-8")
    light, dark = re.search(rf"--attn-{name}: .*?light-dark\((#\w+), (#\w+)\)", style).groups()
    assert light == colour
    if name not in ("paper", "panel", "faint"):
        assert contrast(dark, "#15171c") >= 4.5
