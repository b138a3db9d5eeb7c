"""A page or a deck open in a tab, with the network refused."""

import io

import pypdf

from attnpress.assets import web
from attnpress.fit import SLIDE

# letters on the shown slide that a back row cannot read
SMALL = """() => Array.from(Reveal.getCurrentSlide().querySelectorAll(".slide *")).filter((element) =>
  Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.textContent.trim())
  && !element.closest("math, svg, sup, sub") && parseFloat(getComputedStyle(element).fontSize) < 18
).map((element) => element.outerHTML.slice(0, 100))"""


class Visit:
    """A file open in a tab: every other request is refused and recorded, and so is every error."""

    def __init__(self, browser, path, query="", **context):
        self.errors, self.requests = [], []
        self.context = browser.new_context(**{"viewport": SLIDE, **context})
        self.url = path.as_uri()
        self.context.route("**/*", self._refuse)
        self.context.set_offline(True)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(self.url + query)
        self.page.wait_for_function("document.body.dataset.ready && (!window.Reveal || Reveal.isReady())")

    def _refuse(self, route):
        if route.request.url.split("?")[0].split("#")[0] == self.url:
            route.continue_()
        else:
            self.requests.append(route.request.url)
            route.abort()

    def axe(self, where="document", only=()):
        """Violations, each with the element it is about."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate((web() / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
        options = {"resultTypes": ["violations"], "preload": False, **({"runOnly": list(only)} if only else {})}
        found = self.page.evaluate(f"(options) => axe.run({where}, options).then((result) => result.violations)", options)
        return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]

    def pdf(self):
        """The text of the file as printed."""
        pages = pypdf.PdfReader(io.BytesIO(self.page.pdf(prefer_css_page_size=True, print_background=True))).pages
        return "\n".join(page.extract_text() for page in pages)

    def assert_quiet(self):
        assert self.requests == []
        assert self.errors == []

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.context.close()
