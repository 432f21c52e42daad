"""The demo community: what its people wrote, as data, and how to read it. Nothing is written to the database here.

``community.toml`` holds the categories and the people; ``threads/`` a Markdown file each: a TOML header between
two lines of ``+++``, the article, then its replies in the order of the page. A reply begins with a line such as

    %% 阿梅 · 浙江 · 3h · 6                    name, place, time after publication, likes
    %%% 小林 → 阿梅 · 广东 · 5h · held          nested under the last %%, answering 阿梅's nested reply

and may end with ``held``, ``hidden=REASON`` or ``reported=NAME/REASON``. The name ``-`` is a reader of an
imported page.
"""

from forum.demo.reading import Community, ReplyText, ThreadText, read_community

__all__ = ["Community", "ReplyText", "ThreadText", "read_community"]
