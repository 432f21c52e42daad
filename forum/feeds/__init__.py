"""What visitors may read, newest first, for programs: every list as Atom, RSS 2.0 and JSON Feed."""

from forum.feeds.lists import CategoryFeed, LatestFeed, PersonFeed, TagFeed
from forum.feeds.replies import RepliesFeed
from forum.feeds.results import SearchFeed

__all__ = ["CategoryFeed", "LatestFeed", "PersonFeed", "RepliesFeed", "SearchFeed", "TagFeed"]
