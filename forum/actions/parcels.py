"""A member's data, asked for by them, packed by the worker, erased when its term is over."""

import secrets
from contextlib import suppress

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from procrastinate.contrib.django import app

from forum.actions.notices import tell
from forum.exporting import pack
from forum.models import Notice, Parcel
from forum.rules import Refused, may_ask_for_parcel, require


def ask_for_parcel(user):
    """Have everything of this member's packed; one at a time."""
    require(may_ask_for_parcel(user))
    try:
        with transaction.atomic():
            language, name = get_language() or "", secrets.token_hex(20)
            parcel = Parcel.objects.create(user=user, language=language, name=name)
            app.configure_task("forum.tasks.pack_parcel").defer(pk=parcel.pk)
    except IntegrityError:  # asked twice in one moment
        raise Refused(may_ask_for_parcel(user).reason) from None
    return parcel


def make_parcel(pk):
    """Pack it, unless that has been done; where it cannot be, that is kept and the error goes on to the log."""
    parcel = Parcel.objects.waiting().select_related("user").filter(pk=pk).first()
    if parcel is None:
        return
    half = parcel.path.with_suffix(".half")
    try:
        half.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        pack(parcel.user, half, parcel.language)
        half.replace(parcel.path)
    except Exception:
        half.unlink(missing_ok=True)
        Parcel.objects.filter(pk=pk).update(failed_at=timezone.now())
        raise
    size = parcel.path.stat().st_size
    Parcel.objects.filter(pk=pk).update(made_at=timezone.now(), size=size)
    tell(parcel.user, Notice.Kind.PARCEL, link=reverse("parcels"))


def erase_parcels(parcels=None):
    """Erase the files whose term is over, or of these parcels; returns how many."""
    erased = 0
    for parcel in Parcel.objects.over() if parcels is None else parcels:
        with suppress(FileNotFoundError):
            parcel.path.unlink()
        erased += Parcel.objects.filter(pk=parcel.pk).update(erased_at=timezone.now())
    return erased
