"""Only verbs write, and every verb asks the rules."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
WRITES = {"save", "create", "get_or_create", "update_or_create", "bulk_create", "bulk_update", "delete", "update"}
# Places outside forum/actions that write, each with its reason.
WRITERS = {
    "pictures": "files, not rows",
    "search": "its own derived table",
    "management": "gettext files",
    "admin": "Django's own form machinery for the tables moderators edit directly",
}
UNASKED = {  # verbs that ask no rule, each with its reason
    "linking": "a question",
    "tell_of_report": "a note, made by verbs that have asked",
    "change_state": "the machinery under the verbs that have asked",
    "last_reply_at": "a question",
    "note_look": "called by verbs that have asked",
    "sign": "the end of verbs that have asked",
    "tell": "a note, made by verbs that have asked; who may read the words is asked when it is shown",
    "tell_all": "the same for several people",
    "tell_of": "a step of verbs that have asked",
    "tell_of_reply": "a step of verbs that have asked",
    "tell_of_mentions": "a step of verbs that have asked",
    "tell_followers": "speaks to the worker; writes nothing",
    "tell_of_news": "a step of verbs that have asked, by the worker",
    "called": "a question",
    "forget_notices": "housekeeping on a clock",
    "clean": "a question",
    "note_met": "a note, made by verbs that have asked and for words that were refused",
    "watch": "housekeeping on a clock",
    "forget_met": "housekeeping on a clock",
    "introduce": "a question accounts ask, and its note",
    "fill": "measuring, on a database nobody uses",
    "fold_views": "counts what was seen",
    "forget_views": "housekeeping on a clock",
    "forget_origins": "housekeeping on a clock",
    "set_words": "derives columns; saves nothing",
    "must_wait": "a question",
    "edit_waits": "a question",
    "await_review": "called by verbs that have asked",
    "drop_edit": "called by verbs that have asked",
    "rewrite_thread": "a step of verbs that have asked",
    "rewrite_reply": "a step of verbs that have asked",
    "words_of": "a question",
    "take_back": "a step of undo and of granting an appeal",
    "state_for": "a question",
    "note_assessment": "a note, made by verbs that have asked",
    "keep_typed": "evidence, called by verbs that have asked",
    "write_together": "the machinery under verbs that have asked",
    "touch": "speaks to other processes; writes nothing",
    "set_tags": "called by verbs that have asked",
    "keep_telling_words": "a step of verbs that have asked",
    "tell_hub": "speaks to the worker; writes nothing",
    "ping": "speaks to the hub; writes nothing",
    "recount": "mends derived columns",
    "write_ghosts": "a step of host_page",
    "identity": "a question",
    "make_demo": "an importer writes rows itself; what its moderator does is said with the verbs that ask",
    "write_categories": "a step of make_demo",
    "write_people": "a step of make_demo",
    "write_thread": "a step of make_demo",
    "write_replies": "a step of make_demo",
    "is_told": "a question",
    "erase_due_accounts": "the worker's half of close_account",
    "erase_account": "the worker's half of close_account",
    "write_letter": "mail, for verbs that have asked",
    "unname": "a step of erase_account",
    "make_parcel": "the worker's half of ask_for_parcel",
    "erase_parcels": "housekeeping on a clock",
    "weigh": "derives a column from facts, for verbs that have asked and on a clock",
    "weigh_everybody": "housekeeping on a clock",
    "do_deeds": "says verbs that ask",
}


def trees(folder):
    for path in sorted((ROOT / "forum" / folder).rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def calls(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node


def touches_rows(call):
    """thing.save(), Model.objects.create(…), queryset.update(…) — not dict.update or hash.update."""
    source = ast.unparse(call.func.value)
    if call.func.attr in {"save"}:
        return source not in {"image", "buffer"}
    return "objects" in source or ".filter(" in source or source.endswith("_set")


def test_only_verbs_write():
    wrong = []
    for folder in sorted(path.name for path in (ROOT / "forum").iterdir() if path.is_dir()):
        if folder in {"actions", "migrations", "__pycache__", *WRITERS}:
            continue
        for path, tree in trees(folder):
            for call in calls(tree):
                if call.func.attr in WRITES and touches_rows(call):
                    wrong.append(f"{path.relative_to(ROOT)}:{call.lineno} {ast.unparse(call.func)}")
    assert not wrong, "\n".join(wrong)


def public_functions(tree):
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def test_every_verb_asks_the_rules():
    """A verb says require(...) itself or in a private function of its module that it calls."""
    wrong = []
    for path, tree in trees("actions"):
        if path.parent.name != "actions" and path.name != "__init__.py":
            continue  # the parts of a verb that is a folder
        functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        for verb in public_functions(tree):
            if verb.name not in UNASKED and not asks(verb, functions, set()):
                wrong.append(f"{path.relative_to(ROOT)}: {verb.name}")
    assert not wrong, "these verbs ask no rule:\n" + "\n".join(wrong)


def asks(function, functions, seen):
    seen.add(function.name)
    called = {
        node.func.id for node in ast.walk(function) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    if "require" in called:
        return True
    return any(asks(functions[name], functions, seen) for name in called & functions.keys() - seen)
