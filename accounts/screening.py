"""Whether what people call themselves and say about themselves may stand; who decides is a setting."""

from django.conf import settings
from django.utils.module_loading import import_string


def screened(text, scope, author=None):
    """The text as it may stand, ValidationError where it may not; ``scope`` is "name" or "bio".

    Asks the function the setting WORDS_SCREENED_BY names.
    """
    return import_string(settings.WORDS_SCREENED_BY)(text, scope, author)
