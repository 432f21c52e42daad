"""The nouns, in reading order. They hold facts and questions, never plots; only ``forum.actions`` writes."""

from forum.models.state import State  # noqa: I001  (reading order)
from forum.models.category import Category, Tag
from forum.models.office import Office, charge_of
from forum.models.thread import Thread
from forum.models.telling_word import TellingWord
from forum.models.series import Series, SeriesPart
from forum.models.shown import Shown
from forum.models.reply import Reply
from forum.models.lately import Lately, said_lately
from forum.models.name_entry import NameEntry
from forum.models.relocation import Relocation
from forum.models.origin import Origin
from forum.models.favourite import Favourite, Like
from forum.models.follow import Follow
from forum.models.block import Block
from forum.models.followed import News, followed_by
from forum.models.revision import Revision
from forum.models.amendment import Amendment
from forum.models.report import Report
from forum.models.house_rule import HouseRule
from forum.models.evidence import Evidence
from forum.models.decision import Decision
from forum.models.precedent import Precedent
from forum.models.appeal import Appeal
from forum.models.notice import Hush, Notice
from forum.models.sanction import Sanction
from forum.models.shelter import Shelter
from forum.models.barrier import Barrier
from forum.models.signal import Signal
from forum.models.claim import Claim
from forum.models.settlement import Settlement
from forum.models.look import Look
from forum.models.blocked_word import BlockedWord
from forum.models.word_hit import WordHit
from forum.models.review import Assessment, Level, Outcome, ReviewCell, Trait
from forum.models.standing import Facts, Standing, facts_of
from forum.models.parcel import Parcel
from forum.models.search_entry import SearchEntry
from forum.models.trade_word import TradeWord
from forum.models.view import View
from forum.models.source import Source
from forum.models.site_settings import SiteSettings

__all__ = [
    "Amendment", "Appeal", "Assessment", "Barrier", "Block", "BlockedWord", "Category", "Claim", "Decision",
    "Evidence", "Facts", "Favourite", "Follow", "HouseRule", "Hush", "Lately", "Level", "Like", "Look", "NameEntry",
    "News", "Notice", "Office", "Origin", "Outcome", "Parcel", "Precedent", "Relocation", "Reply", "Report",
    "ReviewCell", "Revision", "Sanction", "SearchEntry", "Series", "SeriesPart", "Settlement", "Shelter", "Shown",
    "Signal", "SiteSettings", "Source", "Standing", "State", "Tag", "TellingWord", "Thread", "TradeWord", "Trait",
    "View", "WordHit", "charge_of", "facts_of", "followed_by", "said_lately",
]  # fmt: skip
