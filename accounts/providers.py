"""Signing in with an account one has elsewhere: what we take from a provider, and what we do not believe."""

import logging

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, _build_apps_from_settings
from allauth.socialaccount.forms import DisconnectForm
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.provider import OAuth2Provider
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from requests import RequestException

from accounts.names import nearest

_log = logging.getLogger(__name__)
_NAME_LENGTH = 80
# What a provider that is away, or answers in another shape than promised, makes allauth raise.
_TROUBLES = (RequestException, OAuth2Error, ImproperlyConfigured, KeyError, ValueError, TypeError, AttributeError)


class ProviderAdapter(DefaultSocialAccountAdapter):
    error_messages = DefaultSocialAccountAdapter.error_messages | {
        "no_password": _("Set a password first: without this account you could not sign in any more."),
        "no_verified_email": _("Confirm an email address first: a forgotten password could not be replaced without."),
    }

    def list_apps(self, request, provider=None, client_id=None):
        """The providers the settings have keys for; the database is not asked."""
        found = _build_apps_from_settings(provider=provider, client_id=client_id)
        return [app for apps in found.values() for app in apps if app.client_id]

    def get_app(self, request, provider, client_id=None):
        try:
            return super().get_app(request, provider, client_id)
        except SocialApp.DoesNotExist:
            raise Http404("no keys for this provider") from None

    def get_provider(self, request, provider, client_id=None):
        """Named as our readers know it; an address of OpenID Connect leads to nothing else."""
        found = _named(super().get_provider(request, provider, client_id))
        match = getattr(request, "resolver_match", None)
        if match and match.url_name.startswith("openid_connect") and found.id != "openid_connect":
            raise Http404("another kind of provider")
        return found

    def list_providers(self, request):
        return [_named(provider) for provider in super().list_providers(request)]

    def populate_user(self, request, sociallogin, data):
        """A name and an address to begin the form with; nothing else of what was told is kept.

        Whether the address is theirs only our own code proves: a provider that lets people type any address would
        otherwise open other people's accounts, or prepare one in their name.
        """
        shown = str(data.get("username") or data.get("name") or "")[:_NAME_LENGTH]
        sociallogin.account.extra_data = {"name": shown}
        sociallogin.email_addresses = []
        user = super().populate_user(request, sociallogin, {**data, "username": nearest(shown)})
        return user

    def on_authentication_error(self, request, provider, error=None, exception=None, extra_context=None):
        """Some providers forget our state when somebody says no there: that is no failure either."""
        if request.GET.get("error") == "access_denied":
            raise ImmediateHttpResponse(redirect("socialaccount_login_cancelled"))

    def pre_social_login(self, request, sociallogin):
        sociallogin.token = None  # we ask the provider nothing more


class PartingForm(DisconnectForm):
    """Parts with an account elsewhere, also with one whose provider the site has no keys for any more."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.linked = [with_provider(account) for account in self.accounts]

    def clean(self):
        if account := self.cleaned_data.get("account"):
            with_provider(account)
        return super().clean()


def with_provider(account):
    """The linked account, its provider found or stood in for by its bare name."""
    try:
        account.get_provider()
    except Http404:
        account._provider = OAuth2Provider(None, app=SocialApp(provider=account.provider))
        account._provider.name = account.provider
        account._provider.account_class = None
    return account


def _named(provider):
    provider.name = (provider.app and provider.app.name) or provider.name
    return provider


class ProviderDoors:
    """Round allauth's doors to providers.

    A form's answer may not redirect to a provider: browsers apply `form-action` to every step of the way, and what
    steps a provider takes is not ours to list. A page of ours that leads on stands between. Whatever a provider
    answers out of shape is a page that says so.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 302 and _leads_to_provider(request):
            there = response["Location"]
            if not url_has_allowed_host_and_scheme(there, {request.get_host()}):
                return render(request, "socialaccount/login_redirect.html", {"redirect_to": there})
        return response

    def process_view(self, request, view, args, kwargs):
        """What is asked of a provider is the settings' to say, not a link's."""
        if _leads_to_provider(request) and {"scope", "auth_params"} & request.GET.keys():
            request.GET = request.GET.copy()
            for name in ("scope", "auth_params"):
                request.GET.pop(name, None)

    def process_exception(self, request, exception):
        if not _is_providers(request) or not isinstance(exception, _TROUBLES):
            return None
        _log.warning("A provider could not be understood: %s", request.path, exc_info=exception)
        return render_authentication_error(request, None, exception=exception)


def _is_providers(request):
    """Whether this is one of the two addresses each provider has: github_login, github_callback."""
    name = (request.resolver_match and request.resolver_match.url_name) or ""
    return name.endswith(("_login", "_callback")) and name != "account_login"


def _leads_to_provider(request):
    return _is_providers(request) and request.resolver_match.url_name.endswith("_login")
