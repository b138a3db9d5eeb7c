"""The file of attnlib.pretrained: where it stands, and whether it is the right one.

It stands in the course's folder (models/), in this user's cache once `fetch` put it there, and, for the browser's Python,
in parts on the course's own site. The wheel does not carry it: 23 MB that one lesson of sixteen needs.
"""

import hashlib
import os
import sys
from pathlib import Path

FILE, SIZE, SHA256 = "e5-small.npz", 22_949_550, "ffc42d09ce09bb4627b6d8e8e9f50b0384e82e1549980f9a1dc09cfaa7925800"
PARTS = 12   # on the site, so that a bar can move


def content(progress=iter):
    """The file's bytes, from the first place that has it; in the browser from the site, `progress` around its parts."""
    for path in places():
        if path.exists():
            return checked(path.read_bytes(), path)
    if sys.platform == "emscripten":
        return checked(b"".join(from_site(part_name(part)) for part in progress(range(PARTS))), "what the site sent")
    looked = " and ".join(map(str, places()))
    raise FileNotFoundError(f"{FILE} is missing: looked for {looked}. It stands in the course's folder models/: call "
                            "attnlib.pretrained.fetch(its path or address) once")


def fetch(source):
    """Copy the file from a path or an address into this user's cache, where `load` finds it. Returns where it stands.

    A damaged file, or another one, is refused with ValueError, and nothing is written.
    """
    if str(source).startswith(("http://", "https://")):
        from urllib.request import urlopen  # here, so that importing this stays quick

        with urlopen(str(source), timeout=60) as answer:
            data = answer.read(SIZE + 1)
    else:
        data = Path(source).read_bytes()
    path = places()[-1]
    draft = path.with_suffix(f".{os.getpid()}")
    checked(data, source)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        draft.write_bytes(data)
        draft.replace(path)   # whole or not at all
    finally:
        draft.unlink(missing_ok=True)
    return path


def places():
    """Where the file may stand: in the course's folder, and in this user's cache."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    return Path(__file__).parent.parent / "models" / FILE, Path(cache) / "attnlib" / FILE


def checked(data, source):
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise ValueError(f"{source} is damaged, half a file or another one: it has {len(data):,} bytes, and {FILE} has {SIZE:,} "
                         f"and sha256 {SHA256[:12]}…. Nothing was changed. Take it again: git checkout models/{FILE}, or the "
                         "course's site")
    return data


def part_name(part):
    """How the site names a part; with the hash in it, so that no browser takes an older file for it."""
    return f"{FILE}.{SHA256[:12]}.{part:02}"


def from_site(name):
    """A file that stands beside the site's own Python. This Python runs in a worker, which may wait for the answer."""
    import js
    import pyodide_js
    request = js.XMLHttpRequest.new()
    request.open("GET", f"{pyodide_js._api.config.indexURL}{name}", False)
    request.responseType = "arraybuffer"
    try:
        request.send()
    except Exception as error:   # JavaScript's own: no network, no site
        raise FileNotFoundError(f"{name} did not come: {error}. Is the site still there? Then run this cell again") from None
    if request.status != 200:
        raise FileNotFoundError(f"the site answers {request.status} for {name}: load the page again")
    return request.response.to_bytes()
