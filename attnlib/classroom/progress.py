"""A bar while something long runs, for whoever is watching; nothing in a build, in a test or in a pipe."""

import sys


def progress(iterable, total=None):
    """The items of `iterable`, behind a tqdm bar where somebody is watching.

    `total` is how many there will be; None asks len(iterable). The bar holds numbers only, so it reads the same in any language.
    """
    if not watched():
        return iterable
    if sys.platform == "emscripten":
        from tqdm import tqdm  # a bar of text: a widget's would count as the cell's output
        tqdm.monitor_interval = 0   # a browser has no thread to spare
    else:
        from tqdm.auto import tqdm  # when imported it settles for a notebook's bar or for a terminal's
    return tqdm(iterable, total=total, bar_format="{percentage:3.0f}%|{bar}| {n_fmt}/{total_fmt} [{elapsed}<{remaining}]")


def watched():
    """Whether somebody sees what is drawn now.

    With every cell, Jupyter tells the kernel whether its user could be asked something (allow_stdin). JupyterLab says yes;
    nbclient (attnpress.build, nbconvert --execute) and nbval say no. Without a kernel it is a terminal that somebody sees.
    """
    if sys.platform == "emscripten":
        return True   # a notebook in a browser is run by whoever looks at it
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    kernel = getattr(shell, "kernel", None)
    if kernel is None:
        return sys.stderr is not None and sys.stderr.isatty()
    if not hasattr(kernel, "get_parent"):   # a kernel other than ipykernel
        return False
    return bool(kernel.get_parent("shell").get("content", {}).get("allow_stdin"))
