"""What machines are asked to leave alone."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.urls import reverse

from forum.views.ready import ready_made

_NOT_FOR_ROBOTS = (
    *("/admin/", "/accounts/", "/display/", "/feeds/search/", "/*/report/"),
    *("/*?answer=", "/*?sort=", "/*&sort=", "/*?author", "/*&author"),
)


@login_not_required
@ready_made("lists")
def robots(request):
    """robots.txt: everything public is open; other orders of the same replies are not worth a visit."""
    refused = "".join(f"Disallow: {path}\n" for path in _NOT_FOR_ROBOTS)
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(f"User-agent: *\n{refused}\nSitemap: {sitemap}\n", content_type="text/plain; charset=utf-8")
