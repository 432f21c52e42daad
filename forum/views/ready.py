"""Pages that are the same for every visitor may be kept ready-made (see config.pagecache)."""

from functools import wraps

HEADER = "X-Shows"  # read and removed by the page cache


def ready_made(*shows):
    """Mark a view's pages for visitors as showing these things: "lists", or "thread" for the view's own pk.

    A page for somebody signed in is never marked.
    """

    def decorate(view):
        @wraps(view)
        def marked(request, *args, **kwargs):
            response = view(request, *args, **kwargs)
            if not request.user.is_authenticated:
                names = (f"thread-{kwargs['pk']}" if name == "thread" else name for name in shows)
                response.headers[HEADER] = " ".join(names)
            return response

        return marked

    return decorate
