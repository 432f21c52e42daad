"""Whether a stranger may sign up; who decides is a setting."""

from django.conf import settings
from django.utils.module_loading import import_string


def let_in(address, email=""):
    """Pass, or raise ValidationError with the reason; asks the function the setting DOOR_KEPT_BY names."""
    import_string(settings.DOOR_KEPT_BY)(address, email)
