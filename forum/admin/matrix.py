"""The review matrix: one page a shelf, changed only after a dry run, by a verb that is signed for."""

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from forum.actions.matrix import save_matrix
from forum.admin.base import LookOnlyAdmin
from forum.forms.matrix import MatrixForm, ShelfForm
from forum.models import Category, Level, Outcome, ReviewCell, SiteSettings
from forum.rules import SUGGESTED, Matrix, current_matrix, may_change_settings, require
from forum.screening import rehearse_matrix


@admin.register(ReviewCell)
class MatrixAdmin(LookOnlyAdmin):
    actions = None

    def has_module_permission(self, request):
        return bool(may_change_settings(request.user))

    def changelist_view(self, request, extra_context=None):
        """The matrix of ``?category=``; POST ``step=look`` rehearses it, ``step=save`` switches it on."""
        require(may_change_settings(request.user))
        category = _shelf(request)
        said = request.method == "POST"
        form = MatrixForm(request.POST if said else None, category=category, initial=_initial(request, category))
        if not said or not form.is_valid():
            return self._answer(request, category, form, 422 if said else 200)
        if request.POST.get("step") != "save":
            return self._answer(request, category, form, rehearsal=_rehearsal(category, form.cells))
        if not form.cleaned_data["reason"].strip():
            form.add_error("reason", _("Say why, in a few words"))
            return self._answer(request, category, form, 422, rehearsal=_rehearsal(category, form.cells))
        cells = _kept(category, form.cells)
        changed = save_matrix(request.user, category, cells, reason=form.cleaned_data["reason"])
        messages.success(request, _("The matrix is in force.") if changed else _("Nothing was different."))
        return redirect(request.get_full_path())

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        require(may_change_settings(request.user))
        return redirect("admin:forum_reviewcell_changelist")

    def _answer(self, request, category, form, status=200, **found):
        context = {
            **self.admin_site.each_context(request),
            "title": _("Review matrix"),
            "form": form,
            "category": category,
            "shelves": Category.objects.all(),
            "levels": Level,
            "outcomes": dict(Outcome.choices),
            "mode": SiteSettings.current().get_mode_display(),
            **found,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/forum/matrix.html", context, status=status)


def _shelf(request):
    form = ShelfForm(request.GET)
    return form.cleaned_data["category"] if form.is_valid() else None


def _initial(request, category):
    if "suggested" in request.GET and category is None:
        return MatrixForm.initial_of(SUGGESTED)
    mine = category and category.pk
    cells = {tuple(place): one for (shelf, *place), one in current_matrix().cells.items() if shelf == mine}
    return MatrixForm.initial_of(cells)


def _kept(category, cells):
    """For all shelves, publishing is what happens anyway."""
    plain = "" if category else Outcome.PUBLISH
    return {place: "" if outcome == plain else outcome for place, outcome in cells.items()}


def _rehearsal(category, cells):
    now, mine = current_matrix(), category and category.pk
    then = {place: outcome for place, outcome in now.cells.items() if place[0] != mine}
    then |= {(mine, *place): outcome for place, outcome in _kept(category, cells).items() if outcome}
    return rehearse_matrix(now, Matrix(then))
