from django.core.management.base import BaseCommand

from forum.actions.threads import keep_telling_words, set_words
from forum.models import Thread


class Command(BaseCommand):
    help = "Store the telling words of threads written before there were any; related articles are found by them."

    def handle(self, *args, **options):
        told = 0
        for thread in Thread.objects.filter(telling_words=None).order_by("pk").iterator(chunk_size=200):
            set_words(thread, thread.title, thread.body)
            keep_telling_words(thread)
            told += bool(thread.telling)
        self.stdout.write(f"{told} threads")
