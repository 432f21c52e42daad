"""A finished reply is found again by what it shows, whatever language is spoken next."""

from django.utils import translation

from forum.models import Reply
from forum.views.fragments import _look


def test_the_name_of_a_reader_of_the_original_site_is_the_same_key_in_every_language():
    """A lazy translation changes its hash with the language, which breaks the shelf it is a key on."""
    ghost = Reply(body="好", answering=Reply(body="在"))
    ghost.is_shell, ghost.mine, ghost.html = False, False, None
    with translation.override("zh-hans"):
        spoken = [part for part in _look(ghost) if part == "原站网友"]
    assert spoken and all(type(part) is str for part in spoken)
