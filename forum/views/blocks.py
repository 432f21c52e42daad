"""屏蔽: whom a member has nothing to do with."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import User
from forum.actions.blocks import set_block
from forum.models import Block


def blocks(request):
    """Everybody this member has blocked, newest first; seen by nobody else."""
    rows = Block.objects.filter(user=request.user).select_related("person").order_by("-id")
    return render(request, "forum/blocks/list.html", {"people": [row.person for row in rows]})


@require_POST
def block(request, name):
    """Block a member (blocked=yes) or no longer (blocked=no)."""
    person = get_object_or_404(User, username=name)
    blocked = request.POST.get("blocked") != "no"
    set_block(request.user, person, blocked=blocked)
    said = _("You have blocked {name}; they are not told.") if blocked else _("You no longer block {name}.")
    messages.success(request, said.format(name=person.username))
    return redirect(person if person.is_active else "blocks")
