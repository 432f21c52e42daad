"""The replies under one article."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from forum.chinese import converted_html
from forum.feeds.base import LENGTH, OurFeed
from forum.models import Reply, Thread


class RepliesFeed(OurFeed):
    """Newest first, without the places they were written from."""

    def get_object(self, request, pk):
        return get_object_or_404(Thread.objects.public(), pk=pk)

    def title(self, thread):
        return _("Replies to “{title}”").format(title=self.words(thread.title, thread.terms))

    def subtitle(self, thread):
        return self.words(thread.excerpt, thread.terms)

    description = subtitle

    def link(self, thread):
        return thread.get_absolute_url()

    def items(self, thread):
        replies = Reply.objects.public().filter(thread=thread).select_related("author", "thread")
        return replies.order_by("-id")[:LENGTH]

    def item_title(self, reply):
        title = self.words(reply.thread.title, reply.thread.terms)
        return _("{name} on “{title}”").format(name=reply.author_name, title=title)

    def item_description(self, reply):
        return self.html(converted_html(reply.body_html, self.script))

    def item_author_name(self, reply):
        return str(reply.author_name)

    def item_pubdate(self, reply):
        return reply.created_at

    def item_updateddate(self, reply):
        return reply.edited_at or reply.created_at
