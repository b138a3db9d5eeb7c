"""Answers to every exercise, right and wrong: a module a lesson."""

import importlib
import pkgutil

ANSWERS = []   # (check, arguments, the label or mistake that it says, values in it)
for _module in pkgutil.iter_modules(__path__):
    ANSWERS += importlib.import_module(f"{__name__}.{_module.name}").ANSWERS
