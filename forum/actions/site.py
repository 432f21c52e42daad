"""What the operator does with the site as a whole."""

from django.db import transaction

from forum.actions.decisions import sign
from forum.actions.pages import touch
from forum.models import Decision, SiteSettings
from forum.rules import may_change_settings, require


@transaction.atomic
def save_settings(moderator, *, reason, **values):
    """Change the site's settings; the Decision says what was and what is. Saying it twice changes nothing.

    ``values`` are columns of SiteSettings, cleaned by the form.
    """
    require(may_change_settings(moderator))
    SiteSettings.objects.get_or_create(pk=1)
    site = SiteSettings.objects.select_for_update().get(pk=1)
    changes = {name: value for name, value in values.items() if getattr(site, name) != value}
    if not changes:
        return False
    detail = "；".join(_change(site, name, value) for name, value in changes.items())
    for name, value in changes.items():
        setattr(site, name, value)
    site.save(update_fields=list(changes))
    touch("all")
    sign(moderator, Decision.Verb.SETTINGS, None, reason, detail)
    return True


def _change(site, name, value):
    return f"{SiteSettings._meta.get_field(name).verbose_name}：{getattr(site, name)} → {value}"
