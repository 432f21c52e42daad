"""What the background worker does, on a clock."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from forum import search
from forum.actions.brigading import watch
from forum.actions.erasing import erase_due_accounts
from forum.actions.follows import tell_of_news
from forum.actions.hits import forget_met
from forum.actions.hub import ping
from forum.actions.levels import weigh_everybody
from forum.actions.notices import forget_notices
from forum.actions.origins import forget_origins
from forum.actions.parcels import erase_parcels, make_parcel
from forum.actions.views import forget_views


@app.periodic(cron="17 4 * * *")
@app.task(queueing_lock="forget_origins")
def forget_expired_origins(timestamp):
    """Every night: addresses past their term are forgotten."""
    forget_origins()


@app.periodic(cron="41 * * * *")
@app.task(queueing_lock="forget_views")
def forget_counted_views(timestamp):
    """Every hour: the marks that keep a view from counting twice are no longer needed."""
    forget_views()


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="enter_names")
def enter_new_names(timestamp):
    """Every five minutes: new members, and renamed ones, are found by their names."""
    search.enter_names()


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="watch")
def watch_for_brigades(timestamp):
    """Every five minutes: what is unusual about who speaks under a thread is shown to moderators."""
    watch()


@app.periodic(cron="29 4 * * *")
@app.task(queueing_lock="forget_met")
def forget_old_hits(timestamp):
    """Every night: blocked words met long ago are forgotten, with the words round them."""
    forget_met()


@app.periodic(cron="37 4 * * *")
@app.task(queueing_lock="weigh_everybody")
def weigh_every_member(timestamp):
    """Every night: who has been here longer, or had more taken down, may have another level."""
    weigh_everybody()


@app.periodic(cron="11 * * * *")
@app.task(queueing_lock="erase_parcels")
def erase_old_parcels(timestamp):
    """Every hour: files of members' data past their term are erased."""
    erase_parcels()


@app.periodic(cron="23 * * * *")
@app.task(queueing_lock="erase_due_accounts")
def erase_closed_accounts(timestamp):
    """Every hour: accounts whose days of grace are over are erased."""
    erase_due_accounts()


@app.task
def pack_parcel(pk):
    """A member has asked for everything of theirs."""
    make_parcel(pk)


@app.periodic(cron="53 4 * * *")
@app.task(queueing_lock="forget_notices")
def forget_old_notices(timestamp):
    """Every night: what was told half a year ago is forgotten."""
    forget_notices()


@app.task(retry=RetryStrategy(max_attempts=5, exponential_wait=60))
def ping_hub(pk, replied):
    """Told by forum.actions.hub: a feed has something new. An hour of trying is enough."""
    ping(pk, replied=replied)


@app.task(retry=RetryStrategy(max_attempts=3, exponential_wait=30))
def tell_news(pk, first):
    """Told by forum.actions.follows: followers have something new to read."""
    tell_of_news(pk, first)
