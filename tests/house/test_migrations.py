"""Migrations: none missing, one line, each with a name that says what it does, each reversible."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

OURS = ("forum", "accounts")


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


@pytest.mark.django_db
def test_each_app_has_one_last_migration():
    graph = MigrationLoader(connection).graph
    for app in OURS:
        assert len(graph.leaf_nodes(app)) == 1


@pytest.mark.django_db
def test_migrations_are_named_and_reversible():
    loader = MigrationLoader(connection)
    for (app, name), migration in loader.disk_migrations.items():
        if app in OURS:
            assert not re.search(r"_(auto|alter|remove|rename)_", name), f"{app}.{name} wants a name"
            assert all(operation.reversible for operation in migration.operations), f"{app}.{name}"
