"""The review matrix at work: what is seen in words that are about to be written, and what follows."""

from forum.models import Assessment, Level, Outcome, SiteSettings, State
from forum.rules import current_matrix, level_of, may_moderate, may_pass, require
from forum.screening import signals_about, signals_in


def assess(author, category, verdicts, *, region, lately=None, seconds=None, apart_from=None):
    """An unsaved Assessment of screened texts on a shelf (its number); Refused where the matrix says so.

    ``lately`` is a Lately where it is known; ``seconds`` how long they were typed; ``apart_from`` the reply that is
    edited. Moderators are not assessed.
    """
    if may_moderate(author):
        return Assessment(level=Level.TRUSTED, outcome=Outcome.PUBLISH)
    text = "\n".join(verdict.typed for verdict in verdicts)
    met = [hit for verdict in verdicts for hit in verdict.hits]
    seen = signals_in(text, region=region, hits=met)
    seen |= signals_about(author, text, lately=lately, seconds=seconds, apart_from=apart_from)
    level = level_of(author)
    outcome = current_matrix().outcome(category, level, seen)
    require(may_pass(outcome))
    return Assessment(level=level, signals=sorted(seen), outcome=outcome)


def state_for(category, assessment, *verdicts):
    """PUBLIC or HELD: for the matrix, a word in it, its shelf, or because the site reviews everything."""
    site = SiteSettings.current()
    waits = site.mode == site.Mode.REVIEW or category.review_first or must_wait(assessment, *verdicts)
    return State.HELD if waits else State.PUBLIC


def edit_waits(author, category, assessment, *verdicts):
    """Whether a moderator reads an edit of public words first: whatever would have held them, but for moderators."""
    return not may_moderate(author) and state_for(category, assessment, *verdicts) == State.HELD


def must_wait(assessment, *verdicts):
    """Whether a moderator reads it first for what is seen in it."""
    return assessment.outcome == Outcome.HOLD or any(verdict.is_held for verdict in verdicts)


def note_assessment(assessment, **about):
    """Keep it beside the thread or reply; an edit's takes the place of the one before."""
    ((name, thing),) = about.items()
    setattr(assessment, name, thing)
    changed = ["level", "signals", "outcome", "made_at", "looked_at"]
    Assessment.objects.bulk_create([assessment], update_conflicts=True, unique_fields=[name], update_fields=changed)
