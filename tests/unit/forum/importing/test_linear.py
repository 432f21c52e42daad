"""No text is slow to read: the work grows with the text, whatever stands in it.

All texts are read by one process that may use so much CPU and no more. The bound is an end, not a measurement: read
in linear time the list takes a small part of it, and a single quadratic pattern alone exceeds it.
"""

import os
import resource
import subprocess
import sys

_CPU = 60  # seconds for the whole list
_LENGTH = 60_000  # characters
_HEAD = "小区便民柜为什么没人用？\n\n3 评论 8642 浏览 57 收藏\n\n我们在三个小区里装了便民柜，大家不愿意打开它。\n\n"
_UNITS = (
    *("[", "![", "[](http:", "![](", "1,", "1", "—", "1 ", " ", "\u00a0", "\n", "评论\n", "1 评论 ", "字?蛘A", "**a "),
    *("<a ", "<!--", "</p>", "<div>", "<title>", "<li class='comment'>", "<div class='comments'>", "發(fā)", "字 "),
)
_WHOLE = (
    "<!---->" * 700,
    "\n".join((_HEAD, "评论请登录", "回复" + "1" * 50 + "某")),
    "\n".join((_HEAD, "评论请登录", "回复 " + "1/" * 27 + "某")),
    "---\ntitle: " + "a" + " " * _LENGTH + "b\n---\n" + _HEAD,
    f"<html><title>题{'-网' * _LENGTH}</title><p>我们在三个小区里装了便民柜，大家不愿意打开它。</p></html>",
)


def test_every_text_is_read_within_one_bound_of_work():
    ended = subprocess.run(
        [sys.executable, __file__],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


def _texts():
    yield from _WHOLE
    for unit in _UNITS:
        text = (unit * _LENGTH)[:_LENGTH]
        yield text
        yield _HEAD + text
        yield _HEAD + "评论\n评论请登录\n" + text


def _read_all():
    from forum.importing import NotAPage, read_page

    resource.setrlimit(resource.RLIMIT_CPU, (_CPU, _CPU))
    for text in _texts():
        print(repr(text[-12:]), flush=True)
        try:
            page = read_page(text.encode())
        except NotAPage:
            continue
        page.body_source()


if __name__ == "__main__":
    import django

    django.setup()
    _read_all()
