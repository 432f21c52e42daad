"""What every verb does with words somebody typed, before they are stored."""

from forum.actions.hits import note_met
from forum.models import Revision
from forum.rules import require
from forum.screening import screen


def screened(author, *texts):
    """The verdicts on these texts, ``(scope, text)`` each; raises Refused when one of them may not be written."""
    verdicts = [screen(text, author, scope) for scope, text in texts]
    for verdict in verdicts:
        require(verdict.ruling)
    return verdicts


def keep_typed(verdicts, *, editor, body, title="", terms="", **about):
    """Note the words met, and keep what was typed as a Revision where masking has covered some of it."""
    for verdict in verdicts:
        note_met(editor, verdict, **about)
    if any(verdict.is_masked for verdict in verdicts):
        Revision.objects.create(editor=editor, title=title, body=body, terms=terms, **about)
