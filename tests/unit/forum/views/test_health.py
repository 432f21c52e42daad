import pytest
from django.db import DatabaseError
from django.db.migrations.executor import MigrationExecutor


def test_alive_asks_nothing_of_the_database(client):
    """Without the ``db`` fixture a query would be an error."""
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_ready_when_everything_is_migrated(client):
    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_not_ready_while_a_migration_waits(client, monkeypatch):
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda self, targets: ["something"])
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"migrations are waiting\n")


@pytest.mark.django_db
def test_not_ready_without_a_database(client, monkeypatch):
    def broken(self, connection):
        raise DatabaseError

    monkeypatch.setattr(MigrationExecutor, "__init__", broken)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"no database\n")


def test_neither_sets_a_cookie_nor_shows_a_page(client):
    response = client.get("/healthz")
    assert not response.cookies
    assert response["Content-Type"] == "text/plain"
