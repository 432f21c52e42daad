"""A member takes another name; the old one leads on and is kept from others for a while."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.adapter import AccountAdapter
from accounts.models import FreedName, OldName, User
from accounts.names import folded
from forum import limits, search
from forum.rules import may_rename, require


def rename(user, name):
    """Call the member so from now on. Raises Refused while they may not, ValidationError where the name cannot be."""
    try:
        return _rename(user, name.strip())
    except IntegrityError:  # somebody took it in this very moment
        raise _taken() from None


@transaction.atomic
def _rename(user, name):
    before = User.objects.select_for_update(no_key=True).get(pk=user.pk).username
    require(may_rename(user))
    if name == before:
        raise ValidationError(_("This is your name already."))
    name = AccountAdapter().clean_username(name, shallow=True)
    is_anothers = User.objects.filter(folded_name=folded(name)).exclude(pk=user.pk).exists()
    if is_anothers or OldName.is_kept(name, user) or FreedName.is_kept(name):
        raise _taken()
    now = timezone.now()
    about = {"user": user, "name": before, "changed_at": now, "kept_until": now + limits.NAME_KEPT}
    OldName.objects.update_or_create(folded=folded(before), defaults=about)
    if folded(name) != folded(before):
        OldName.objects.filter(folded=folded(name)).delete()  # their own of earlier, or nobody's any longer
    user.username = name
    user.save(update_fields=["username", "folded_name"])  # tells every page: a name may stand anywhere
    search.enter_name(user)


def _taken():
    return ValidationError(_("This name is taken."))
