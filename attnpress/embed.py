"""What HTML, CSS and a widget's script would fetch: a file beside the notebook is put inside, all else is refused.

Each function yields, or hands to `fault`, what cannot stay, as the end of a sentence that begins with the cell.
"""

import base64
import mimetypes
import re
import unicodedata
from pathlib import Path, PurePosixPath
from urllib.parse import unquote
from xml.etree import ElementTree

import tinycss2
from bs4 import BeautifulSoup
from bs4.element import ProcessingInstruction
from pygments.lexers import JavascriptLexer
from pygments.token import Comment, String

REFUSED = ("script", "iframe", "frame", "link", "base", "object", "embed", "applet")
FETCHED = ("src", "poster", "background", "attributionsrc", "href")   # what is fetched to be shown
SENT = ("action", "formaction", "ping")
STYLED = ("style", "fill", "stroke", "filter", "mask", "clip-path", "cursor", "marker", "marker-start", "marker-mid",
          "marker-end", "to", "from", "by", "values")   # CSS; the last four are SVG's animations
CANDIDATE = re.compile(r"((?:^|,)\s*)(\S*[^\s,])")   # an address of srcset
REQUESTS = ("fetch", "importScripts", "sendBeacon", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport")
# in a script; www.w3.org is how SVG is named
ELSEWHERE = re.compile(r"""\b(?:https?|wss?|ftp)://(?!www\.w3\.org/)[^\s"'`)]+ | (?<=["'`=(])//\w[^\s"'`)]*""", re.X)


def embed(html, folder, attachments, fault):
    """`html` with the files of `folder` and a cell's attachments inside, as data: addresses; as it was, if it names none.

    `folder` None is for a picture (SVG), which a browser lets fetch nothing, not even what stands beside it.
    """
    soup, changed = parsed(html), False

    def inside(address):
        nonlocal changed
        if re.match("data:", address, re.I):
            return address
        try:
            address, changed = _data(address.strip(), folder, attachments, fault), True
        except ValueError as error:
            fault(str(error))
        return address

    if any("stylesheet" in text for text in soup.find_all(string=lambda text: isinstance(text, ProcessingInstruction))):
        fault("holds a style sheet of another file")
    for tag in soup.find_all(True):
        if tag.name in REFUSED:
            fault(f"holds a <{tag.name}>, which a page cannot carry")
            continue
        if tag.name == "meta" and tag.get("http-equiv", "").lower() == "refresh":
            fault("holds a <meta> that opens another page")
        if tag.name == "style":
            for address in css_addresses(tag.get_text()):
                fault(f"its style fetches {address}")
        for name, value in list(tag.attrs.items()):
            value = " ".join(value) if isinstance(value, list) else value or ""
            plain = name.rpartition(":")[2]   # xlink:href is SVG's old name
            if plain.startswith("on"):
                fault(f"holds {name}=, a script, which a page cannot carry")
            elif re.match("javascript:", re.sub(r"[\x00-\x20]", "", value), re.I):
                fault(f"holds {value[:40]}, a script, which a page cannot carry")
            elif name in STYLED:
                for address in css_addresses(value):
                    fault(f"its {name}= fetches {address}")
            elif plain == "attributename" and value.rpartition(":")[2] == "href":
                fault("moves a picture's address, which a page cannot follow")
            elif name in ("srcset", "imagesrcset"):
                tag[name] = CANDIDATE.sub(lambda match: match[1] + inside(match[2]), value)
            elif plain == "href" and (tag.name in ("a", "area") or value.strip().startswith("#")):
                pass   # a link, or a part of the same drawing
            elif plain in SENT:
                fault(f"sends something to {value}")
            elif plain in FETCHED:
                tag[name] = inside(value)
        if tag.name == "img" and not tag.get("alt", "").strip():
            fault("shows a picture without alt text")
    return str(soup) if changed else html


def parsed(html):
    """HTML or SVG as a tree. What a drawing says of its XML is left out, or Beautiful Soup warns that it is no HTML."""
    return BeautifulSoup(re.sub(r"^\s*<\?xml\s.*?\?>", "", html, flags=re.S), "html.parser")


def _data(address, folder, attachments, fault):
    """The file or attachment of this address as a data: address. ValueError: there is none, or none that a page may hold."""
    if address.startswith("attachment:"):
        wanted = _composed(unquote(address.partition(":")[2]))
        found = next((data for name, data in attachments.items() if _composed(name) == wanted), None)
        if not found:
            raise ValueError(f"shows {address}, which is not attached to the cell")
        kind = min(found, key=lambda kind: (kind != "image/svg+xml", kind != "image/png"))
        data = found[kind]
        if kind == "image/svg+xml":
            svg = data if data.lstrip().startswith("<") else base64.b64decode(data).decode(errors="replace")
            return drawing(svg, fault)
        return f"data:{kind};base64,{''.join(data.split())}"
    if folder is None:
        raise ValueError(f"fetches {address}")
    folder, path = Path(folder).resolve(), None
    if not re.match(r"([a-z][a-z0-9+.-]*:)?//", address, re.I):
        names = (address, unquote(address), unquote(re.split("[?#]", address)[0]))
        path = next(filter(None, (_beside(folder, name) for name in names)), None)
    if path is None:
        raise ValueError(f"shows {address[:100] or 'nothing'}, which is not a file beside the notebook")
    if not path.is_relative_to(folder):
        raise ValueError(f"shows {address}, which is not a file beside the notebook, but outside its folder: put a copy there")
    kind, packed = mimetypes.guess_type(path.name, strict=False)
    kind = packed or kind or "a file of no known kind"
    if not kind.startswith(("image/", "audio/", "video/", "text/vtt")):
        raise ValueError(f"shows {address}, which is {kind}, and neither picture, sound nor film")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ValueError(f"shows {address}, which cannot be read: {error.strerror}") from error
    if kind == "image/svg+xml":
        return drawing(data.decode("utf-8-sig", errors="replace"), lambda message: fault(f"shows {address}: {message}"))
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def drawing(svg, fault):
    """SVG as a data: address: as a picture of its own it keeps its styles and names to itself."""
    svg = re.sub(r"<svg(?![^>]*\sxmlns=)", '<svg xmlns="http://www.w3.org/2000/svg"', svg, count=1)   # only HTML goes without
    try:
        ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        fault(f"its SVG is not sound: {error}")
    embed(svg, None, {}, fault)
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _beside(folder, name):
    """The file of this name as the disk writes it: á or 가 may be several characters there (NFD), or here."""
    path = folder
    try:
        for part in PurePosixPath(name.replace("\\", "/")).parts:
            if not (path / part).exists():
                part = next(one.name for one in path.iterdir() if _composed(one.name) == _composed(part))
            path = path / part
        return path.resolve() if path.is_file() else None
    except (OSError, ValueError, StopIteration):   # no such folder, no name that a file could have, no such file
        return None


def _composed(text):
    return unicodedata.normalize("NFC", text)


def css_addresses(css):
    """What a style sheet, or the value of style="", fetches."""
    def walk(nodes):
        for node in nodes:
            if node.type == "url":
                yield node.value
            elif node.type == "at-keyword" and node.lower_value == "import":
                yield "@import"
            elif node.type == "function":
                if node.lower_name in ("url", "src", "image", "image-set", "-webkit-image-set"):
                    yield from (part.value for part in node.arguments if part.type == "string")
                yield from walk(node.arguments)
            elif node.type.endswith(" block"):
                yield from walk(node.content)
    for address in walk(tinycss2.parse_component_value_list(css)):
        if not re.match("data:|#|$", address.strip(), re.I):
            yield address


def widget_requests(traits):
    """What a widget would fetch, each as the end of a sentence. Its script is not run: names and addresses tell."""
    script, before = traits.get("_esm", ""), ""
    for name, value in traits.items():
        if isinstance(value, str) and re.fullmatch(r"\s*((https?|wss?):)?//\S+\s*", value):   # anywidget takes scripts so too
            yield f"has an address elsewhere as its {name} ({value.strip()})"
    for address in css_addresses(traits.get("_css", "")):
        yield f"has a style that fetches {address}"
    for kind, text in JavascriptLexer().get_tokens(script):
        if kind in Comment or text.isspace():
            continue
        plain = text.strip("\"'`")
        if plain in REQUESTS and (kind not in String or before == "["):
            yield f"asks the network ({plain})"
        elif before == "import" and text == "(":
            yield "imports from the network"
        elif before in ("import", "from") and kind in String and not plain.startswith("data:"):
            yield f"imports from the network ({plain})"
        elif kind in String:
            text = re.sub(r"<a\s[^>]*>", "", text)   # links
            for address in [*ELSEWHERE.findall(text), *(css_addresses(plain) if "url(" in plain else ())]:
                yield f"fetches {address}"
        before = text
