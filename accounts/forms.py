"""The forms of allauth, worded and shaped for this site; and the one with which members describe themselves."""

import unicodedata

from allauth.account import forms as allauth
from allauth.account.utils import passthrough_next_redirect_url
from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.models import Identity, User
from accounts.names import folded
from accounts.phone import are_numbers_taken, number_in
from accounts.screening import screened

_PASSWORD_HELP = _("At least 8 characters, neither only digits nor a password everybody uses.")


class PlainForm:
    """A label says what a field is; a placeholder that repeats it is noise."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class OneNewPassword(PlainForm):
    """A new password is asked for once: a slip of the finger is mended by a code, twice typing mends none."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)
        self.fields["password1"].help_text = _PASSWORD_HELP


class CodeForm(PlainForm):
    """Six digits, also as an input method for Chinese types them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autofocus": True}

    def clean_code(self):
        self.cleaned_data["code"] = unicodedata.normalize("NFKC", self.cleaned_data["code"])
        return super().clean_code()


class LoginForm(PlainForm, allauth.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        phones = are_numbers_taken()
        self.fields["login"].label = _("User name, email or mobile number") if phones else _("User name or email")
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        reset = passthrough_next_redirect_url(self.request, reverse("account_reset_password"), "next")
        self.fields["password"].help_text = format_html('<a href="{}">{}</a>', reset, _("Forgot your password?"))

    def clean_login(self):
        """The registered number or name, however its spaces, case, width or script were typed."""
        login = super().clean_login()
        if "@" in login:
            return login
        number = number_in(login)
        if number and User.objects.filter(phone=number, phone_verified=True).exists():
            return number
        name = User.objects.filter(folded_name=folded(login)).values_list("username", flat=True).first()
        return name or login


class ChangePasswordForm(OneNewPassword, allauth.ChangePasswordForm):
    pass


class SetPasswordForm(OneNewPassword, allauth.SetPasswordForm):
    pass


class NewPasswordForm(OneNewPassword, allauth.ResetPasswordKeyForm):
    pass


class ReauthenticateForm(PlainForm, allauth.ReauthenticateForm):
    pass


class AddEmailForm(PlainForm, allauth.AddEmailForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("New email address")
        self.fields["email"].help_text = _("It takes the place of the present one once you have entered its code.")


class ChangeEmailForm(PlainForm, allauth.ChangeEmailForm):
    pass


class ProfileForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["bio", "shows_favourites", "shows_followers", "wants_own_lists"]
        widgets = {"bio": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"bio": _("A sentence or two; everybody can read it on your page.")}

    def clean_bio(self):
        return screened(self.cleaned_data["bio"], "bio", self.instance)


class IdentityForm(forms.Form):
    """What is handed to whoever confirms identities; none of it is kept but an organisation's name."""

    kind = forms.ChoiceField(label=_("Who"), choices=Identity.Kind)
    name = forms.CharField(
        label=_("Real name"),
        max_length=80,
        help_text=_("As it stands in the document. Only an organisation's name is kept and shown."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    number = forms.CharField(
        label=_("Number of the document"),
        max_length=40,
        help_text=_("Of the identity card, or the unified social credit code. It is checked and not kept."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_name(self):
        return screened(self.cleaned_data["name"], "bio")
