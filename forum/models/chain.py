"""How decisions hang together: each holds a digest over its own facts and the digest of the one before."""

import hashlib
from datetime import UTC

FACTS = (
    "number", "previous", "id", "moderator_id", "verb", "thread_id", "reply_id", "user_id",
    "reason", "detail", "made_at",
)  # fmt: skip
RULED = ("rule_number", "rule_words")  # which rule applied; part of the facts of the rows that name one


def digest_of(decision):
    """What the digest must be: SHA-256, in hexadecimal, of every fact as its length in characters and itself.

    The database seals new rows by the same formula (migrations 0008 and 0027); it is said
    again here so that a function replaced there does not vouch for itself. Rows from before there were rules
    (migration 0027) keep the digests they had: a rule is a fact of those that name one.
    """
    ruled = decision.rule_number is not None or decision.rule_words
    return sealed(decision, (*FACTS, *RULED) if ruled else FACTS)


def sealed(row, names):
    """SHA-256, in hexadecimal, of these facts of a row, each as its length in characters and itself."""
    said = "".join(_fact(getattr(row, name)) for name in names)
    return hashlib.sha256(said.encode()).hexdigest()


def breaks(decisions, noted=None):
    """What is wrong with the chain: pairs (number, what) for missing and changed rows, and those
    that do not follow the row before (it was replaced, or one of the two was moved); none when healthy.

    ``decisions`` is a queryset of all of them. ``noted`` is a pair (number, digest) written down
    earlier: only that betrays the last rows removed, or a chain made anew from somewhere on.
    """
    expected, before = 1, ""
    for decision in decisions.order_by("number", "pk").iterator(chunk_size=2_000):
        if decision.number > expected:
            yield from ((number, "missing") for number in range(expected, decision.number))
        elif decision.number != expected or decision.previous != before:
            yield decision.number, "unlinked"
        if digest_of(decision) != decision.digest:
            yield decision.number, "changed"
        if noted and decision.number == noted[0] and decision.digest != noted[1]:
            yield decision.number, "replaced"
        expected, before = decision.number + 1, decision.digest
    if noted and noted[0] >= expected:
        yield from ((number, "missing") for number in range(expected, noted[0] + 1))


def _fact(value):
    if value is None:
        return "-"
    if hasattr(value, "astimezone"):
        value = value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")
    return f"{len(str(value))}:{value}"
