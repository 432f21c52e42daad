import pytest

from config.pagecache import memory
from tests.unit.config.pagecache.stack import Stack


@pytest.fixture
def stack(db, monkeypatch):
    """The site behind its page cache; nothing is remembered afterwards."""
    yield Stack(monkeypatch)
    memory.shelf.forget("all")
