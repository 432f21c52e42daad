"""Round the list of words: a box to try a text in, and the list as a file, in and out."""

from itertools import pairwise

from django.contrib import admin, messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from forum.actions.words import keep_words
from forum.forms.words import ListForm, TryForm, as_csv
from forum.models import BlockedWord
from forum.rules import may_keep_words, may_moderate, require
from forum.screening import current_matcher, matcher_of, own_list, rehearse_words, verdict_on


def try_words(request):
    """What the list makes of a text. Nothing is kept, not even that it was tried."""
    require(may_moderate(request.user))
    form = TryForm(request.POST or None)
    found = {}
    if request.method == "POST" and form.is_valid():
        verdict = verdict_on(form.cleaned_data["text"], current_matcher(), form.cleaned_data["scope"])
        found = {"verdict": verdict, "hits": _told(verdict), "pieces": _pieces(verdict)}
    return _answer(request, "word_try.html", _("Try the words"), form, **found)


def bring_words(request):
    """GET: the form. POST: what the list would have done, or the list taken in (``step=import``)."""
    require(may_keep_words(request.user))
    if request.method != "POST":
        return _answer(request, "word_import.html", _("Bring in a list of words"), _first(request))
    form = ListForm(request.POST, request.FILES)
    if not form.is_valid():
        return _answer(request, "word_import.html", _("Bring in a list of words"), form)
    words = form.cleaned_data["words"]
    if request.POST.get("step") == "import":
        added, changed = keep_words(request.user, words)
        messages.success(request, _("{added} words added, {changed} changed.").format(added=added, changed=changed))
        return redirect("admin:forum_blockedword_changelist")
    names = {one.word for one in words}
    kept = list(BlockedWord.objects.filter(is_active=True).exclude(word__in=names))
    rehearsal = rehearse_words(current_matcher(), matcher_of([*kept, *words]))
    again = ListForm({**request.POST.dict(), "text": form.cleaned_data["text"]})
    found = {"words": words, "rehearsal": rehearsal, "levels": dict(BlockedWord.Level.choices)}
    return _answer(request, "word_import.html", _("Bring in a list of words"), again, **found)


def export_words(request):
    """The list as CSV, or with ``?as=txt`` the bare words."""
    require(may_keep_words(request.user))
    words = BlockedWord.objects.all()
    if request.GET.get("as") == "txt":
        text = "".join(f"{one.word}\n" for one in words if one.is_active)
        return _file(HttpResponse(text, content_type="text/plain; charset=utf-8"), "words.txt")
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")  # the mark tells spreadsheets UTF-8
    as_csv(words, response)
    return _file(response, "words.csv")


def _first(request):
    """The empty form; with ``?own`` our own small list is in it."""
    return ListForm(initial={"text": own_list()} if "own" in request.GET else {})


def _told(verdict):
    """Each hit with the names a moderator knows."""
    return [
        {
            "word": hit.word,
            "typed": verdict.typed[hit.start : hit.end],
            "level": BlockedWord.Level(hit.level),
            "reach": BlockedWord.Reach(hit.reach).label,
        }
        for hit in verdict.hits
    ]


def _pieces(verdict):
    """The text in pieces, ``(words, whether they were met)``."""
    text, met = verdict.typed, [False] * len(verdict.typed)
    for hit in verdict.hits:
        met[hit.start : hit.end] = [True] * (hit.end - hit.start)
    edges = [place for place in range(len(text) + 1) if place in (0, len(text)) or met[place] != met[place - 1]]
    return [(text[start:end], met[start]) for start, end in pairwise(edges)]


def _file(response, name):
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _answer(request, template, title, form, **found):
    context = {**admin.site.each_context(request), "title": title, "form": form, **found}
    request.current_app = admin.site.name
    wrong = form.is_bound and not form.is_valid()
    return TemplateResponse(request, f"admin/forum/{template}", context, status=422 if wrong else 200)
