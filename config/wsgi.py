import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
django_application = get_wsgi_application()

from config.pagecache import in_front_of  # noqa: E402  (needs the settings)
from config.warm import warm  # noqa: E402

application = in_front_of(django_application)
warm()
