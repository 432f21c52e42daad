"""Handing in a saved page: look first, source beside result; then import."""

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forum.actions.importing import host_page
from forum.forms.importing import PageForm
from forum.importing import NotAPage, compare, read_page
from forum.rules import may_import, require

KINDS = {
    "watermark": gettext_lazy("Hidden characters removed"),
    "blank_line": gettext_lazy("Lines of no-break spaces removed"),
    "residue": gettext_lazy("Halves of tags removed"),
    "pinyin": gettext_lazy("Pinyin behind characters removed"),
    "gbk_shift": gettext_lazy("Shifted bytes restored"),
    "script": gettext_lazy("Traditional characters simplified"),
    "over_conversion": gettext_lazy("Over-converted words restored"),
    "punctuation": gettext_lazy("Half-width marks widened"),
}


def import_page(request):
    """GET: the form. POST: look at the page, or import it (``step=import``)."""
    require(may_import(request.user))
    if request.method != "POST":
        return _answer(request, PageForm())
    form = PageForm(request.POST, request.FILES)
    if not form.is_valid():
        return _answer(request, form, status=422)
    given = form.cleaned_data
    try:
        page = read_page(given["raw"], repair=not given["as_saved"])
    except NotAPage as refusal:
        form.add_error(None, str(refusal.reason))
        return _answer(request, form, status=422)
    if request.POST.get("step") == "import":
        return _import(request, page, given)
    return _look(request, form, page)


def _look(request, form, page):
    again = PageForm(form.packed_again())
    found = {
        "page": page,
        "rows": compare(form.cleaned_data["raw"], page),
        "repairs": [(KINDS[repair.kind], repair, round(repair.confidence * 100)) for repair in page.repairs],
        "kinds": KINDS,
        "name": form.cleaned_data["name"],
    }
    return _answer(request, again, **found)


def _import(request, page, given):
    thread, created = host_page(request.user, page, given["raw"], given["name"], given["category"])
    sentence = _("“{title}” is imported.") if created else _("“{title}” was here already and has been renewed.")
    messages.success(request, sentence.format(title=thread.title))
    return redirect("admin:forum_thread_change", thread.pk)


def _answer(request, form, status=200, **found):
    context = {**admin.site.each_context(request), "title": _("Import a saved page"), "form": form, **found}
    request.current_app = admin.site.name
    return TemplateResponse(request, "admin/forum/import_page.html", context, status=status)
