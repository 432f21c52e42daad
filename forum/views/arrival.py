"""Where a request came from, as the boundary decided."""

from forum.models import Origin


def origin_of(request):
    """An unsaved Origin with the address and browser; the verb attaches it to what was written."""
    port = request.META.get("REMOTE_PORT", "")
    return Origin(
        ip=request.client_ip or None,
        port=int(port) if port.isdecimal() else None,
        user_agent=request.headers.get("User-Agent", "")[:300],
    )
