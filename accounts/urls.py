from django.urls import include, path

from accounts import views

urlpatterns = [
    path("proof/", views.proof, name="proof"),
    path("profile/", views.profile, name="profile"),
    path("sessions/", views.devices, name="usersessions_list"),  # before allauth's own, which signs out all or none
    path("", include("allauth.urls")),
]
