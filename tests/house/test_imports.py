"""Imports only go downstairs, and rooms are entered by their front door."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOORS = [  # top to bottom; a room may import the floors below its own
    {"urls", "tasks"},
    {"views", "admin", "management", "feeds", "sitemaps", "checks"},
    {"forms", "templatetags"},
    {"actions"},
    {"exporting"},
    {"rules", "search", "screening", "importing", "paging"},
    {"models"},
    {"region", "markup", "chinese", "limits", "memory", "prepared", "readership", "demo", "sharing", "pictures"},
]
FLOOR = {room: number for number, floor in enumerate(FLOORS) for room in floor}
ROOMS = {"exporting", "region", "markup", "chinese", "screening", "search", "importing", "sharing", "pictures"}
WORKSHOPS = {"build_region_table": {"region"}}  # a command that makes what a room is furnished with
SAME_FLOOR = {  # neighbours that may speak, with the reason
    ("markup", "chinese"),  # reading time counts Han characters
    ("search", "rules"), ("screening", "rules"),  # a verdict carries a Ruling
    ("markup", "limits"), ("region", "limits"), ("chinese", "limits"), ("pictures", "limits"),  # numbers are for all
    ("admin", "views"),  # checked below: only the shared boundary, forum.views.arrival
}  # fmt: skip


def modules():
    for path in sorted((ROOT / "forum").rglob("*.py")):
        if "migrations" not in path.parts:
            yield path


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def room_of(path):
    return path.relative_to(ROOT / "forum").parts[0].removesuffix(".py")


def test_imports_only_go_downstairs():
    wrong = []
    for path in modules():
        here = room_of(path)
        for name in imports(path):
            parts = name.split(".")
            if parts[0] != "forum" or len(parts) < 2 or parts[1] == here or here not in FLOOR:
                continue
            there = parts[1]
            if there in FLOOR and FLOOR[there] <= FLOOR[here] and (here, there) not in SAME_FLOOR:
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_every_room_has_a_floor():
    known = FLOOR.keys() | {"__init__", "apps", "migrations"}
    strangers = {room_of(path) for path in modules()} - known
    assert not strangers, f"give these a floor in tests/house/test_imports.py: {strangers}"


def test_the_admin_borrows_only_the_boundary_from_the_views():
    for path in (ROOT / "forum" / "admin").rglob("*.py"):
        borrowed = {name for name in imports(path) if name.startswith("forum.views")}
        assert borrowed <= {"forum.views.arrival"}, f"{path.name} imports {borrowed}"


def test_rooms_are_entered_by_their_front_door():
    wrong = []
    for path in modules():
        if path.stem in WORKSHOPS:
            continue
        for name in imports(path):
            parts = name.split(".")
            if (
                len(parts) > 2
                and parts[0] == "forum"
                and parts[1] in ROOMS - {room_of(path), *WORKSHOPS.get(path.stem, ())}
            ):
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_accounts_know_nothing_of_the_forum():
    for path in (ROOT / "accounts").rglob("*.py"):
        assert not [name for name in imports(path) if name.startswith("forum")], path


def test_nobody_imports_the_wiring():
    allowed = {"config.embedded", "config.processes"}
    for package in ("forum", "accounts"):
        for path in (ROOT / package).rglob("*.py"):
            names = {name for name in imports(path) if name.split(".")[0] == "config"}
            assert names <= allowed, f"{path.relative_to(ROOT)} imports {names - allowed}"


def test_there_are_no_signals_in_the_forum():
    for path in modules():
        assert not [name for name in imports(path) if name.startswith("django.dispatch") or "signals" in name], path
