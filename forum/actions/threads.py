"""What authors do with threads: publish, edit, withdraw."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from forum import limits, search
from forum.actions.assessing import assess, edit_waits, note_assessment, state_for
from forum.actions.awaiting import await_review, drop_edit
from forum.actions.follows import tell_followers
from forum.actions.hub import tell_hub
from forum.actions.mentioned import called, linking
from forum.actions.pages import touch
from forum.actions.screened import keep_typed, screened
from forum.actions.states import change_state
from forum.actions.telling import tell_of, tell_of_mentions
from forum.chinese import fold, tidy_terms
from forum.markup import contents, excerpt, minutes_to_read, plain, render
from forum.models import Revision, SiteSettings, State, Tag, TellingWord, Thread
from forum.region import TABLE_VERSION, region_of
from forum.rules import (
    may_address,
    may_carry,
    may_edit,
    may_fix,
    may_send_same,
    may_withdraw,
    may_write,
    may_write_from,
    require,
)
from forum.screening import carried_in


def publish_thread(author, *, title, body, category, tags=(), terms="", origin, key=None, seconds=None):
    """Publish an article; where the category or the site reviews first, it waits as HELD.

    ``tags`` are names; ``terms`` lines of forum.chinese.terms; ``origin`` an unsaved Origin; ``key`` the form's
    idempotency key; ``seconds`` how long the form was open, None where there was none.
    """
    if key and (published := Thread.objects.filter(author=author, key=key).first()):
        return published
    try:
        return _publish(author, title, body, category, tags, terms, origin, key, seconds)
    except IntegrityError:
        if key and (published := Thread.objects.filter(author=author, key=key).first()):
            return published
        raise


@transaction.atomic
def _publish(author, title, body, category, tags, terms, origin, key, seconds):
    require(may_write(author))
    require(may_write_from(origin.ip))
    require(may_carry(author, carried_in(body)))
    verdicts = screened(author, ("title", title), ("body", body), *(("tag", tag) for tag in tags))
    require(may_address(author, *called(verdicts[1].text)))
    fixed = _screened_terms(author, terms)
    region = region_of(origin.ip).at(SiteSettings.current().region_precision)
    assessment = assess(author, category.pk, [*verdicts, *fixed], region=region, seconds=seconds)
    thread = Thread(author=author, category=category, key=key, terms=_text_of(fixed))
    set_words(thread, verdicts[0].text, verdicts[1].text)
    thread.region, thread.region_version = region, TABLE_VERSION
    thread.state = state_for(category, assessment, *verdicts, *fixed)
    if thread.state == State.PUBLIC:
        thread.published_at = thread.last_reply_at = thread.created_at
    thread.save()
    keep_telling_words(thread)
    note_assessment(assessment, thread=thread)
    if thread.state == State.PUBLIC:
        tell_hub(thread)
    keep_typed([*verdicts, *fixed], editor=author, title=title, body=body, terms=terms, thread=thread)
    set_tags(thread, [verdict.text for verdict in verdicts[2:] if not verdict.is_masked])
    origin.thread = thread
    origin.save()
    search.index(thread)
    if thread.state == State.PUBLIC:
        tell_of(thread)
        tell_followers(thread)
    touch("all")  # a new thread may stand in the margin of any other
    return thread


@transaction.atomic
def edit_thread(author, thread, *, title, body, category, tags=(), terms=""):
    """Change the article; the words before, and how some were to be shown, are kept as a Revision. What is public stays
    as it is while an edit of it waits for a moderator; what was hidden waits for one anew."""
    thread.refresh_from_db(from_queryset=Thread.objects.select_for_update())  # it may have been hidden meanwhile
    require(may_edit(author, thread))
    typed = {"title": title, "body": body, "terms": tidy_terms(terms)}
    is_same = typed == words_of(thread)
    if is_same:
        require(may_send_same(thread))
    require(may_carry(author, carried_in(body), carried_in(thread.body)))
    verdicts = screened(author, ("title", title), ("body", body), *(("tag", tag) for tag in tags))
    fixed = _screened_terms(author, terms)
    assessment = assess(author, category.pk, [*verdicts, *fixed], region=thread.region)
    require(may_address(author, *(called(verdicts[1].text) - called(thread.body))))
    note_assessment(assessment, thread=thread)
    if not is_same:
        keep_typed([*verdicts, *fixed], editor=author, title=title, body=body, terms=terms, thread=thread)
    words = {"title": verdicts[0].text, "body": verdicts[1].text, "terms": _text_of(fixed)}
    tags = [verdict.text for verdict in verdicts[2:] if not verdict.is_masked]
    if thread.state == State.PUBLIC and edit_waits(author, category, assessment, *verdicts, *fixed):
        await_review(thread, **words, category=category, tags=tags)
    else:
        drop_edit(thread)
        rewrite_thread(thread, words, category, tags)
    return thread


def rewrite_thread(thread, words, category, tags):
    """These words, on this shelf and with these tags; those before are kept. Hidden ones wait from now on."""
    newly = called(words["body"]) - called(thread.body)
    if words != words_of(thread):
        Revision.objects.create(thread=thread, editor=thread.author, **words_of(thread))
        thread.edited_at = timezone.now()
    thread.category, thread.terms = category, words["terms"]
    set_words(thread, words["title"], words["body"])
    thread.save()
    keep_telling_words(thread)
    set_tags(thread, tags)
    if not change_state(thread, State.HELD, allowed_from={State.HIDDEN}):
        search.index(thread)
        tell_hub(thread)
        tell_of_mentions(thread, newly)
    touch("all")


def words_of(thread):
    """What its author wrote, but for shelf and tags."""
    return {"title": thread.title, "body": thread.body, "terms": thread.terms}


@transaction.atomic
def withdraw_thread(author, thread):
    """Take the article back; it and its replies are seen by nobody but moderators."""
    require(may_withdraw(author, thread))
    change_state(thread, State.WITHDRAWN)


def _screened_terms(author, terms):
    """The verdict on a table of words, in a list; none on an empty one. Raises Refused when it cannot be read."""
    require(may_fix(terms))
    table = tidy_terms(terms)
    return screened(author, ("body", table)) if table else []


def _text_of(verdicts):
    return "".join(verdict.text for verdict in verdicts)


def set_words(thread, title, body):
    """Everything derived from what the author wrote is derived here, once, on writing."""
    thread.title, thread.body = title, body
    thread.body_html = render(body, linking(body))
    thread.contents = contents(thread.body_html)
    thread.excerpt = excerpt(body, limits.EXCERPT_LENGTH)
    thread.minutes = minutes_to_read(body)
    thread.telling = search.keywords(f"{title}\n{plain(body)}", limits.TELLING_WORDS)
    thread.words = [word for word, _ in thread.telling]


def keep_telling_words(thread):
    """Store what ``set_words`` found, once the thread has its row; related articles are found by it."""
    thread.telling_words.all().delete()
    words = [TellingWord(thread=thread, word=word, weight=weight) for word, weight in thread.telling]
    TellingWord.objects.bulk_create(words)


def set_tags(thread, names):
    """Attach the tags of these names, making new ones; names that fold alike are one tag, an alias is its tag."""
    wanted = {fold(name): name for name in names}
    for folded, name in wanted.items():
        Tag.objects.get_or_create(folded=folded, defaults={"name": name})
    tags = list(Tag.objects.filter(folded__in=wanted))
    thread.tags.set({tag.same_as_id or tag.pk for tag in tags})
    search.enter_name(*tags)
