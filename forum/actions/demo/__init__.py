"""The demo community, from its texts to rows.

An importer in all but name: years cannot be played through verbs that write *now* and count the replies of a
minute, so people, threads, replies and even views are written as rows, openly, in this folder alone. What the
moderator of the demo did is said with the verbs of every moderator, and signed.
"""

from django.db import transaction
from django.utils import timezone

from forum.actions.demo.deeds import do_deeds
from forum.actions.demo.people import SIGNING_IN, write_categories, write_people
from forum.actions.demo.words import Told, is_told, write_replies, write_thread
from forum.actions.levels import weigh
from forum.actions.pages import touch
from forum.demo import read_community
from forum.models import Reply
from forum.search import enter_names, index


@transaction.atomic
def make_demo(password):
    """Write the community as if it had been here for years; its newest thread is some hours old.

    Returns the accounts that ``password`` opens and the threads written. What exists is left as it is: a second
    time nothing is written, and the list of threads is empty.
    """
    now, community = timezone.now(), read_community()
    categories = write_categories(community.categories)
    people = write_people(community.people, password, now)
    told = [Told(text, write_thread(text, people, categories, now)) for text in community.threads if not is_told(text)]
    write_replies(told, people)
    do_deeds(told, people)
    threads = [thread for _text, thread in told]
    _index(threads)
    weigh(*(person.pk for person in people.values()))
    return [people[name] for name in SIGNING_IN], threads


def _index(threads):
    if threads:
        index(*threads, *Reply.objects.filter(thread__in=threads))
        enter_names()
        touch("all")
