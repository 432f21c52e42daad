"""One database for the whole run: DATABASE_URL's, or an embedded one that starts when a test needs it."""

import os

import pytest
from hypothesis import settings as hypothesis

from config.trial import PACKAGES, browser

# How long an example takes says more about the machine than about the code.
hypothesis.register_profile("gentie", deadline=None)
hypothesis.load_profile("gentie")

# Nothing here has to survive a power cut.
HASTE = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Called by pytest-django before it makes the test database."""
    from django.conf import settings
    from django.db import connection

    from config import embedded
    from config.settings import env

    with embedded.serving(settings.DATA_DIR / "test", *HASTE) as url:
        connection.settings_dict["HOST"] = env.database(url)["HOST"]  # where a long path sent the socket
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """pytest-django's own, which drops the test database: whoever still sits in it is shown out first."""
    from django.db import connection

    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and pid <> pg_backend_pid()"
        )


def pytest_collection_modifyitems(config, items):
    """Without a browser its tests are skipped, and say so (refused with CI=true); `make test` tries to install one."""
    stories = [item for item in items if item.path.is_relative_to(config.rootpath / "tests" / "browser")]
    if browser() or not stories:
        return
    lack = f"no Chromium here: apt-get install {' '.join(PACKAGES)}"
    if os.environ.get("CI") == "true":
        raise pytest.UsageError(f"{lack} (with CI=true its tests must run)")
    for item in stories:
        item.add_marker(pytest.mark.skip(reason=lack))
