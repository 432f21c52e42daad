"""What the background worker does, on a clock."""

from procrastinate.contrib.django import app

from forum.actions.hits import forget_met
from forum.actions.origins import forget_origins
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


@app.periodic(cron="29 4 * * *")
@app.task(queueing_lock="forget_met")
def forget_old_hits(timestamp):
    """Every night: blocked words met long ago are forgotten, with the words round them."""
    forget_met()
