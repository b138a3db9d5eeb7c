"""Whether every slide of a deck fits: `python -m attnpress.fit < deck.html` prints what does not, as JSON.

The deck is opened in the Chromium of this machine at 1280 × 720, with every fragment shown and the network refused.
"""

import json
import sys

from playwright.sync_api import sync_playwright

from attnpress.browser import chromium

SLIDE = {"width": 1280, "height": 720}
ADDRESS = "http://deck/"   # of no server: the page is handed over

# What stands beyond the edge of the slide that is shown, scrolls inside it or covers what follows: [cell, what, how many pixels].
# An element's box does not hold the text that runs out of it, a range over that text does.
BEYOND = """() => {
  const slide = Reveal.getCurrentSlide(), scale = Reveal.getScale(), range = document.createRange(), worst = {};
  const edge = slide.getBoundingClientRect(), foot = slide.querySelector(".foot").getBoundingClientRect();
  const screenReaderOnly = new Set();   // one pixel large
  const letters = (text) => { range.selectNode(text); return range.getBoundingClientRect(); };
  for (const element of slide.querySelectorAll(".slide *")) {
    const hidden = screenReaderOnly.has(element.parentElement);
    if (getComputedStyle(element).display === "contents" && !hidden) continue;   // no box of its own, but its children's
    const own = element.getBoundingClientRect();
    if (hidden || !element.checkVisibility() || (own.width && Math.max(own.width, own.height) < 1.1 * scale)) {
      screenReaderOnly.add(element);
      continue;
    }
    const hides = /auto|scroll|hidden/.test(getComputedStyle(element).overflow) && element.scrollWidth > 0;
    const over = {
      "scroll bar": hides ? Math.max(element.scrollHeight - element.clientHeight, element.scrollWidth - element.clientWidth) : 0,
    };
    const texts = Array.from(element.childNodes).filter((node) => node.nodeType === Node.TEXT_NODE);
    for (const box of [own, ...texts.map(letters)].filter((box) => box.width && box.height)) {
      over.bottom = Math.max(over.bottom ?? 0, (box.bottom - foot.top) / scale);
      over.side = Math.max(over.side ?? 0, (box.right - edge.right) / scale, (edge.left - box.left) / scale);
    }
    const cell = element.closest("[data-key]") ?? element.querySelector("[data-key]");
    for (const [what, pixels] of Object.entries(over)) {
      const name = [cell.dataset.key, what];
      if (pixels > 1) worst[name] = Math.max(Math.round(pixels), worst[name] ?? 0);
    }
  }
  const blocks = Array.from(slide.querySelectorAll(".slide :is(.prose, .highlight, .output)"))
    .filter((block) => !block.parentElement.closest(".prose, .output"));
  for (const [number, block] of blocks.entries()) {
    const one = block.getBoundingClientRect();
    for (const other of blocks.slice(number + 1).map((later) => later.getBoundingClientRect())) {
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      if (high > 1 && wide > 1) worst[[block.closest("[data-key]").dataset.key, "covers"]] = Math.round(high / scale);
    }
  }
  return Object.entries(worst).map(([name, pixels]) => [...name.split(","), pixels]);
}"""


def walk(page):
    """Show every slide, with its fragments; yields its number."""
    for number in range(page.evaluate("Reveal.getTotalSlides()")):
        page.evaluate("""(number) => {
          const { h, v } = Reveal.getIndices(Reveal.getSlides()[number]);
          Reveal.slide(h, v);
          while (Reveal.availableFragments().next) Reveal.nextFragment();
        }""", number)
        yield number + 1


def beyond(page):
    """[slide, cell, what, pixels] for all that does not fit on a deck."""
    return [[number, *found] for number in walk(page) for found in page.evaluate(BEYOND)]


def main():
    html = sys.stdin.buffer.read()
    with sync_playwright() as playwright, chromium(playwright) as browser:
        page = browser.new_page(viewport=SLIDE)
        page.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8")
                   if route.request.url == ADDRESS else route.abort())
        page.goto(ADDRESS)
        page.wait_for_function("document.body.dataset.ready && Reveal.isReady()")
        print(json.dumps(beyond(page)))


if __name__ == "__main__":
    main()
