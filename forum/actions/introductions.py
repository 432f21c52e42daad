"""What people say of themselves: the name they choose and the few words about them (setting WORDS_SCREENED_BY)."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from forum.actions.hits import note_met
from forum.models import BlockedWord
from forum.screening import screen

Scope = BlockedWord.Scope


def introduce(text, scope, author=None):
    """The text as it may stand; raises ValidationError where it may not.

    ``scope`` is "name" or "bio". No moderator stands between these and the page: a word to be held is refused
    here, and a name with any blocked word in it, for nobody can be called ＊＊.
    """
    verdict = screen(text, author, scope)
    note_met(author, verdict)
    if scope == Scope.NAME and verdict.hits:
        raise ValidationError(_("This name cannot be used here; please choose another."), code="words")
    if verdict.is_held or not verdict.ruling:
        raise ValidationError(
            _("Some of these words cannot be published here; please put it differently"), code="words"
        )
    return verdict.text
