"""The database itself refuses to change or remove a decision, whoever asks."""

from django.db import migrations

GUARD = """
create function decision_stays() returns trigger language plpgsql as $$
begin
    raise exception 'decisions are append-only';
end $$;
create trigger decision_stays before update or delete on forum_decision
    for each row execute function decision_stays();
"""
UNGUARD = "drop trigger decision_stays on forum_decision; drop function decision_stays();"


class Migration(migrations.Migration):
    dependencies = [("forum", "0001_nouns")]
    operations = [migrations.RunSQL(GUARD, UNGUARD)]
