"""The forms of allauth, worded and shaped for this site; and the one with which members describe themselves."""

import unicodedata

from allauth.account import forms as allauth
from allauth.account.utils import passthrough_next_redirect_url
from allauth.core import context, ratelimit
from django import forms
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.door import let_in
from accounts.models import User
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


class _OneNewPassword(PlainForm):
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


class SignupForm(_OneNewPassword, allauth.SignupForm):
    """By email, or with ?by=phone by mobile number: each is confirmed with a code."""

    trap = "website"  # the name of the honeypot; the page hides it by style sheet, for an inline style is refused

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.takes_phones = are_numbers_taken()
        self.by_phone = self.takes_phones and _asked_for("by") == "phone"
        self._take_one_address()
        self.fields["username"].label = _("User name")
        self.fields["username"].help_text = User._meta.get_field("username").help_text
        self.fields[self.trap].widget.attrs = {"tabindex": "-1", "autocomplete": "off"}
        self.fields[self.trap].label = _("Leave this empty")

    def _take_one_address(self):
        if not self.by_phone:
            self.fields.pop("phone", None)
            self.fields["email"].help_text = _("For a code now, and for a new password should you forget it.")
            return
        del self.fields["email"]
        self.fields["phone"].label = _("Mobile number")
        self.fields["phone"].required = True
        self.fields["phone"].help_text = _("For a code now, and for a new password should you forget it.")
        self.fields["by"] = forms.CharField(initial="phone", widget=forms.HiddenInput)

    def clean_phone(self):
        """Asked too often: said here, before anything is written."""
        phone = self.cleaned_data["phone"]
        if not ratelimit.consume(context.request, action="verify_phone", key=phone, dry_run=True):
            raise forms.ValidationError(_("A code was sent a moment ago. Wait half a minute and try again."))
        return phone

    def clean(self):
        """Whoever may not sign up from here, or with this mailbox, is told before an account is made."""
        given = super().clean()
        let_in(context.request.client_ip, given.get("email", ""))
        return given

    def try_save(self, request):
        """Two people may take one name in the same moment: the second is asked for another."""
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:
            messages.error(request, _("This name is taken."))
            return None, redirect(request.get_full_path())


def _asked_for(name):
    request = context.request
    return request.POST.get(name) or request.GET.get(name) if request else None


class ChangePasswordForm(_OneNewPassword, allauth.ChangePasswordForm):
    pass


class SetPasswordForm(_OneNewPassword, allauth.SetPasswordForm):
    pass


class NewPasswordForm(_OneNewPassword, allauth.ResetPasswordKeyForm):
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
        fields = ["bio", "shows_favourites", "shows_followers"]
        widgets = {"bio": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"bio": _("A sentence or two; everybody can read it on your page.")}

    def clean_bio(self):
        return screened(self.cleaned_data["bio"], "bio", self.instance)
