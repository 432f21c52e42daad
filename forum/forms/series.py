"""A series as its author fills it in: a name, a line, and a number beside each article."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forum import limits
from forum.forms.screened import ScreenedForm
from forum.models import State, Thread


class SeriesForm(ScreenedForm):
    """Articles with a number belong to the series, in the order of the numbers."""

    scopes = {"title": "title", "about": "body"}

    title = forms.CharField(
        label=_("Name of the series"), max_length=60, error_messages={"required": _("A name, please")}
    )
    about = forms.CharField(
        label=_("What it is about"), max_length=200, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, series=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.threads = list(_free(self._author, series))
        placed = dict(series.parts.values_list("thread_id", "position")) if series else {}
        if series:
            self.initial = {"title": series.title, "about": series.about}
        for thread in self.threads:
            self.fields[f"place-{thread.pk}"] = forms.IntegerField(
                label=thread.title, required=False, min_value=1, max_value=9999, initial=placed.get(thread.pk)
            )

    def clean_title(self):
        return self.fit("title")

    def clean_about(self):
        return self.fit("about")

    def places(self):
        """The bound fields of the articles, for the template."""
        return [self[f"place-{thread.pk}"] for thread in self.threads]

    def chosen(self):
        """What the verb is given."""
        placed = [(self.cleaned_data.get(f"place-{thread.pk}"), thread) for thread in self.threads]
        ordered = sorted(((place, thread.pk, thread) for place, thread in placed if place), key=lambda row: row[:2])
        names = {"title": self.cleaned_data["title"], "about": self.cleaned_data["about"]}
        return {**names, "threads": [thread for _place, _pk, thread in ordered]}


def _free(author, series):
    """The author's articles that stand in no other series, oldest first."""
    own = Thread.objects.filter(author=author).filter(state__in=[State.PUBLIC, State.HELD, State.HIDDEN])
    free = own.filter(Q(part=None) | Q(part__series=series)) if series else own.filter(part=None)
    newest = free.order_by("-id").values_list("pk", flat=True)[: limits.SERIES_LONGEST]
    return Thread.objects.filter(pk__in=list(newest)).only("pk", "title").order_by("pk")
