"""Signing up: by e-mail or mobile number with a password, or with an account one has elsewhere."""

from allauth.account import forms as allauth
from allauth.core import context, ratelimit
from allauth.socialaccount import forms as social
from django import forms
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from accounts.door import let_in
from accounts.forms import OneNewPassword, PlainForm
from accounts.models import User
from accounts.phone import are_numbers_taken
from accounts.proof import LONGEST, is_asked, is_proven


class _OneAddress:
    """By email, or with ?by=phone by mobile number: each is confirmed with a code."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.takes_phones = are_numbers_taken()
        self.by_phone = self.takes_phones and _asked_for("by") == "phone"
        self._take_one_address()
        if is_asked():
            self.fields["proof"] = forms.CharField(required=False, max_length=LONGEST, widget=forms.HiddenInput)
        self.fields["username"].label = _("User name")
        self.fields["username"].help_text = User._meta.get_field("username").help_text

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
        if not self.errors:  # a proof counts once: not while another field has to be mended
            given["unproven"] = is_asked() and not is_proven(given.get("proof"), AnonymousUser())
        return given

    def signup(self, request, user):
        """Called by allauth once the account is there; who came without proof is read first for a while."""
        if self.cleaned_data["unproven"]:
            user.came_unproven = True
            user.save(update_fields=["came_unproven"])

    def try_save(self, request):
        """Two people may take one name in the same moment: the second is asked for another."""
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:
            messages.error(request, _("This name is taken."))
            return None, redirect(self.again(request))

    def again(self, request):
        return request.get_full_path()


def _asked_for(name):
    request = context.request
    return request.POST.get(name) or request.GET.get(name) if request else None


class SignupForm(_OneAddress, OneNewPassword, allauth.SignupForm):
    """With a password of one's own."""

    trap = "website"  # the name of the honeypot; the page hides it by style sheet, for an inline style is refused

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields[self.trap].widget.attrs = {"tabindex": "-1", "autocomplete": "off"}
        self.fields[self.trap].label = _("Leave this empty")


class ProviderSignupForm(_OneAddress, PlainForm, social.SignupForm):
    """With an account elsewhere: the same name and address are asked for, no password."""

    def again(self, request):
        """allauth has forgotten who came by now: back to where the provider's button is."""
        return "account_login"
