"""The only hooks into django-allauth."""

import logging

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from accounts import sms
from accounts.models import FreedName, User
from accounts.names import check_kept, check_no_number, check_unlike_staff, folded
from accounts.phone import PhoneField, number_in
from accounts.screening import screened

_log = logging.getLogger(__name__)
_ADDRESS_STAGE = "allauth.account.stages.EmailVerificationStage"


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_taken": _("This name is taken."),
        "phone_password_mismatch": _("The number or the password is not right. Try once more."),
    }

    def get_client_ip(self, request):
        """The address ClientAddress decided on: rate limits and region tags believe the same person."""
        return request.client_ip or "0.0.0.0"  # a Unix socket has none, and a device's row wants one

    def clean_username(self, username, shallow=False):
        """A name in shape, not kept for the site, no mobile number, and not a reader's double of one that exists."""
        username = super().clean_username(username, shallow=True)
        check_kept(username)
        check_no_number(username)
        known = User.objects.filter(folded_name=folded(username))
        if not shallow and (known.exists() or FreedName.is_kept(username)):
            raise self.validation_error("username_taken")
        check_unlike_staff(username, User.names_in_office())
        screened(username, "name")
        return username

    def get_login_stages(self):
        ours = {_ADDRESS_STAGE: "accounts.stages.AddressStage"}
        return [ours.get(stage, stage) for stage in super().get_login_stages()]

    def post_login(self, request, user, **about):
        """Whoever comes back while their account is being closed is shown the way to keep it first."""
        response = super().post_login(request, user, **about)
        return redirect("closing") if user.closing_at else response

    def phone_form_field(self, **kwargs):
        return PhoneField(**kwargs)

    def get_phone(self, user):
        """The number and whether it was confirmed; None without one."""
        return (user.phone, user.phone_verified) if user.phone else None

    def set_phone(self, user, phone, verified):
        """A number to be confirmed. Somebody else may hold the same unconfirmed one: it opens nothing yet."""
        user.phone, user.phone_verified = phone, verified
        user.save(update_fields=["phone", "phone_verified"])

    @transaction.atomic
    def set_phone_verified(self, user, phone):
        """Whoever read the code holds the number now; two who confirm it in one moment do not both keep it."""
        if (user.phone, user.phone_verified) == (phone, True):
            return
        User.objects.filter(phone=phone).exclude(pk=user.pk).update(phone="", phone_verified=False)
        self.set_phone(user, phone, True)
        self.send_notification_mail("account/email/phone_changed", user)

    def get_user_by_phone(self, phone):
        return User.objects.filter(phone=phone, phone_verified=True).first()

    def send_verification_code_sms(self, user, phone, code, **kwargs):
        self._text(phone, "code", code)

    def send_unknown_account_sms(self, phone, **kwargs):
        self._text(phone, "unknown")

    def send_account_already_exists_sms(self, phone):
        self._text(phone, "known")

    def send_mail(self, template_prefix, email, context):
        """What allauth mails to a phone number goes as a text: a new password is asked for by either."""
        if number_in(email):
            return self._text(email, "code" if "code" in context else "unknown", context.get("code", ""))
        return super().send_mail(template_prefix, email, context)

    def _text(self, phone, kind, code=""):
        try:
            sms.send(phone, kind, code)
        except sms.NotSent as error:  # said on the page, where another can be asked for
            _log.warning("A text message was not sent: %s", error)
            messages.error(self.request, _("The text message could not be sent. Ask for another in half a minute."))
