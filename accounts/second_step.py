"""Two-step sign-in and passkeys: what allauth's own are called here, and what they leave unguarded."""

import base64
import hashlib
import secrets
from contextlib import contextmanager

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django import forms
from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from accounts.forms import CodeForm, PlainForm

_NAME_LENGTH = 40


class SecondStepAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("That code or passkey does not fit. Codes change every half minute and open once.")
    }

    def encrypt(self, text):
        """Whoever reads the database alone cannot make codes: the key is the site's secret one."""
        return _locks().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        """Understands what an older secret key (SECRET_KEY_FALLBACKS) has locked.

        Where no key fits, a secret nobody has: an empty one would make codes everybody can work out.
        """
        try:
            return _locks().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def get_totp_label(self, user):
        return user.username

    def _get_site_name(self):
        return import_string(settings.SITE_NAME_FROM)()


class AuthenticateForm(CodeForm, base.AuthenticateForm):
    pass


class ReauthenticateForm(CodeForm, base.ReauthenticateForm):
    pass


class ActivateForm(CodeForm, totp.ActivateTOTPForm):
    pass


class NamePasskeyForm(PlainForm, webauthn.EditWebAuthnForm):
    name = forms.CharField(label=_("Name of this passkey"), max_length=_NAME_LENGTH)


class _Unforged:
    """A browser answers in one shape; forged answers fail in a dozen ways, and none is worth an error page."""

    def clean(self):
        with _refusing_nonsense():
            return super().clean()


class _UnforgedCredential:
    def clean_credential(self):
        with _refusing_nonsense():
            return super().clean_credential()


class AddPasskeyForm(_Unforged, PlainForm, webauthn.AddWebAuthnForm):
    name = forms.CharField(label=_("Name of this passkey"), required=False, max_length=_NAME_LENGTH)
    passwordless = forms.BooleanField(
        label=_("Sign in with it alone, without a password"),
        required=False,
        initial=True,
        help_text=_("The device then asks for a fingerprint, a face or its own PIN. Clear this for a plain USB key."),
    )


class PasskeyForm(_UnforgedCredential, webauthn.AuthenticateWebAuthnForm):
    pass


class LoginPasskeyForm(_UnforgedCredential, webauthn.LoginWebAuthnForm):
    pass


class ReauthenticatePasskeyForm(_UnforgedCredential, webauthn.ReauthenticateWebAuthnForm):
    pass


@contextmanager
def _refusing_nonsense():
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError, AssertionError, OverflowError) as error:
        raise SecondStepAdapter().validation_error("incorrect_code") from error


def _locks():
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_digest(key))) for key in keys])


def _digest(key):
    return hashlib.blake2b(key.encode(), digest_size=32, person=b"second step").digest()
