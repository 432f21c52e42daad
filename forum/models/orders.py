"""By what threads are put in order, as SQL."""

from django.db import models
from django.db.models.functions import Greatest

from forum import limits

# Seconds: when it was published, plus half a day for each e-fold of what readers did with it, plus three
# days for a moderator's mark, and three more or fewer where one lifted or sank it. Age and interest in one
# number the database keeps by itself.
RANK = models.Func(
    template=(
        "(extract(epoch from (published_at - to_timestamp(0)))"
        " + 43200 * ln(1 + 3 * replies_count + 2 * favourites_count + likes_count)"
        " + case when featured_at is null then 0 else 259200 end + 259200 * lift)"
    ),
    output_field=models.FloatField(),
)


# In which file of the sitemap a thread stands, and when it was last changed.
MAP_FILE = (models.F("id") - 1) / limits.SITEMAP_RANGE
CHANGED = Greatest("published_at", "edited_at", "last_reply_at")
