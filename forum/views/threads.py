"""Read an article and its discussion; write, edit and withdraw one."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from forum.actions.threads import edit_thread, publish_thread, withdraw_thread
from forum.forms.replies import ReplyForm
from forum.forms.threads import ThreadForm
from forum.models import Thread
from forum.paging import SORTS, page_of
from forum.pictures import NotAPicture
from forum.readership import saw
from forum.rules import Refused, may_edit, may_join, may_withdraw, may_write, require, sheltered, takes_replies
from forum.views.arrival import origin_of
from forum.views.edits import edit_of, grounds_of, say_what_became
from forum.views.fragments import html_of
from forum.views.heads import head_of_thread
from forum.views.keys import fresh_key, seconds_since
from forum.views.margin import margin_of
from forum.views.personal import SOMEBODY, dress
from forum.views.pictures import received
from forum.views.reading import public_thread
from forum.views.ready import ready_made
from forum.views.shared import KEY, MENU, TOKEN, SharedPage, shared_page


@login_not_required
@ready_made("thread")
def detail(request, pk):
    """The thread page; an ordinary member's is the shared one with their own laid in."""
    if shared := shared_page(request, pk, lambda: _for_all_members(request, pk)):
        response, thread = shared
        _count_view(request, thread)
        return response
    thread, tags, look = _thread(request, pk)
    context = _page_context(request, thread, tags, request.user)
    context |= {"look": look, "may_reply": may_join(request.user, thread), **_reply_form(request, thread)}
    context |= dress(request.user, thread, context["page"].rows)
    context["shelter"] = sheltered().get(request.user.pk)
    context["replies"] = html_of(context["page"].rows, request, thread, request.user, context["own"])
    _count_view(request, thread)
    template = "forum/replies/_list.html" if request.htmx and "after" in request.GET else "forum/threads/detail.html"
    return render(request, template, context)


def _thread(request, pk):
    """The thread with this number, its tags and, for a visitor, its look, as far as this reader may read it."""
    if not request.user.is_authenticated:
        if found := public_thread(pk):
            return found
        raise Http404
    thread = get_object_or_404(_readable(request), pk=pk)
    return thread, list(thread.tags.all()), None


def _page_context(request, thread, tags, viewer):
    """What the page shows to this viewer, but for what is their own."""
    sort = request.GET.get("sort") if request.GET.get("sort") in SORTS else "oldest"
    only_author = "author" in request.GET and thread.author_id is not None
    after = request.GET.get("after", "")
    page = page_of(thread, viewer, sort, after, only=thread.author_id if only_author else None)
    return {
        "thread": thread,
        "tags": tags,
        "page": page,
        "head": head_of_thread(request, thread, tags, page.rows, page={"after": after if sort == "oldest" else ""}),
        "sort": sort,
        "sorts": tuple(SORTS),
        "only_author": only_author,
        "margin": margin_of(thread),
    }


def _for_all_members(request, pk):
    """The SharedPage of a public thread, or None."""
    if not (found := public_thread(pk)):
        return None
    thread, tags, look = found
    context = _page_context(request, thread, tags, AnonymousUser())
    rows = context["page"].rows
    form = ReplyForm(initial={"key": KEY})
    nobodys = {"look": look, "user": SOMEBODY, "moderates": False, "csrf_token": TOKEN, "messages": (), "menu": MENU}
    nobodys |= {"may_reply": takes_replies(thread), "form": form}
    nobodys |= {"favourited": False, "liked": False, "followed": False}
    nobodys["replies"] = html_of(rows, request, thread, SOMEBODY)
    html = render_to_string("forum/threads/detail.html", {**context, **nobodys}, request)
    authors = frozenset({thread.author_id, *(row.author_id for row in rows)})
    return SharedPage(html, thread, {row.pk: row.likes_count for row in rows}, authors)


def write(request):
    """Write a new article."""
    if "add_picture" in request.POST:
        return _with_picture(request, {"ruling": may_write(request.user)})
    form = ThreadForm(request.POST or None, initial={"key": fresh_key(request.user)}, author=request.user)
    if request.method == "POST" and form.is_valid():
        seconds = seconds_since(form.cleaned_data["key"], request.user)
        thread = publish_thread(request.user, **form.cleaned_data, origin=origin_of(request), seconds=seconds)
        if not thread.published_at:
            messages.info(request, _("Thank you. A moderator will look at it before it appears."))
        return redirect(thread)
    status = 422 if form.is_bound else 200
    return render(request, "forum/threads/write.html", {"form": form, "ruling": may_write(request.user)}, status=status)


def edit(request, pk):
    """Change one's own article."""
    thread = get_object_or_404(_readable(request), pk=pk)
    require(may_edit(request.user, thread))
    waiting = edit_of(thread)
    about = {"thread": thread, "grounds": grounds_of(thread, waiting)}
    if "add_picture" in request.POST:
        return _with_picture(request, about)
    tags = waiting.tags if waiting else [tag.name for tag in thread.tags.all()]
    words = waiting or thread
    initial = {"title": words.title, "category": words.category, "body": words.body, "terms": words.terms}
    initial["tags"] = " ".join(tags)
    form = ThreadForm(request.POST or None, initial=initial, author=request.user)
    if request.method == "POST" and form.is_valid():
        for only_once in ("key", "proven"):
            form.cleaned_data.pop(only_once)
        edit_thread(request.user, thread, **form.cleaned_data)
        say_what_became(request, thread)
        return redirect(thread)
    status = 422 if form.is_bound else 200
    return render(request, "forum/threads/write.html", {"form": form, **about}, status=status)


def _with_picture(request, context):
    """Without scripts: the form again as it was sent, with the picture at the end of the body or the reason why not."""
    typed, wrong = request.POST.dict(), ""
    try:
        typed["body"] = f"{typed.get('body', '').rstrip()}\n\n{received(request)}\n".lstrip()
    except (NotAPicture, Refused) as refusal:
        wrong = str(refusal)
    context |= {"form": ThreadForm(initial=typed, author=request.user), "picture_wrong": wrong}
    return render(request, "forum/threads/write.html", context, status=422 if wrong else 200)


def withdraw(request, pk):
    """Ask once more, then take one's own article back."""
    thread = get_object_or_404(_readable(request), pk=pk)
    require(may_withdraw(request.user, thread))
    if request.method != "POST":
        return render(request, "forum/withdraw.html", {"thing": thread})
    withdraw_thread(request.user, thread)
    messages.success(request, _("The article has been withdrawn."))
    return redirect("feed")


def _count_view(request, thread):
    """A member's view; visitors' are counted where their pages are given out. Authors do not count themselves."""
    if request.user.is_authenticated and request.user.pk != thread.author_id:
        saw(
            thread.pk,
            address=request.user.pk,
            browser=request.headers.get("User-Agent", ""),
            secret=settings.SECRET_KEY,
            purpose=request.headers.get("Sec-Purpose", ""),
        )


def _reply_form(request, thread):
    """An empty form with a fresh key; ``?answer=9`` points it at reply 9. Visitors have none."""
    if not request.user.is_authenticated:
        return {"form": None, "answered": None}
    pk = request.GET.get("answer", "")
    answered = thread.replies.on_page(request.user).public().filter(pk=int(pk)).first() if _is_number(pk) else None
    return {
        "form": ReplyForm(initial={"key": fresh_key(request.user), "parent": answered and answered.pk}),
        "answered": answered,
    }


def _is_number(text):
    return text.isascii() and text.isdecimal() and len(text) < 19  # what a bigint column can be asked for


def _readable(request):
    return Thread.objects.visible_to(request.user).select_related("author", "category")
