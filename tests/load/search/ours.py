"""What our own search answers."""

from tests.load.search.measures import DEPTH


def fill(texts):
    """Publish the texts, each as a thread, and index them as `rebuild_search` does."""
    from forum import search
    from forum.actions.threads import set_words
    from forum.models import Category, State, Thread

    shelf = Category.objects.create(name="评测", slug="judged")
    threads = []
    for number, text in enumerate(texts, 1):
        thread = Thread(pk=number, category=shelf, byline="评测", state=State.PUBLIC)
        set_words(thread, text.title, text.body)
        thread.published_at = thread.last_reply_at = text.written_at
        threads.append(thread)
    Thread.objects.bulk_create(threads)
    for _made in search.rebuild():
        pass


def ask(typed):
    """Numbers of texts, best first: the pages a reader would turn, a slip put right as on the first."""
    from django.contrib.auth.models import AnonymousUser

    from forum.search import search

    page = search(typed, AnonymousUser())
    answered, found = page.instead or typed, [hit.thread.pk - 1 for hit in page.hits]
    while page.next and len(found) < DEPTH:
        page = search(answered, AnonymousUser(), cursor=page.next, literally=True)
        found += [hit.thread.pk - 1 for hit in page.hits]
    return found
