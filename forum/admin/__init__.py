"""Doors for moderators. ``site`` is the house, ``base`` the door that never saves, ``reasons`` the page that asks
why; the rest is one door a noun. ``doors`` opens them all, once the apps are ready."""
