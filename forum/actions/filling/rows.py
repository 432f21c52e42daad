"""The rows of synthetic threads and replies."""

from datetime import UTC, datetime, timedelta
from functools import cached_property

from django.db import connection

from accounts.models import User
from forum import search
from forum.actions.filling.copying import NULL, copy_lines, copy_rows, escaped, others_of
from forum.actions.threads import set_words
from forum.demo import synthetic
from forum.models import Category, Reply, Thread

_PEOPLE = 200
_BODIES = 200  # different articles; rendering each of a hundred thousand would measure Markdown
PLACES = ("浙江", "广东", "北京", "上海", "四川", "江苏", "湖北", "辽宁", "中国香港", "未知")
_THREAD = (
    "id author_id byline category_id title body body_html excerpt contents attribution contact contact_hidden words "
    "state region region_version created_at published_at last_reply_at minutes replies_count favourites_count "
    "likes_count views_count floors"
).split()
_REPLY = (
    "id thread_id parent_id author_id floor body body_html region region_version state created_at likes_count imported"
).split()
_START, _SPAN = datetime(2024, 1, 1, tzinfo=UTC), timedelta(days=900)  # fixed: the same numbers give the same rows
_APART = timedelta(seconds=200)  # from one reply of a thread to the next


class Plan:
    """What is to be written: everything that rows and search entries have in common."""

    def __init__(self, threads, replies, seed, people, shelves, first, first_reply):
        self.people, self.shelves = people, shelves
        self.first, self._first_reply, self._seed = first, first_reply, seed
        self.counts = _spread(threads, replies)
        many = min(50_000, max(500, replies // 10))
        self.words = synthetic.Words(seed, _subjects(), many, max(1, min(threads, 20_000) // _BODIES * _BODIES))

    def threads(self):
        """(number, author, title's number, body's number, when, replies) of each thread."""
        apart = _SPAN / len(self.counts)
        for number, count in enumerate(self.counts):
            title, body = number % len(self.words.titles), number % len(self.bodies)
            yield self.first + number, self.people[number % _PEOPLE], title, body, _START + apart * number, count

    def replies(self):
        """(number, thread, parent, author, place, floor, when, sentences' numbers) of each reply."""
        pk, said = self._first_reply, synthetic.replies(self._seed, len(self.words.sentences))
        for thread, _author, _title, _body, began, count in self.threads():
            top = None
            for floor in range(1, count + 1):
                nested = top if floor % 4 == 0 else None
                top = pk if nested is None else top
                person, place = self.people[pk % _PEOPLE], PLACES[pk // 7 % len(PLACES)]
                yield pk, thread, nested, person, place, floor, began + _APART * floor, next(said)
                pk += 1

    @cached_property
    def bodies(self):
        """Threads that lend their words."""
        return [_rendered(self.words.body()) for _ in range(min(len(self.counts), _BODIES))]


def write_threads(plan):
    """COPY the threads."""
    copy_rows(Thread, _THREAD, _threads(plan))


def write_replies(plan):
    """COPY the replies."""
    others = others_of(Reply, _REPLY)
    copy_lines(Reply._meta.db_table, [*_REPLY, *others], _replies(plan, others))


def people():
    """Numbers of those who write, made if they are not there."""
    names = [f"读者{number:04}" for number in range(_PEOPLE)]
    missing = [User(username=name, folded_name=name, email="", password="!") for name in names]
    User.objects.bulk_create(missing, ignore_conflicts=True)
    return list(User.objects.filter(username__in=names).order_by("username").values_list("pk", flat=True))


def shelves():
    """Numbers of the categories, one of ours among them."""
    Category.objects.get_or_create(slug="synthetic", defaults={"name": "合成"})
    return list(Category.objects.order_by("pk").values_list("pk", flat=True))


def _spread(threads, replies):
    longest = min(10_000, replies // 3) if threads > 1 else replies
    rest, more = divmod(replies - longest, max(threads - 1, 1))
    return [longest, *(rest + (number < more) for number in range(threads - 1))]


def _subjects():
    """The dictionary's words of two to four Han characters, the most common first."""
    words = [(word, times) for word, times in search.vocabulary() if 2 <= len(word) <= 4 and _is_han(word)]
    return sorted(words, key=lambda pair: (-pair[1], pair[0]))


def _is_han(word):
    return all("一" <= one <= "龥" for one in word)


def _rendered(source):
    thread = Thread()
    set_words(thread, "", source)
    thread.contents = connection.ops.adapt_json_value(thread.contents, None)
    return thread


def _threads(plan):
    for pk, author, title, number, at, count in plan.threads():
        body = plan.bodies[number]
        yield (
            pk, author, "", plan.shelves[pk % len(plan.shelves)], plan.words.titles[title], body.body, body.body_html,
            body.excerpt, body.contents, "", "", False, body.words, "public", PLACES[0], "", at, at,
            at + _APART * count, body.minutes, count, 0, 0, pk * 7 % 20_000, count,
        )  # fmt: skip


def _replies(plan, others):
    """Lines as COPY reads them. A reply of plain sentences is rendered as one paragraph: a test compares."""
    sentences = [escaped(one) for one in plan.words.sentences]
    rest = "".join(f"\t{value}" for value in others.values())
    for pk, thread, parent, person, place, floor, at, said in plan.replies():
        body = "".join([sentences[number] for number in said])
        yield (
            f"{pk}\t{thread}\t{parent or NULL}\t{person}\t{floor}\t{body}\t<p>{body}</p>\\n\t{place}\t\tpublic\t"
            f"{at}\t0\tf{rest}\n"
        )
