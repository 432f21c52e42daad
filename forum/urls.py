"""The whole public surface on one page."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path, register_converter
from django.urls.converters import StringConverter
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page

from forum import feeds, sitemaps
from forum.pictures import NAME as PICTURE
from forum.views import (
    avatars,
    blocks,
    closing,
    decisions,
    display,
    feed,
    follows,
    health,
    house_rules,
    levels,
    lists,
    marks,
    members,
    notices,
    offences,
    parcels,
    pictures,
    replies,
    reports,
    robots,
    search,
    series,
    share,
    shelter,
    similar,
    threads,
)
from forum.views.ready import ready_made


class Name(StringConverter):
    """What people and tags may be called as far as addresses go: PostgreSQL's texts hold no NUL."""

    regex = r"[^/\x00]+"


register_converter(Name, "name")


def for_machines(view, *shows):
    """A view that asks nobody to sign in and whose pages are kept ready-made."""
    return login_not_required(conditional_page(ready_made(*shows or ["lists"])(view)))


def packed(view):
    """A large view for visitors that compresses itself."""
    return login_not_required(gzip_page(conditional_page(view)))


def feed_paths(route, view, name):
    """A feed as Atom, and beside it as RSS and JSON Feed: feeds/latest/, feeds/latest/rss/, feeds/latest/json/."""
    for form in ("rss", "json"):
        yield path(f"feeds/{route}{form}/", view, {"form": form}, name)
    yield path(f"feeds/{route}", view, name=name)  # last: the one its name leads to


urlpatterns = [
    path("", feed.feed, name="feed"),
    path("categories/<slug:slug>/", feed.category, name="category"),
    path("following/", follows.following, name="following"),
    path("tags/<name:name>/", feed.tag, name="tag"),
    path("tags/<name:name>/follow/", follows.follow_tag, name="follow-tag"),
    path("threads/write/", threads.write, name="write"),
    path("threads/unanswered/", lists.unanswered, name="unanswered"),
    path("threads/similar/", similar.similar, name="similar"),
    path("threads/<int:pk>/", threads.detail, name="thread"),
    path("threads/<int:pk>/share.png", share.picture, name="share-picture"),
    path("threads/<int:pk>/edit/", threads.edit, name="edit-thread"),
    path("threads/<int:pk>/withdraw/", threads.withdraw, name="withdraw-thread"),
    path("threads/<int:pk>/replies/", replies.post, name="post-reply"),
    path("threads/<int:pk>/favourite/", marks.favourite, name="favourite"),
    path("threads/<int:pk>/follow/", follows.follow_thread, name="follow-thread"),
    path("threads/<int:pk>/like/", marks.like_thread, name="like-thread"),
    path("threads/<int:pk>/report/", reports.report_thread, name="report-thread"),
    path("replies/<int:pk>/", replies.find, name="reply"),
    path("replies/<int:pk>/edit/", replies.edit, name="edit-reply"),
    path("replies/<int:pk>/withdraw/", replies.withdraw, name="withdraw-reply"),
    path("replies/<int:pk>/like/", marks.like_reply, name="like-reply"),
    path("replies/<int:pk>/report/", reports.report_reply, name="report-reply"),
    path("favourites/", marks.favourites, name="favourites"),
    path("notices/", notices.notices, name="notices"),
    path("notices/<int:pk>/", notices.notice, name="notice"),
    path("notices/read/", notices.read, name="read-notices"),
    path("notices/choose/", notices.choose, name="choose-notices"),
    path("decisions/", decisions.decisions, name="decisions"),
    path("decisions/<int:pk>/appeal/", decisions.appeal, name="appeal"),
    path("parcels/", parcels.parcels, name="parcels"),
    path("parcels/<int:pk>/", parcels.fetch, name="parcel"),
    path("closing/", closing.closing, name="closing"),
    path("shelter/", shelter.shelter, name="shelter"),
    path("charts/<slug:span>/", lists.chart, name="chart"),
    path("latest/", lists.latest, name="latest"),
    path("tags/", lists.tags, name="tags"),
    path("help/lists/", lists.about, name="about-lists"),
    path("offences/", offences.offences, name="offences"),
    path("rules/", house_rules.house_rules, name="house-rules"),
    path("help/levels/", levels.about, name="about-levels"),
    path("search/", search.find, name="search"),
    path("search/suggestions/", search.suggestions, name="suggestions"),
    path("people/<name:name>/", members.person, name="person"),
    path("people/<name:name>/block/", blocks.block, name="block"),
    path("blocks/", blocks.blocks, name="blocks"),
    path("people/<name:name>/follow/", follows.follow_person, name="follow-person"),
    path("series/write/", series.write, name="write-series"),
    path("series/<int:pk>/", series.detail, name="series"),
    path("series/<int:pk>/edit/", series.edit, name="edit-series"),
    path("series/<int:pk>/drop/", series.drop, name="drop-series"),
    *feed_paths("latest/", for_machines(feeds.LatestFeed()), "latest-feed"),
    *feed_paths("categories/<slug:slug>/", for_machines(feeds.CategoryFeed()), "category-feed"),
    *feed_paths("tags/<name:name>/", for_machines(feeds.TagFeed()), "tag-feed"),
    *feed_paths("people/<name:name>/", for_machines(feeds.PersonFeed()), "person-feed"),
    *feed_paths("threads/<int:pk>/", for_machines(feeds.RepliesFeed(), "thread"), "thread-feed"),
    *feed_paths("search/", login_not_required(conditional_page(feeds.SearchFeed())), "search-feed"),
    path("sitemap.xml", for_machines(sitemaps.index), name="sitemap"),
    # not kept: half a megabyte each, and read by a crawler once
    path("sitemap-<slug:section>.xml", packed(sitemaps.part), name="sitemap-part"),
    path("robots.txt", robots.robots, name="robots"),
    path("avatar/", avatars.avatar, name="avatar"),
    path("pictures/", pictures.add, name="add-picture"),
    re_path(rf"^media/pictures/(?P<name>{PICTURE})$", pictures.picture, name="picture"),
    path("display/", display.display, name="display"),
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
]
