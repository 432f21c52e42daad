from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("forum", "0006_search_entries")]
    operations = [
        migrations.AddField(
            model_name="decision",
            name="number",
            field=models.PositiveBigIntegerField(db_default=0, editable=False, verbose_name="number"),
        ),
        migrations.AddField(
            model_name="decision",
            name="previous",
            field=models.CharField(db_default="", editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="decision",
            name="digest",
            field=models.CharField(db_default="", editable=False, max_length=64, verbose_name="digest"),
        ),
    ]
