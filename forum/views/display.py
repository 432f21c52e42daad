"""How a reader likes pages shown: theme, language and script, kept in three cookies."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from forum.chinese import INTERFACES, SCRIPTS
from forum.views.surroundings import THEMES

_YEAR = 365 * 24 * 3600  # seconds


@csrf_exempt  # ready-made pages hold no token, and the worst a forger can do is change the lighting
@login_not_required
@require_POST
def display(request):
    """Set theme, language or script and go back to the page."""
    back = _without_script(request.POST.get("next", ""))
    response = redirect(back if url_has_allowed_host_and_scheme(back, {request.get_host()}) else "/")
    language = settings.LANGUAGE_COOKIE_NAME
    choices = {"theme": THEMES, language: [code for code, _name in settings.LANGUAGES], "script": SCRIPTS}
    # texts in a script bring the interface along
    wanted = {language: INTERFACES.get(request.POST.get("script")), **request.POST.dict()}
    for name, allowed in choices.items():
        if (value := wanted.get(name)) in allowed:
            response.set_cookie(name, value, max_age=_YEAR, samesite="Lax", secure=request.is_secure(), httponly=False)
    return response


def _without_script(address):
    """The page's address, where it names a script, without it: what is chosen now shall be seen."""
    try:
        parts = urlsplit(address)
        asked = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return ""
    kept = [(name, value) for name, value in asked if name != "script"]
    return address if kept == asked else urlunsplit(parts._replace(query=urlencode(kept)))
