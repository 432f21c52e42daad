"""Stored pictures, for everybody and for ever: the name is a digest of what is shown."""

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpResponseNotModified
from django.views.decorators.http import require_safe

from forum.pictures import open_picture

_FOR_EVER = "public, max-age=31536000, immutable"


@login_not_required
@require_safe
def picture(request, name):
    """One picture, as the picture room wrote it."""
    etag = f'"{name}"'
    if etag in request.headers.get("If-None-Match", ""):
        return HttpResponseNotModified(headers={"ETag": etag, "Cache-Control": _FOR_EVER})
    try:
        file = open_picture(name)
    except FileNotFoundError:
        raise Http404 from None
    headers = {"ETag": etag, "Cache-Control": _FOR_EVER, "Content-Disposition": "inline"}
    return FileResponse(file, content_type="image/webp", headers=headers)
