"""Every number people argue about, with its reason. Product, not settings: changed by a commit."""

from datetime import timedelta
from typing import NamedTuple

REPLIES_PER_PAGE = 50  # a long sitting's reading; the same few queries for any of them
THREADS_PER_PAGE = 20
RESULTS_PER_PAGE = 20
RESULTS_RANKED = 250  # newest matches that relevance weighs: a dozen pages; each costs a tenth of a millisecond
RESULTS_COUNTED = 3_000  # matches expected; more are not fetched to be counted, and their number is told as 约
NAMES_FOUND = 5  # members and tags beside the results; who means one of many more types another letter
DESK_FOUND = 20  # of each kind in the desk's own search; the lists have the rest, with filters
NAMES_SUGGESTED = 3  # members, and as many tags, while somebody types
TITLES_SUGGESTED = 5
SNIPPET_LENGTH = 120

REPLY_LENGTH = 10_000  # characters; a long answer, not a second article
PICTURES_PER_HOUR = 60  # a photo reportage, not an archive
BODY_LENGTH = 200_000  # characters; the longest article met in the wild has 60,000
TITLE_LENGTH = 120
TAGS_PER_THREAD = 5
TERMS_PER_THREAD = 50  # words an author shows otherwise than the dictionaries do; more is another dictionary
TERM_LENGTH = 20  # characters of a word, and of each form of it

REPLY_EDIT_WINDOW = timedelta(minutes=15)  # long enough for a typo, too short to change what was answered
RESUBMISSIONS = 3  # of the same words: who has been refused so often is not making it better by trying again
REPORTS_PER_DAY = 30
SLOW_LONGEST_MINUTES = 1440  # a reply a day; slower than that is closed
FLOORS_AT_ONCE = 200  # a split of more replies is a category of its own
MUTE_LONGEST_DAYS = 3650
SHELTER_DAYS = (1, 3, 7, 30)  # a bad evening, a storm, a week of it, a campaign; then it is asked anew
SHELTER_USUAL = 7  # days; what one press takes
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
APPEAL_TERM = timedelta(days=7)  # within which an appeal is answered; volunteers have one weekend in it
APPEAL_LENGTH = 1_000  # characters; a few sentences, read by a volunteer. One appeal for each decision
DECISIONS_PER_PAGE = 20
SUMMARY_LENGTH = 500  # of a case shown to everybody
PRECEDENTS_SHOWN = 50
TALLY_MONTHS = 12  # counted for everybody to see: each month beside the same one of the year before
RULE_LENGTH = 120  # characters; a rule nobody can remember is no rule
COMPARED_BY_CHARACTER = 4_000  # characters of both texts; longer ones are compared line by line, which stays quick

NOTICES_PER_PAGE = 30
NOTICES_COUNTED = 100  # unread ones; beyond, the mark says 99+
FOLLOWS_MOST = 2_000  # people, tags and articles; whoever follows more reads none of it
FOLLOWERS_SHOWN = 200
NOTICES_KEPT = timedelta(days=180)  # half a year; what happened then is found elsewhere

REHEARSAL = timedelta(days=30)  # a month holds every weekday, every habit and most quarrels
REHEARSAL_MOST = 20_000  # texts; a few seconds' work, on a page somebody waits for
REHEARSAL_SHOWN = 20
WORDS_AT_ONCE = 20_000  # rows of a list brought in
HITS_NOTED = 20  # words of one text; more is a list pasted
HITS_KEPT = timedelta(days=90)  # long enough to judge a rule by


class Known(NamedTuple):
    """What a level asks for: at least so many days here and so many public articles and replies; at most so many of
    one's texts taken down after a report within UPHELD_COUNTS, and so many points of sanctions."""

    days: int
    said: int
    upheld: int
    points: int


# Half of all articles in such communities have one reply or none: twenty words that stayed are not few.
MEMBER = Known(days=1, said=3, upheld=3, points=5)  # came back another day and has been read
REGULAR = Known(days=30, said=10, upheld=1, points=2)  # a month, one lapse forgiven
TRUSTED = Known(days=100, said=20, upheld=0, points=1)  # has seen a quarrel or two, and kept out of them
KNOWN = {"member": MEMBER, "regular": REGULAR, "trusted": TRUSTED}
UPHELD_COUNTS = timedelta(days=90)  # a season; older faults are forgiven
WEIGHED_AT_ONCE = 1_000  # members a statement


class Rights(NamedTuple):
    """What a level may: so many links and pictures in one text, replies a minute, articles a day; and ``review``, what
    follows from what is seen in its words (Trait → Outcome). Review is proposed: the operator's matrix decides."""

    links: int
    pictures: int
    replies_a_minute: int
    articles_a_day: int
    review: dict


NEWCOMER_REVIEW = {  # what spam is recognised by waits, what may be a beginner's way is looked at afterwards
    "new": "look", "links": "hold", "images": "look", "words": "hold", "nowhere": "look", "pace": "hold",
    "alike": "hold", "empty": "look", "fast": "hold", "proof": "hold",
}  # fmt: skip
MEMBER_REVIEW = {  # has been read before: only what repeats itself waits
    "links": "look", "words": "look", "pace": "look", "alike": "hold", "empty": "look", "fast": "look",
}  # fmt: skip
REGULAR_REVIEW = {"alike": "look"}  # an account taken over repeats itself

RIGHTS = {
    "newcomer": Rights(  # enough for a source, not a shop
        links=2, pictures=3, replies_a_minute=4, articles_a_day=5, review=NEWCOMER_REVIEW
    ),
    "member": Rights(  # nobody thinks faster; scripts do
        links=10, pictures=20, replies_a_minute=6, articles_a_day=10, review=MEMBER_REVIEW
    ),
    "regular": Rights(  # a reading list, a reportage
        links=50, pictures=60, replies_a_minute=8, articles_a_day=20, review=REGULAR_REVIEW
    ),
    "trusted": Rights(  # whoever runs the digest
        links=200, pictures=200, replies_a_minute=10, articles_a_day=50, review={}
    ),
}
NEW_FOR = timedelta(days=1)  # advertising accounts rarely outlive their first day

LATELY = 20  # of the author's newest replies, and of other people's of the last hour, are compared
PACE = 4, timedelta(minutes=10)  # a lively evening stays below
ALIKE = 0.7  # of the pairs of characters in either text are in both: the same with a word changed
ALIKE_LEAST = 16  # characters; short replies resemble each other by nature
ALIKE_READ = 600
EMPTY_ROW = 5  # articles in a row that nobody else has answered: what spammers look for
TYPED_A_SECOND = 12  # characters; the fastest with a Chinese input method reach six
TYPED_LEAST = 8  # shorter words can be ready in the head

# Signals about who speaks under a thread (forum.rules.brigading); they cost nobody anything, so they may be wrong
BURST_WITHIN = timedelta(minutes=10)  # a stretch; half an hour of it is over before anybody looks
BURST_LEAST = 20  # replies in the newest stretch; fewer a moderator reads as they come
BURST_PEOPLE = 10  # two friends chatting are no crowd
BURST_TIMES = 3  # of the busiest stretch before
BURST_KNOWN = 6  # stretches before which nothing is usual: the first hour of an article is always its liveliest
BURST_BEFORE = 144  # stretches looked back: a day, with its lunch break and its evening
BURST_DRAWN = 18  # of them in the drawing: three hours
SPREAD_WITHIN = timedelta(hours=1)  # who wrote so lately is compared with who writes elsewhere
SPREAD_PEOPLE = 20  # of fewer any spread is chance
NEW_ACCOUNT = timedelta(days=7)
NEWCOMERS_SHARE = 0.5
SIGNAL_CHANCE = 0.01  # that an innocent crowd of the site's own people looks so; the bounds are generous, so less
USUAL_WITHIN = timedelta(days=7)
ELSEWHERE_PEOPLE = 100  # a smaller site has no usual
NEWEST_WATCHED = 5_000  # replies of the last hour; a site with more needs no reminder that it is lively
NEWEST_COMPARED = 20_000  # and of the last week
SIGNAL_QUIET = timedelta(days=1)  # a thread somebody has looked at is not brought up again for the same

ORIGIN_DAYS = 180  # network logs are kept at least six months (网络安全法)
ORIGIN_DAYS_MOST = 3650
BULK_MOST = 200  # things one moderator's verb may touch at once; more is a mistake or a flood of its own
HAND = 20  # things of the queue one moderator has before them; a hand of 20 is judged well within a claim's term
CLAIM_TERM = timedelta(minutes=15)  # whoever goes for lunch gives back what they had in hand
UNDO_WINDOW = timedelta(minutes=30)  # a slip of the finger is noticed at once; later one decides anew
WAITING_DAYS = 7  # over which the median waiting time is taken: a week has every hour in it
COMPLAINT_WEIGHS = timedelta(hours=2)  # each complaint moves a thing forward as if it had waited so much longer
EXCERPT_LENGTH = 110  # two lines of a card
RELATED_THREADS = 4
RELATED_LOOKED_AT = 40  # threads by each telling word, heaviest first: what is related costs the same in any community
CHART_DAYS = {"day": 1, "week": 7, "month": 30}
CHART_LENGTH = 30
TAGS_LISTED = 300
SERIES_LONGEST = 100  # articles
SITEMAP_RANGE = 5_000  # numbers of threads a file; the protocol allows 50,000. Also in the index thread_map
TELLING_WORDS = 20  # kept of each article, to find related ones
REGION_BARS = 6
DASHBOARD_DAYS = 14  # two weeks: each weekday twice
DASHBOARD_BARS = 10
NEWEST_COUNTED = 100_000  # rows the dashboard looks at where time has no index; a week of a large community has fewer

PARCEL_KEPT = timedelta(days=7)  # a week to fetch it; what lies about for longer is found by others
PARCELS_PER_DAY = 2  # packing reads everything somebody ever wrote

CLOSING_GRACE = timedelta(days=15)  # long enough to think better of it; what services here usually give
RENAME_COOLING = timedelta(days=180)  # readers have to keep up with who is who
NAME_KEPT = timedelta(days=180)  # nobody passes for whoever has just left

PAGE_BYTES = 5_000_000  # a saved page with its scripts inline reaches two or three million
PAGE_LINE = 2_000_000  # characters; a page saved on one line, scripts included
ARTICLE_LEAST = 12  # Han characters, or half as many Latin words: less is a notice, not an article

UPLOAD_BYTES = 12_000_000  # of one file; more than any door takes
PICTURE_BYTES = 10_000_000  # what a good telephone camera writes
PICTURE_PIXELS = 50_000_000  # and as many pixels as it has; read at most once, in some 200 MB of memory
MENTIONS = 30  # candidates looked up in one text; whoever calls more people is shouting
