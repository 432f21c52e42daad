"""The content security policy, put together once: no page here has one of its own."""

from csp.middleware import HEADER, CSPMiddleware
from django.conf import settings
from django.http import HttpResponse


class SecurityPolicy(CSPMiddleware):
    """django-csp's middleware, which by itself puts the policy together anew for every answer."""

    def __init__(self, get_response):
        super().__init__(get_response)
        self._usual = None

    def process_response(self, request, response):
        """The usual policy; whoever changes it for one answer, or asks for a nonce, gets django-csp's own."""
        changed = getattr(request, "_csp_nonce", None) or any(name.startswith("_csp") for name in vars(response))
        if changed or settings.DEBUG:
            return super().process_response(request, response)
        if self._usual is None:
            self._usual = super().process_response(request, HttpResponse()).headers[HEADER]
        response.headers.setdefault(HEADER, self._usual)
        return response
