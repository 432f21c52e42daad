"""By what threads are put in order, as SQL; the page «about-lists» says the same to readers, with the same numbers."""

from django.db import models
from django.db.models.functions import Greatest

from forum import limits

# What readers did with a thread, in points.
POINTS = "3 * replies_count + 2 * favourites_count + likes_count"
GAINED = models.Func(template=f"({POINTS})", output_field=models.IntegerField())
HALF_DAY, THREE_DAYS = 43_200, 259_200  # seconds

# Seconds: when it was published, plus half a day for each e-fold of what readers did with it, plus three
# days for a moderator's mark, and three more or fewer where one lifted or sank it. Age and interest in one
# number the database keeps by itself.
FORMULA = (
    "(extract(epoch from (published_at - to_timestamp(0)))"
    f" + {HALF_DAY} * ln(1 + {POINTS})"
    f" + case when featured_at is null then 0 else {THREE_DAYS} end + {THREE_DAYS} * lift)"
)
RANK = models.Func(template=FORMULA, output_field=models.FloatField())

# In which file of the sitemap a thread stands, and when it was last changed.
MAP_FILE = (models.F("id") - 1) / limits.SITEMAP_RANGE
CHANGED = Greatest("published_at", "edited_at", "last_reply_at")
