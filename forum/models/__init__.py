"""The nouns, in reading order. They hold facts and questions, never plots; only ``forum.actions`` writes."""

from forum.models.state import State  # noqa: I001  (reading order)
from forum.models.category import Category, Tag
from forum.models.thread import Thread
from forum.models.telling_word import TellingWord
from forum.models.series import Series, SeriesPart
from forum.models.reply import Reply
from forum.models.relocation import Relocation
from forum.models.origin import Origin
from forum.models.favourite import Favourite, Like
from forum.models.revision import Revision
from forum.models.report import Report
from forum.models.decision import Decision
from forum.models.appeal import Appeal
from forum.models.sanction import Sanction
from forum.models.barrier import Barrier
from forum.models.blocked_word import BlockedWord
from forum.models.search_entry import SearchEntry
from forum.models.view import View
from forum.models.source import Source
from forum.models.site_settings import SiteSettings

__all__ = [
    "Appeal", "Barrier", "BlockedWord", "Category", "Decision", "Favourite", "Like", "Origin", "Relocation",
    "Reply", "Report", "Revision", "Sanction", "SearchEntry", "Series", "SeriesPart", "SiteSettings", "Source",
    "State", "Tag", "TellingWord", "Thread", "View",
]  # fmt: skip
