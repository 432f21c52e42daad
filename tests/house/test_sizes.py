"""Small rooms: a file that outgrows its measure is asked to become a folder."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXCEPTIONS = {  # file → lines allowed, with the reason
}
LONG_FUNCTIONS = {  # function → lines allowed, with the reason
}
NAMELESS = {"utils", "helpers", "common", "misc", "manager", "managers", "service", "services"}


def tracked(*patterns):
    for package in ("forum", "accounts", "config"):
        for pattern in patterns:
            for path in sorted((ROOT / package).rglob(pattern)):
                if not {"migrations", "__pycache__"} & set(path.parts):
                    yield path


def lines(path):
    return len(path.read_text(encoding="utf-8").splitlines())


def too_long(paths, measure):
    for path in paths:
        name = str(path.relative_to(ROOT))
        if lines(path) > EXCEPTIONS.get(name, measure):
            yield f"{name}: {lines(path)} lines, {EXCEPTIONS.get(name, measure)} at most"


def test_python_files_are_small():
    assert not list(too_long(tracked("*.py"), 200))


def test_templates_are_small():
    assert not list(too_long(sorted((ROOT / "templates").rglob("*.html")), 120))


def test_stylesheets_are_small():
    assert not list(too_long(sorted((ROOT / "static" / "css" / "components").glob("*.css")), 100))


def test_scripts_are_small():
    assert not list(too_long(sorted((ROOT / "static" / "js").glob("*.js")), 60))


def test_functions_are_short():
    """About fifteen lines is the habit; thirty-two with a docstring is the limit."""
    wrong = []
    for path in tracked("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                length = node.end_lineno - node.lineno + 1
                if length > LONG_FUNCTIONS.get(node.name, 32):
                    wrong.append(f"{path.relative_to(ROOT)}: {node.name} has {length} lines")
    assert not wrong, "\n".join(wrong)


def test_nothing_is_filed_under_other():
    named = [path for path in tracked("*.py") if path.stem in NAMELESS or path.parent.name in NAMELESS]
    assert not named


def test_the_exceptions_are_still_needed():
    for name, allowed in EXCEPTIONS.items():
        assert lines(ROOT / name) > 0 and allowed > 0
