"""What a word typed as pinyin stands for: zhifubao and zfb are 支付宝 where a title says so."""

from collections import Counter

from django.db import connection

from forum.chinese import fold
from forum.search.pinyin import heard, is_sound
from forum.search.words import quoted

_TITLES = "select distinct title from forum_searchentry as entry join forum_thread as thread on thread.id = thread_id \
where vector @@ %s::tsquery and thread.state = 'public' limit 50"
_MOST = 3  # words one sound may stand for


def meanings(asked):
    """{"zhifubao": ["支付宝"]} for the words of a question that may be pinyin and stand in titles; the usual first."""
    return {term.text: found for term in asked.wanted if is_sound(term.text) and (found := _heard(term.text))}


def _heard(sound):
    with connection.cursor() as cursor:
        cursor.execute(_TITLES, [quoted(f"~{sound}")])
        titles = [fold(title) for (title,) in cursor.fetchall()]
    pieces = Counter(piece for title in titles for piece in set(heard(title, sound)))
    return [piece for piece, _times in pieces.most_common(_MOST)]
