"""One word per thing: struck-out words do not name anything in the forum."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
STRUCK = {"topic", "post", "article", "discussion", "comment", "board", "node", "bookmark", "flag", "location",
          "modlog", "member_id", "hits", "pv"}  # fmt: skip
VERBS_ALLOWED = {"post_reply", "post"}  # 'post' is the author's verb
WORD = re.compile(r"[a-z]+")


def names_in(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def words(name):
    return set(WORD.findall(re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()))


def test_struck_out_words_name_nothing():
    wrong = []
    for folder in ("models", "actions", "rules", "views", "admin", "forms"):
        base = ROOT / "forum" / folder
        for path in [base] if base.suffix else sorted(base.rglob("*.py")):
            for name in names_in(path):
                if words(name) & STRUCK and name not in VERBS_ALLOWED and not name.startswith("_post"):
                    wrong.append(f"{path.relative_to(ROOT)}: {name}")
    assert not wrong, "\n".join(wrong)
