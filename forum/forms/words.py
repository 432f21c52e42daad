"""The list of words as moderators hand it in: one word, a whole list, or a text to try it on."""

import csv

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forum import limits
from forum.models import BlockedWord

Level, Reach, Scope = BlockedWord.Level, BlockedWord.Reach, BlockedWord.Scope
COLUMNS = ["word", "level", "reach", "scopes", "note", "active"]
_FORMULA = ("=", "+", "-", "@", "\t", "'")  # what a spreadsheet would run: written behind an apostrophe, read without
_REACHES = {str(value): value for value in Reach.values} | {reach.name.lower(): reach.value for reach in Reach}
_FAULTS = 10


class ScopesField(forms.MultipleChoiceField):
    """Places as boxes to tick; none is everywhere."""

    def __init__(self, **about):
        super().__init__(choices=Scope, required=False, widget=forms.CheckboxSelectMultiple, **about)


class WordForm(forms.ModelForm):
    """One word and its rule."""

    scopes = ScopesField(label=gettext_lazy("Looked for in"), help_text=gettext_lazy("Nothing chosen: everywhere."))

    class Meta:
        model = BlockedWord
        fields = ["word", "level", "reach", "scopes", "note", "is_active"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reach"].required = False

    def clean_reach(self):
        """The usual one where nothing is said."""
        return self.cleaned_data["reach"] if self.cleaned_data["reach"] not in (None, "") else Reach.SPLIT


class TryForm(forms.Form):
    """A text, to see what the list makes of it."""

    text = forms.CharField(
        label=gettext_lazy("A text to try"), max_length=limits.REPLY_LENGTH, strip=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip
    scope = forms.ChoiceField(label=gettext_lazy("As if it stood in"), choices=Scope, initial=Scope.REPLY)


class ListForm(forms.Form):
    """A list pasted or in a file; ``cleaned_data["words"]`` are unsaved BlockedWords, ``text`` the list as read."""

    text = forms.CharField(
        label=gettext_lazy("Words, one a line, or CSV"), required=False, strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=gettext_lazy("CSV columns: word, level (mask, hold, refuse, allow), reach (plain to sound), "
                               "scopes, note, active. What a line leaves out is taken from below."),
    )  # fmt: skip
    file = forms.FileField(label=gettext_lazy("Or a file"), required=False)
    level = forms.ChoiceField(label=gettext_lazy("Level"), choices=Level, initial=Level.HOLD)
    reach = forms.TypedChoiceField(label=gettext_lazy("Spellings"), choices=Reach, initial=Reach.SPLIT, coerce=int)

    def clean(self):
        """The words, or what is wrong in which line."""
        given = super().clean()
        text = _decoded(given["file"].read(limits.PAGE_BYTES)) if given.get("file") else given.get("text", "")
        if self.errors:
            return given
        rows = [row for row in enumerate(csv.reader(text.splitlines()), 1) if any(map(str.strip, row[1]))]
        if rows and rows[0][1][0].strip().lower() == "word":
            rows = rows[1:]
        if not rows:
            raise forms.ValidationError(_("Paste a list or choose a file."))
        if len(rows) > limits.WORDS_AT_ONCE:
            raise forms.ValidationError(_("Bring in {most} words at most.").format(most=limits.WORDS_AT_ONCE))
        given["words"], given["text"] = self._words(rows, given), text
        return given

    def _words(self, rows, given):
        words, faults = {}, []
        for number, row in rows:
            try:
                word = _word_of(row, given)
                words[word.word] = word
            except ValueError as fault:
                faults.append(_("Line {number}: {fault}").format(number=number, fault=fault))
        if faults:
            raise forms.ValidationError(faults[:_FAULTS])
        return list(words.values())


def as_csv(words, file):
    """Write BlockedWords as ListForm reads them."""
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for one in words:
        reach, active = Reach(one.reach).name.lower(), "yes" if one.is_active else "no"
        writer.writerow([_guarded(one.word), one.level, reach, " ".join(one.scopes), _guarded(one.note), active])


def _word_of(row, given):
    cells = [cell.strip() for cell in row] + [""] * len(COLUMNS)
    word, level, reach, scopes, note, active = cells[: len(COLUMNS)]
    word, note, scopes = _unguarded(word), _unguarded(note), scopes.replace("|", " ").split()
    level, reach = level.lower() or given["level"], _REACHES.get(reach.lower(), None if reach else given["reach"])
    if not word or len(word) > 60 or "\0" in word:
        raise ValueError(_("a word has 1 to 60 characters"))
    if level not in Level.values:
        raise ValueError(_("“{level}” is no level").format(level=level))
    if reach is None:
        raise ValueError(_("“{reach}” is not how a spelling is found").format(reach=cells[2]))
    if strange := set(scopes) - set(Scope.values):
        raise ValueError(_("“{scope}” is no place to look in").format(scope=strange.pop()))
    is_active = active.lower() not in {"no", "0", "false", "否"}
    return BlockedWord(word=word, level=level, reach=reach, scopes=scopes, note=note[:120], is_active=is_active)


def _decoded(raw):
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def _guarded(cell):
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _unguarded(cell):
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
