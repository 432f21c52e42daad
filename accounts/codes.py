"""The forms that send codes and take them: to an address of either kind."""

from allauth.account import forms as allauth
from allauth.account.adapter import get_adapter
from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from accounts.forms import CodeForm, PlainForm
from accounts.phone import are_numbers_taken, number_in


class ResetPasswordForm(PlainForm, allauth.ResetPasswordForm):
    """By email, or by a confirmed mobile number where the site takes them."""

    email = forms.CharField(label=_("Email"), max_length=254, widget=forms.TextInput(attrs={"autocomplete": "email"}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if are_numbers_taken():
            self.fields["email"].label = _("Email or mobile number")

    def clean_email(self):
        phone = number_in(self.cleaned_data["email"]) if are_numbers_taken() else ""
        if not phone:
            validate_email(self.cleaned_data["email"])
            return super().clean_email()
        user = get_adapter().get_user_by_phone(phone)
        self.users = [user] if user and user.is_active else []
        return phone


class RequestCodeForm(PlainForm, allauth.RequestLoginCodeForm):
    """One field for either address: two of which one stays empty are a riddle."""

    login = forms.CharField(max_length=254, widget=forms.TextInput(attrs={"autocomplete": "username"}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("email", "phone"):
            self.fields.pop(name, None)
        self.fields["login"].label = _("Email or mobile number") if are_numbers_taken() else _("Email")

    def clean_login(self):
        login = self.cleaned_data["login"].strip()
        if are_numbers_taken() and (phone := number_in(login)):
            self.cleaned_data["phone"] = phone
            self.clean_phone()
            self._user = self._user if self._user and self._user.is_active else None
            return login
        validate_email(login)
        self.cleaned_data["email"] = login
        self.clean_email()
        return login


class LoginCodeForm(CodeForm, allauth.ConfirmLoginCodeForm):
    pass


class PhoneCodeForm(CodeForm, allauth.VerifyPhoneForm):
    pass


class ChangePhoneForm(PlainForm, allauth.ChangePhoneForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["phone"].label = _("New mobile number")


class EmailCodeForm(CodeForm, allauth.ConfirmEmailVerificationCodeForm):
    pass


class ResetCodeForm(CodeForm, allauth.ConfirmPasswordResetCodeForm):
    pass
