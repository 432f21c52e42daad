"""Rows of several nouns in one statement: all of them or none, each with its number and the columns it was given."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from forum.actions.together import write_together
from forum.models import Assessment, Level, Origin, Outcome, Reply


def reply_to(thread, author, **more):
    return Reply(thread=thread, author=author, body="话 100%", body_html="<p>话 100%</p>", **more)


def test_each_row_is_there_with_what_it_was_given(mei, make_thread):
    thread = make_thread()
    parent = reply_to(thread, mei)
    write_together(parent)
    reply = reply_to(thread, mei, parent=parent, key=uuid.uuid4())
    assessment = Assessment(level=Level.MEMBER, signals=["new", "fast"], outcome=Outcome.LOOK)
    origin = Origin(ip="61.139.2.69", user_agent="it's %s")
    write_together(reply, assessment, origin)
    for thing in (parent, reply, assessment, origin):
        kept = type(thing).objects.get(pk=thing.pk)
        for field in thing._meta.concrete_fields:
            assert field.value_from_object(kept) == field.value_from_object(thing), field
    assert reply.parent_id == parent.pk and origin.reply == assessment.reply == reply


def test_what_was_written_can_be_saved_again(mei, make_thread):
    reply, origin = reply_to(make_thread(), mei), Origin(ip=None)
    write_together(reply, origin)
    reply.body = "别的"
    reply.save(), origin.save()
    assert Reply.objects.get().body == "别的" and Origin.objects.filter(reply=reply).count() == 1


def test_where_one_row_cannot_stand_none_is_written(mei, make_thread):
    reply = reply_to(make_thread(), mei)
    with pytest.raises(IntegrityError), transaction.atomic():
        write_together(reply, Origin(ip=None, thread=reply.thread))  # of one thing only
    assert not Reply.objects.exists() and reply.pk is None
