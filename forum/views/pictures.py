"""Pictures: stored ones for everybody and for ever (the name is a digest of what is shown), and new ones."""

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotModified
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from forum import limits
from forum.actions.pictures import add_picture
from forum.pictures import NotAPicture, open_picture
from forum.rules import Refused

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


@require_POST
def add(request):
    """What the editor puts where the caret stands: the picture in Markdown; or the sentence why not."""
    try:
        return HttpResponse(received(request), content_type="text/plain; charset=utf-8", status=201)
    except (NotAPicture, Refused) as refusal:
        return HttpResponse(str(refusal), content_type="text/plain; charset=utf-8", status=422)


def received(request):
    """The picture a form sent, stored, in Markdown; raises NotAPicture or Refused."""
    return f"![]({add_picture(request.user, sent(request)).url})"


def sent(request):
    """The bytes of the picture a form sent; raises NotAPicture where there are none, or too many."""
    if getattr(request, "upload_too_large", False):
        raise NotAPicture(_("The picture is larger than {most} MB").format(most=limits.PICTURE_BYTES // 1_000_000))
    if not (file := request.FILES.get("picture")):
        raise NotAPicture(_("Choose a picture first"))
    return file.read()
