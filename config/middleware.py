"""What every request passes through, beyond what Django and allauth bring."""

from urllib.parse import quote, urlsplit

from allauth.core.exceptions import RateLimited
from allauth.core.ratelimit import respond_429
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.sites.requests import RequestSite
from django.db import OperationalError
from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme

from config.client_address import RUMOURS, believed
from config.languages import teach_hong_kong
from forum.chinese import INTERFACES, ORIGINAL, SCRIPTS, page_language
from forum.rules import Refused


class ClientAddress:
    """Decide once whom to believe: `request.client_ip`; then remove the rumours, so that nobody inside is tempted."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        told, peer = (request.META.get(name, "") for name in ("HTTP_X_FORWARDED_FOR", "REMOTE_ADDR"))
        request.client_ip = believed(told, peer, settings.TRUSTED_PROXIES)
        for name in RUMOURS:
            request.META.pop(name, None)
        return self.get_response(request)


class BrowserManners:
    """Headers beyond those of SecurityMiddleware: powers no page here uses, and files no other site may embed."""

    _HEADERS = {
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Resource-Policy": "same-origin",
    }

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        for name, value in self._HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class ReaderLanguage:
    """The reader's explicit choices (two cookies): the interface's language, else the site's, and the texts' script.

    An address may name the script itself (?script=tw), for whoever comes without cookies; it brings the interface along
    unless that speaks English. Accept-Language is not asked: pages are kept ready-made, and a Chinese community reads
    Chinese.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.known = {code for code, _name in settings.LANGUAGES}
        teach_hong_kong()

    def __call__(self, request):
        wanted = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        request.LANGUAGE_CODE = wanted if wanted in self.known else settings.LANGUAGE_CODE
        named, kept = request.GET.get("script"), request.COOKIES.get("script")
        request.script = next((script for script in (named, kept) if script in SCRIPTS), ORIGINAL)
        request.named_script = named if named in INTERFACES else ""
        request.is_guest_in_script = bool(request.named_script) and named != kept
        if request.named_script and request.LANGUAGE_CODE != "en":
            request.LANGUAGE_CODE = INTERFACES[named]
        with translation.override(request.LANGUAGE_CODE):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", page_language(request.LANGUAGE_CODE))
        patch_vary_headers(response, ["Cookie"])
        return response


class MembersOnly(LoginRequiredMiddleware):
    """Doors are closed unless a view says ``login_not_required``.

    Two manners beyond Django's: after a refused POST the visitor comes back to the page it was sent
    from rather than to an address that takes only POST, and htmx is told to leave the page.
    """

    def handle_no_permission(self, request, view_func):
        if request.method != "POST" and not request.htmx:
            return super().handle_no_permission(request, view_func)
        back = quote(_page_of(request) + getattr(view_func, "anchor", ""), safe="/")
        login = f"{resolve_url(self.get_login_url(view_func))}?next={back}"
        if request.htmx:
            return HttpResponse(status=204, headers={"HX-Redirect": login})
        return redirect(login)


class OurSite:
    """allauth's pages bring a ``site`` of their own; templates mean the one with the operator's name for it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_template_response(self, request, response):
        if isinstance((response.context_data or {}).get("site"), RequestSite):
            del response.context_data["site"]
        return response


class ShowRefusal:
    """A refused verb is a page with the reason, status 403; for htmx a fragment.

    Too many tries are a 429, a database that cannot be reached is a 503.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, RateLimited):  # not every view of allauth catches its own
            return respond_429(request)
        if isinstance(exception, OperationalError):  # the database is away: come back soon
            return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": "10"})
        if not isinstance(exception, Refused):
            return None
        template = "forum/_refused.html" if request.htmx else "forum/refused.html"
        response = render(request, template, {"reason": str(exception)}, status=403)
        response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "#notices", "innerHTML"
        return response


def _page_of(request):
    """The path of the page a form stood on if it is ours, else the page its address lies under."""
    page = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    if page and url_has_allowed_host_and_scheme(page, {request.get_host()}):
        parts = urlsplit(page)
        return parts.path + (f"?{parts.query}" if parts.query else "")
    above = request.path.rstrip("/").rpartition("/")[0] + "/"
    try:
        resolve(above)
    except Resolver404:
        return "/"
    return above
