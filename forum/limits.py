"""Every number people argue about, with its reason. Product, not settings: changed by a commit."""

from datetime import timedelta

REPLIES_PER_PAGE = 50  # a long sitting's reading; the same few queries for any of them
THREADS_PER_PAGE = 20
RESULTS_PER_PAGE = 20
RESULTS_RANKED = 500  # newest matches that relevance weighs; scoring every match of a common word takes seconds
RESULTS_COUNTED = 1_000  # counting further costs more than the page, and nobody reads so far
SNIPPET_LENGTH = 120

REPLY_LENGTH = 10_000  # characters; a long answer, not a second article
BODY_LENGTH = 200_000  # characters; the longest article met in the wild has 60,000
TITLE_LENGTH = 120
TAGS_PER_THREAD = 5

REPLY_EDIT_WINDOW = timedelta(minutes=15)  # long enough for a typo, too short to change what was answered
REPLIES_PER_MINUTE = 6  # nobody thinks faster; scripts do
REPORTS_PER_DAY = 30
SLOW_LONGEST_MINUTES = 1440  # a reply a day; slower than that is closed
FLOORS_AT_ONCE = 200  # a split of more replies is a category of its own
MUTE_LONGEST_DAYS = 3650
POINTS = {"warning": 1, "mute": 2, "suspend": 4}  # what a sanction adds; see LADDER
POINTS_LAST_DAYS = 365  # a year without offence is a clean slate
LADDER = (  # from so many points on: this kind, for so many days. A proposal; the moderator decides
    (0, "warning", POINTS_LAST_DAYS),
    (1, "mute", 3),
    (3, "mute", 90),
    (6, "suspend", 365),
)
WIDEST_RANGE = {4: 12, 6: 24}  # bits; a shorter prefix is a whole carrier
NEIGHBOUR_DAYS = 30  # how far back two accounts behind one address are worth a hint
NEIGHBOURS_SHOWN = 10
APPEAL_WINDOW = timedelta(days=30)  # a month to find out and calm down; later nobody remembers the case
APPEAL_LENGTH = 1_000  # characters; a few sentences, read by a volunteer. One appeal for each decision
DECISIONS_PER_PAGE = 20

ORIGIN_DAYS = 180  # network logs are kept at least six months (网络安全法)
ORIGIN_DAYS_MOST = 3650
BULK_MOST = 200  # things one moderator's verb may touch at once; more is a mistake or a flood of its own
EXCERPT_LENGTH = 110  # two lines of a card
RELATED_THREADS = 4
SITEMAP_RANGE = 5_000  # numbers of threads a file; the protocol allows 50,000. Also in the index thread_map
TELLING_WORDS = 20  # kept of each article, to find related ones
REGION_BARS = 6

PAGE_BYTES = 5_000_000  # a saved page with its scripts inline reaches two or three million
PAGE_LINE = 2_000_000  # characters; a page saved on one line, scripts included
ARTICLE_LEAST = 12  # Han characters, or half as many Latin words: less is a notice, not an article
