"""The stylesheet's own house rules: layers, names that exist on both sides, colours that can be read."""

import re
from pathlib import Path

import pytest

from config.stylesheet import sources

ROOT = Path(__file__).resolve().parents[2]
CSS = ROOT / "static" / "css"
FILES = sorted({*CSS.glob("*.css"), *CSS.glob("components/*.css")})
DESK = sorted(CSS.glob("admin/*.css"))  # the moderators' own sheets, linked by the admin alone
LAYERS = re.search(r"@layer ([\w, ]+);", (CSS / "layers.css").read_text()).group(1).split(", ")
BY_SCRIPT = {"htmx-request", "suggestions"}  # classes htmx sets by itself; the list suggest.js makes
BY_DJANGO = {"action-checkbox", "nowrap", "this-page"}  # classes of the admin's lists; field-… is one a column

# Text on ground: every pair the components put together. WCAG 2.2 AA asks 4.5 for text, 3 for the edges of fields.
TEXT_ON = [
    ("text", "page"),
    ("text", "surface"),
    ("text", "seal-wash"),
    ("text", "place-wash"),
    ("quiet", "page"),
    ("quiet", "surface"),
    ("seal", "page"),
    ("seal", "surface"),
    ("seal", "seal-wash"),
    ("place", "page"),
    ("place", "place-wash"),
    ("on-seal", "seal"),
    ("on-seal", "seal-pressed"),
]
EDGES_ON = [("edge", "surface"), ("edge", "page"), ("place", "page")]


def rules(path):
    return re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)


def selectors(text):
    """What stands before the braces, media queries and layers included."""
    return re.findall(r"([^{};]+)\{", text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CSS)))
def test_every_file_keeps_to_one_known_layer(path):
    if path.name == "layers.css":
        return
    text = re.sub(r"@font-face \{.*?\}", "", rules(path), flags=re.S).strip()
    opening = re.match(r"@layer (\w+) \{", text)
    assert opening, "everything but @font-face stands in a layer"
    assert opening.group(1) in LAYERS
    assert text.count("@layer") == 1 and text.endswith("}")
    if path.parent.name == "components":
        assert opening.group(1) == "components"


def test_the_joined_stylesheet_begins_with_the_order_of_layers():
    assert sources()[0].name == "layers.css"
    assert {path.name for path in sources()} >= {path.name for path in FILES} - {"theme-dark.css"}
    assert not {*sources()} & {*DESK}


def test_every_class_used_is_styled_and_every_class_styled_is_used():
    styled = {
        name
        for path in [*FILES, *DESK]
        for part in selectors(rules(path))
        for name in re.findall(r"\.([a-z][\w-]*)", part)
    }
    used, stems = classes_in_templates()
    unstyled = used - styled
    assert not unstyled, "used in templates, styled nowhere"
    unused = {
        name for name in styled - used - BY_SCRIPT - BY_DJANGO if not any(name.startswith(stem) for stem in stems)
    }
    assert not unused, "styled, used nowhere"


def classes_in_templates():
    """Names as written, and the stems of names a variable completes (``reply--{{ reply.state }}``)."""
    used, stems = set(), {"field-"}
    for path in [*(ROOT / "templates").rglob("*.html"), *(ROOT / "forum" / "admin").glob("*.py")]:
        text = path.read_text()
        used |= set(re.findall(r"\{% block body_?class %\}([\w-]+)", text))
        for value in re.findall(r'\bclass="((?:\{%.*?%\}|\{\{.*?\}\}|(?!\{[{%])[^"])*)"', text, flags=re.S):
            names = re.sub(r"\{\{.*?\}\}|\{\}", "*", re.sub(r"\{%.*?%\}", " ", value)).split()
            used |= {name for name in names if "*" not in name}
            stems |= {name.split("*")[0] for name in names if "*" in name}
    return used, stems


def test_components_speak_in_meanings_not_in_raw_colours():
    raw = set(re.findall(r"--([\w-]+): #", (CSS / "tokens.css").read_text()))
    for path in (CSS / "components").glob("*.css"):
        text = rules(path)
        assert not re.search(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", text), path.name
        assert not raw & set(re.findall(r"var\(--([\w-]+)\)", text)), path.name


def test_nothing_is_newer_than_the_browsers_we_promise():
    """Chromium 100 and Safari 15.4: what they lack may only be a bonus that fails quietly."""
    newer = r"oklch\(|light-dark\(|color-mix\(|@container|:has\(|@scope|@starting-style|\bdvh\b|&[ :.]|\(width [<>]"
    for path in FILES:
        assert not re.search(newer, rules(path)), path.name


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_pair_of_colours_can_be_read(theme):
    colours = palette(theme)
    pairs = [(*pair, 4.5) for pair in TEXT_ON] + [(*pair, 3) for pair in EDGES_ON]
    faint = [
        f"{front} on {back}: {contrast(colours[front], colours[back]):.2f}, needs {least}"
        for front, back, least in pairs
        if contrast(colours[front], colours[back]) < least
    ]
    assert not faint


def test_no_text_colour_is_left_unmeasured():
    measured = {front for front, _ in TEXT_ON}
    for path in FILES:
        used = set(re.findall(r"(?<![\w-])color: var\(--([\w-]+)\)", rules(path)))
        assert used <= measured, path.name


def palette(theme):
    """Meaning → colour, with the raw colours of a theme."""
    tokens = (CSS / "tokens.css").read_text()
    raw = dict(re.findall(r"--([\w-]+): (#\w+);", tokens))
    if theme == "dark":
        raw |= dict(re.findall(r"--([\w-]+): (#\w+);", (CSS / "theme-dark.css").read_text()))
    return {meaning: raw[name] for meaning, name in re.findall(r"--([\w-]+): var\(--([\w-]+)\);", tokens)}


def contrast(one, other):
    """WCAG 2 contrast ratio of two #rrggbb colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    """Relative luminance as WCAG 2 defines it, 0 to 1."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
