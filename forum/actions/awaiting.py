"""Keep an edit that a moderator reads first; the words everybody reads stay as they are."""

from forum.actions.mentioned import linking
from forum.markup import render, render_reply
from forum.models import Amendment, Reply


def await_review(thing, body, **words):
    """The edit waits, in the place of any other of this thing. ``words``: title, category and tags of an article."""
    drop_edit(thing)
    written = (render_reply if isinstance(thing, Reply) else render)(body, linking(body))
    Amendment.objects.create(body=body, body_html=written, **words, **{thing._meta.model_name: thing})


def drop_edit(thing):
    """Whatever waited, was sent back or could be taken back is no longer true: other words have been written."""
    Amendment.objects.filter(**{thing._meta.model_name: thing}).delete()
