"""The door that reads and never saves: whatever changes behind it changes by a verb."""

from functools import update_wrapper

from django.contrib import admin
from django.contrib.admin.utils import display_for_field, label_for_field, lookup_field, unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from forum.admin.cards import card_about, card_of
from forum.admin.reasons import ask, with_reason
from forum.rules import may_moderate, require

__all__ = ["LookOnlyAdmin", "with_reason"]


class LookOnlyAdmin(admin.ModelAdmin):
    """Lists and shows one noun to moderators; refuses to add, change or delete, however it is asked.

    ``facts`` names what the thing's own page lists, ``look_template`` the page. ``actions`` are made by
    ``with_reason`` and become buttons: in bulk under the list, and for one thing on its page.
    """

    opens = staticmethod(may_moderate)  # the Ruling on who comes in at all
    facts = ()
    look_template = "admin/forum/look.html"
    list_per_page = 50
    show_full_result_count = False
    empty_value_display = "—"
    show_facets = admin.ShowFacets.NEVER
    list_display_links = None

    def has_module_permission(self, request):
        return bool(self.opens(request.user))

    def has_view_permission(self, request, obj=None):
        return bool(self.opens(request.user))

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def lookup_allowed(self, lookup, value, request=None):
        """Only what the filters offer: a list must not be asked for passwords or addresses."""
        offered = {
            getattr(way, "parameter_name", way[0] if isinstance(way, tuple) else way) for way in self.list_filter
        }
        return lookup.split("__")[0] in offered

    def get_actions(self, request, action_location=None):  # Django 6.1 asks for a place as well
        where = {"action_location": action_location} if action_location else {}
        offered = super().get_actions(request, **where)
        return {name: act for name, act in offered.items() if _verb_of(act).allowed(request.user)}

    def things(self, queryset):
        """What the verbs are said for."""
        return list(queryset)

    @property
    def urls(self):
        """Every address of this door asks ``opens`` first, those that subclasses add too."""
        patterns = super().urls
        for pattern in patterns:
            pattern.callback = self._guarded(pattern.callback)
        return patterns

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        verb = path("<int:pk>/verbs/<slug:verb>/", self.admin_site.admin_view(self.verb_view), name=f"{name}_verb")
        return [verb, *super().get_urls()]

    def verb_view(self, request, pk, verb):
        """The page «理由» for one thing."""
        thing = self._find(request, pk)
        found = self.get_actions(request).get(verb)
        if thing is None or found is None:
            raise Http404
        return ask(request, _verb_of(found), self.things([thing]))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """The thing's own page. There is no form behind it, so there is nothing a forged one could reach."""
        if object_id is None or request.method not in {"GET", "HEAD"}:
            raise PermissionDenied
        thing = self._find(request, unquote(object_id))
        if thing is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        context = {
            **self.admin_site.each_context(request),
            "title": str(thing),
            "opts": self.opts,
            "thing": thing,
            "facts": [self._fact(name, thing) for name in self.facts],
            "buttons": self._buttons(request, thing),
            **self.beside(request, thing),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, self.look_template, context)

    def history_view(self, request, object_id, extra_context=None):
        """Decisions are the history, and they stand on the thing's own page."""
        return redirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[object_id]))

    def beside(self, request, thing):
        """What else the page shows: the card, and what was decided about the thing."""
        about = thing.decisions_about if hasattr(thing, "decisions_about") else getattr(thing, "decisions", None)
        decisions = about.select_related("moderator") if about else []
        card = card_of(thing) if about else card_about(thing) if hasattr(thing, "thing") else None
        return {"card": card, "decisions": decisions}

    def _guarded(self, view):
        def guarded(request, *args, **kwargs):
            if request.user.is_authenticated:  # the others are sent to sign in, inside
                require(self.opens(request.user))
            return view(request, *args, **kwargs)

        return update_wrapper(guarded, view)

    def _find(self, request, pk):
        return self.get_object(request, str(pk))

    def _buttons(self, request, thing):
        here = f"admin:{self.opts.app_label}_{self.opts.model_name}_verb"
        offered = map(_verb_of, self.get_actions(request).values())
        fitting = [act for act in offered if all(map(act.fits, self.things([thing])))]
        return [(act.label, reverse(here, args=[thing.pk, act.word])) for act in fitting]

    def _fact(self, name, thing):
        field, _attribute, value = lookup_field(name, thing, self)
        shown = display_for_field(value, field, "—") if field else value
        return label_for_field(name, self.model, self), shown


def _verb_of(action):
    """What an entry of get_actions says: a tuple's first until Django 6.1, an Action's ``func`` since."""
    return action.func if hasattr(action, "func") else action[0]
