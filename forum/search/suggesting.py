"""What somebody who has begun to type may want: members, tags, titles."""

from django.utils.safestring import mark_safe

from forum import limits
from forum.chinese import fold
from forum.models import Thread
from forum.search.filters import parted
from forum.search.matching import newest
from forum.search.names import find_names
from forum.search.results import read_question
from forum.search.scoring import ranked
from forum.search.snippets import marked


def suggest(query):
    """([User, …], [Tag, …], [(a thread's number, title as safe HTML, terms), …]) for what has been typed so far."""
    words, filters = parted(query)
    if filters or not words:
        return [], [], []
    people, tags = find_names(words, limits.NAMES_SUGGESTED)
    return people, tags, _titles(words)


def _titles(words):
    asked = read_question(f"{words} type:thread")
    matches = newest(asked, limits.RESULTS_RANKED // 5).rows
    found = {}
    for one in ranked(asked, matches):
        reasons = {part.reason for part in one.parts}
        if reasons & {"title", "title-chance", "sound"}:
            found.setdefault(fold(one.match.title), one.match)
    shown = list(found.values())[: limits.TITLES_SUGGESTED]
    terms = dict(Thread.objects.filter(pk__in=[match.thread_id for match in shown]).values_list("pk", "terms"))
    return [
        (match.thread_id, mark_safe(marked(match.title, asked.wanted, len(match.title))), terms[match.thread_id])
        for match in shown  # `marked` escapes
        if match.thread_id in terms
    ]
