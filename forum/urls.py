"""The whole public surface on one page."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.sitemaps import views as sitemaps
from django.urls import path, re_path, register_converter
from django.urls.converters import StringConverter

from forum import feeds
from forum.pictures import NAME as PICTURE
from forum.sitemaps import SITEMAPS
from forum.views import (
    decisions,
    display,
    feed,
    health,
    marks,
    members,
    pictures,
    replies,
    reports,
    robots,
    search,
    threads,
)
from forum.views.ready import ready_made


class Name(StringConverter):
    """What people and tags may be called as far as addresses go: PostgreSQL's texts hold no NUL."""

    regex = r"[^/\x00]+"


register_converter(Name, "name")


def for_machines(view, *shows):
    """A view that asks nobody to sign in and whose pages are kept ready-made."""
    return login_not_required(ready_made(*shows or ["lists"])(view))


urlpatterns = [
    path("", feed.feed, name="feed"),
    path("categories/<slug:slug>/", feed.category, name="category"),
    path("tags/<name:name>/", feed.tag, name="tag"),
    path("threads/write/", threads.write, name="write"),
    path("threads/<int:pk>/", threads.detail, name="thread"),
    path("threads/<int:pk>/edit/", threads.edit, name="edit-thread"),
    path("threads/<int:pk>/withdraw/", threads.withdraw, name="withdraw-thread"),
    path("threads/<int:pk>/replies/", replies.post, name="post-reply"),
    path("threads/<int:pk>/favourite/", marks.favourite, name="favourite"),
    path("threads/<int:pk>/like/", marks.like_thread, name="like-thread"),
    path("threads/<int:pk>/report/", reports.report_thread, name="report-thread"),
    path("replies/<int:pk>/", replies.find, name="reply"),
    path("replies/<int:pk>/edit/", replies.edit, name="edit-reply"),
    path("replies/<int:pk>/withdraw/", replies.withdraw, name="withdraw-reply"),
    path("replies/<int:pk>/like/", marks.like_reply, name="like-reply"),
    path("replies/<int:pk>/report/", reports.report_reply, name="report-reply"),
    path("favourites/", marks.favourites, name="favourites"),
    path("decisions/", decisions.decisions, name="decisions"),
    path("decisions/<int:pk>/appeal/", decisions.appeal, name="appeal"),
    path("search/", search.find, name="search"),
    path("people/<name:name>/", members.person, name="person"),
    path("feeds/latest/", for_machines(feeds.LatestFeed()), name="latest-feed"),
    path("feeds/categories/<slug:slug>/", for_machines(feeds.CategoryFeed()), name="category-feed"),
    path("feeds/tags/<name:name>/", for_machines(feeds.TagFeed()), name="tag-feed"),
    path("feeds/people/<name:name>/", for_machines(feeds.PersonFeed()), name="person-feed"),
    path("feeds/threads/<int:pk>/", for_machines(feeds.RepliesFeed(), "thread"), name="thread-feed"),
    path(
        "sitemap.xml",
        for_machines(sitemaps.index),
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-part"},
        "sitemap",
    ),
    path("sitemap-<section>.xml", for_machines(sitemaps.sitemap), {"sitemaps": SITEMAPS}, "sitemap-part"),
    path("robots.txt", robots.robots, name="robots"),
    re_path(rf"^media/pictures/(?P<name>{PICTURE})$", pictures.picture, name="picture"),
    path("display/", display.display, name="display"),
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
]
