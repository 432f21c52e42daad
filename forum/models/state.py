from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a thread or reply stands. One column, so nothing can be hidden *and* waiting."""

    DRAFT = "draft", _("Draft")
    HELD = "held", _("Held for review")
    PUBLIC = "public", _("Public")
    HIDDEN = "hidden", _("Hidden")
    WITHDRAWN = "withdrawn", _("Withdrawn")
