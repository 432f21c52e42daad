"""The database seals every decision: a number without gaps, the digest before, and a digest over its own facts.

One trigger, so that no writer can skip it; one lock, so that of two at once the second sees the first.
The formula is said again in forum.models.chain, which checks it.
"""

from django.db import migrations

SEAL = """
create function decision_fact(value text) returns text language sql immutable as $$
    select coalesce(char_length(value) || ':' || value, '-')
$$;

create function decision_digest(d forum_decision) returns text language sql immutable as $$
    select encode(sha256(convert_to(
        decision_fact(d.number::text) || decision_fact(d.previous) || decision_fact(d.id::text)
        || decision_fact(d.moderator_id::text) || decision_fact(d.verb) || decision_fact(d.thread_id::text)
        || decision_fact(d.reply_id::text) || decision_fact(d.user_id::text) || decision_fact(d.reason)
        || decision_fact(d.detail)
        || decision_fact(to_char(d.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')),
        'UTF8')), 'hex')
$$;

create function decision_seals() returns trigger language plpgsql as $$
declare
    last record;
begin
    perform pg_advisory_xact_lock(hashtext('forum_decision'));
    select number, digest into last from forum_decision order by number desc limit 1;
    new.number := coalesce(last.number, 0) + 1;
    new.previous := coalesce(last.digest, '');
    new.digest := decision_digest(new);
    return new;
end $$;
"""

CHAIN = """
alter table forum_decision disable trigger decision_stays;
do $$
declare
    d forum_decision;
    counted bigint := 0;
    before text := '';
begin
    for d in select * from forum_decision order by id loop
        counted := counted + 1;
        d.number := counted;
        d.previous := before;
        before := decision_digest(d);
        update forum_decision set number = counted, previous = d.previous, digest = before where id = d.id;
    end loop;
end $$;
alter table forum_decision enable trigger decision_stays;
create trigger decision_seals before insert on forum_decision
    for each row execute function decision_seals();
"""

UNSEAL = """
drop trigger decision_seals on forum_decision;
drop function decision_seals();
drop function decision_digest(forum_decision);
drop function decision_fact(text);
"""


class Migration(migrations.Migration):
    dependencies = [("forum", "0007_decisions_numbered")]
    operations = [migrations.RunSQL(SEAL, UNSEAL), migrations.RunSQL(CHAIN, migrations.RunSQL.noop)]
