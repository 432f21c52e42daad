"""The only hooks into django-allauth."""

from allauth.account.adapter import DefaultAccountAdapter
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.names import check_kept, check_unlike_staff, folded
from accounts.screening import screened


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {"username_taken": _("This name is taken.")}

    def get_client_ip(self, request):
        """The address ClientAddress decided on: rate limits and region tags believe the same person."""
        return request.client_ip or "0.0.0.0"  # a Unix socket has none, and a device's row wants one

    def clean_username(self, username, shallow=False):
        """A name in shape, not kept for the site, and not a reader's double of one that exists."""
        username = super().clean_username(username, shallow=True)
        check_kept(username)
        if not shallow and User.objects.filter(folded_name=folded(username)).exists():
            raise self.validation_error("username_taken")
        check_unlike_staff(username, User.names_in_office())
        screened(username, "name")
        return username
