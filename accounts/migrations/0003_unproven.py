from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_phone_numbers'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='came_unproven',
            field=models.BooleanField(default=False, editable=False),
        ),
    ]
