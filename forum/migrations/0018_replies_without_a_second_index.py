from django.db import migrations, models


class Migration(migrations.Migration):
    """What finds the replies of a thread is reply_page, in the order of the page; the other only cost writing."""

    dependencies = [("forum", "0017_desk")]
    operations = [
        migrations.AlterField(
            "reply",
            "thread",
            models.ForeignKey(
                "forum.thread", models.CASCADE, related_name="replies", verbose_name="thread", db_index=False
            ),
        ),
    ]
