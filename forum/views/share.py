"""The picture beside a shared link."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import conditional_page

from forum.chinese import converted_text
from forum.models import SiteSettings, Thread
from forum.sharing import share_picture
from forum.views.ready import ready_made


@conditional_page
@login_not_required
@ready_made("thread")
def picture(request, pk):
    """A public thread's title, author and address as PNG; other sites may show it."""
    thread = get_object_or_404(Thread.objects.public().select_related("author"), pk=pk)
    drawn = share_picture(
        converted_text(thread.title, request.script, thread.terms),
        thread.author_name,
        SiteSettings.current().site_name,
        request.build_absolute_uri(thread.get_absolute_url()),
    )
    return HttpResponse(drawn, content_type="image/png", headers={"Cross-Origin-Resource-Policy": "cross-origin"})
