"""Finished answers by what was asked, as it came over the wire: one look-up, and nothing is parsed or made."""

_NAMES = (
    *("REQUEST_METHOD", "PATH_INFO", "QUERY_STRING", "HTTP_HOST", "HTTP_X_FORWARDED_PROTO", "HTTP_COOKIE"),
    *("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_HX_REQUEST"),
)
_MOST = 10_000  # answers; the bodies are the pages' own, so one costs what was asked and little more
_LONGEST = 600  # characters of address, cookies and the rest together; who asks with more goes the long way


def as_asked(environ):
    """All that the answer of a page in memory depends on, raw."""
    return tuple(map(environ.get, _NAMES))


class Ready:
    """Answers of pages on a shelf, gone the moment their page leaves it.

    ``answers`` holds ``(until, page, thread, status, headers, body)``: until when by ``monotonic`` it may be given,
    and the thread this is a view of. It is read without a lock, and written under the shelf's.
    """

    def __init__(self, shelf):
        self.answers = {}
        self._shelf = shelf
        shelf.on_leaving = self._forget

    def keep(self, asked, key, page, thread, answer):
        """Give this answer to whoever asks just so, for as long as the page stands under the key."""
        if sum(len(part) for part in asked if part) > _LONGEST:
            return
        with self._shelf.lock:
            if not self._shelf.holds(key, page):
                return
            if len(self.answers) >= _MOST:
                self._forget_oldest()
            page.asked.add(asked)
            self.answers[asked] = (page.born + self._shelf.life, page, thread, *answer)

    def _forget(self, page):
        for asked in page.asked:
            self.answers.pop(asked, None)
        page.asked.clear()

    def _forget_oldest(self):
        asked = next(iter(self.answers))
        page = self.answers.pop(asked)[1]
        page.asked.discard(asked)
