import unicodedata
from typing import ClassVar

from django import forms
from django.core.exceptions import ValidationError

from forum.actions.hits import note_met
from forum.rules import may_carry
from forum.screening import carried_in, screen

_UNSEEN = {"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"}  # Unicode's categories of controls, joiners, marks and spaces
_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"  # fillers: letters and signs by category, blank on screen
_CARRYING = {"body", "reply"}  # scopes in which links and pictures stand


class ScreenedForm(forms.Form):
    """A form that says which field cannot stand, while what its author typed is still in the box.

    The verb screens again: the form is a courtesy, not the gate. ``scopes`` names, for each field, the
    BlockedWord.Scope of what is typed there.
    """

    scopes: ClassVar = {}

    def __init__(self, *args, author=None, **kwargs):
        super().__init__(*args, **kwargs)
        self._author = author

    def fit(self, name):
        """The cleaned value of a field (a text or a list of texts), or ValidationError with the reason."""
        value = self.cleaned_data[name]
        for text in [value] if isinstance(value, str) else value:
            if text and not any(map(_is_seen, text)):
                raise ValidationError(self.fields[name].error_messages["required"])
            if self._author and not (verdict := screen(text, self._author, self.scopes[name])).ruling:
                note_met(self._author, verdict)
                raise ValidationError(verdict.ruling.reason)
        if self._author and self.scopes[name] in _CARRYING:
            self._check_level(value, self.initial.get(name, ""))
        return value

    def _check_level(self, text, before):
        if not (ruling := may_carry(self._author, carried_in(text), carried_in(before))):
            raise ValidationError(ruling.reason)


def _is_seen(character):
    return unicodedata.category(character) not in _UNSEEN and character not in _BLANK_LETTERS
