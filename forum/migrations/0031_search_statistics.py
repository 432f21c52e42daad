from django.db import migrations

# How common a word is decides how it is looked for; by default the planner knows a tenth as many.
STATISTICS = "alter table forum_searchentry alter column vector set statistics {}"


class Migration(migrations.Migration):
    dependencies = [("forum", "0030_offences_shown")]

    operations = [migrations.RunSQL(STATISTICS.format(1000), STATISTICS.format(-1))]
