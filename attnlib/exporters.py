"""nbconvert's names `lesson` and `deck`: the printer's exporters where it is installed, else a sentence that says how.

Whoever has the library alone has every exporter of nbconvert untouched, and no name that fails without a word.
"""

import sys
from importlib.metadata import entry_points

from nbconvert.exporters import Exporter
from nbconvert.utils.exceptions import ConversionException

MISSING = ("`--to {name}` needs the course's printer: run `python -m pip install --editable . --editable ./attnpress` "
           "in the course's folder (`--to slides` and `--to html` work without it)")


def exporter(name):
    """The printer's exporter of this name, or one that says how to install it."""
    for entry in entry_points(group="attnlib.exporters", name=name):
        try:
            return entry.load()
        except ImportError:   # the printer without what it needs
            pass
    message = MISSING.format(name=name)

    class NeedsPrinter(Exporter):
        """Says what to install."""

        def from_filename(self, *arguments, **options):   # the command line's way: a sentence, no traceback
            sys.exit(message)

        def from_notebook_node(self, *arguments, **options):   # JupyterLab's
            raise ConversionException(message)

    return NeedsPrinter


LessonExporter, DeckExporter = exporter("lesson"), exporter("deck")
