"""Post, find, edit and withdraw replies."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from forum.actions.replies import edit_reply, post_reply, withdraw_reply
from forum.forms.replies import ReplyForm
from forum.models import Reply, Shown, Thread
from forum.paging import cursor_to
from forum.rules import may_edit, may_join, may_withdraw, require
from forum.views.arrival import origin_of
from forum.views.edits import edit_of, grounds_of, say_what_became
from forum.views.fragments import html_of
from forum.views.keys import fresh_key, seconds_since
from forum.views.personal import dress
from forum.views.reading import thread_to_answer


@require_POST
def post(request, pk):
    """Add a reply: htmx gets the reply itself, others a redirect to it."""
    thread = thread_to_answer(pk, request.user)
    form = ReplyForm(request.POST, author=request.user)
    if not form.is_valid():
        context = {"thread": thread, "form": form, "may_reply": may_join(request.user, thread)}
        template = "forum/replies/_form.html" if request.htmx else "forum/replies/write.html"
        response = render(request, template, context, status=422)
        response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "#write", "outerHTML"
        return response
    answered = _answered(thread, request.user, form.cleaned_data["parent"])
    reply = post_reply(
        request.user,
        thread,
        form.cleaned_data["body"],
        origin=origin_of(request),
        parent=answered,
        key=form.cleaned_data["key"],
        seconds=seconds_since(form.cleaned_data["key"], request.user),
    )
    if request.htmx:
        return _posted(request, reply)
    if not reply.is_public:
        messages.info(request, _("Thank you. A moderator will look at your reply before others see it."))
    return redirect(reply)


post.anchor = "#write"  # who has to sign in first comes back to the box, where the draft waits


@login_not_required
def find(request, pk):
    """Lead to the page of the thread on which this reply stands."""
    reply = get_object_or_404(Reply.objects.visible_to(request.user).select_related("thread"), pk=pk)
    after = cursor_to(reply.thread.replies.on_page(request.user), reply)
    page = f"?after={after}" if after else ""
    return redirect(f"{reverse('thread', args=[reply.thread_id])}{page}#reply-{reply.pk}")


def edit(request, pk):
    """Change one's own words, or mend what was hidden or sent back."""
    reply = get_object_or_404(Reply.objects.visible_to(request.user).select_related("thread", "author"), pk=pk)
    require(may_edit(request.user, reply))
    waiting = edit_of(reply)
    form = ReplyForm(request.POST or None, initial={"body": (waiting or reply).body}, author=request.user)
    if request.method == "POST" and form.is_valid():
        edit_reply(request.user, reply, form.cleaned_data["body"])
        say_what_became(request, reply)
        return redirect(reply)
    context = {"form": form, "reply": reply, "grounds": grounds_of(reply, waiting)}
    return render(request, "forum/replies/edit.html", context, status=422 if form.is_bound else 200)


def withdraw(request, pk):
    """Ask once more, then take one's own words back."""
    reply = get_object_or_404(Reply.objects.visible_to(request.user).select_related("thread"), pk=pk)
    require(may_withdraw(request.user, reply))
    if request.method != "POST":
        return render(request, "forum/withdraw.html", {"thing": reply})
    withdraw_reply(request.user, reply)
    messages.success(request, _("Your reply has been withdrawn."))
    return redirect(reply.thread)


def _answered(thread, viewer, pk):
    if pk is None:
        return None
    return get_object_or_404(Reply.objects.visible_to(viewer).filter(thread=thread).select_related("parent"), pk=pk)


def _posted(request, reply):
    """The reply as the page shows it, with the thread's new count, appended by htmx."""
    row = Shown(*Reply.objects.filter(pk=reply.pk).on_page(request.user).shown().get())
    thread = Thread.objects.select_related("author").get(pk=reply.thread_id)
    own = dress(request.user, thread, [row])["own"]
    html = html_of([row], request, thread, request.user, own, posted=True)
    context = {"reply": html, "is_public": row.is_public, "thread": thread, "key": fresh_key(request.user)}
    response = render(request, "forum/replies/_posted.html", context, status=201)
    return _beneath(response, reply.answering_id or reply.parent_id)


def _beneath(response, pk):
    """An answer is put right under what it answers, which the reader has before them."""
    if pk:
        response.headers["HX-Retarget"], response.headers["HX-Reswap"] = f"#reply-{pk}", "afterend"
    return response
