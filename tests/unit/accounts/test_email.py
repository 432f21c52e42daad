from tests.cast import PASSWORD


def asked_again(client, response):
    """allauth wants the password once more before an address is changed."""
    assert response["Location"].startswith("/accounts/reauthenticate/")
    return client.post(response["Location"], {"password": PASSWORD, "next": "/accounts/email/"})


def test_a_new_address_takes_the_place_of_the_old_when_its_code_is_entered(client, mei, code, mailoutbox):
    client.force_login(mei)
    form = {"action_add": "", "email": "amei@example.com"}
    response = client.post("/accounts/email/", form)
    response = asked_again(client, response)
    assert mailoutbox[0].to == ["amei@example.com"]
    assert response["Location"] == "/accounts/confirm-email/"
    client.post("/accounts/confirm-email/", {"code": code()})
    mei.refresh_from_db()
    assert mei.email == "amei@example.com"
    assert mei.emailaddress_set.get().email == "amei@example.com"
    assert mailoutbox[-1].to == ["mei@example.com"]  # the old one is told


def test_a_wrong_password_changes_no_address(client, mei, mailoutbox):
    client.force_login(mei)
    client.post("/accounts/email/", {"action_add": "", "email": "amei@example.com"})
    page = client.post("/accounts/reauthenticate/", {"password": "wrong"}).content.decode()
    assert "密码不对" in page
    assert not mailoutbox


def test_somebody_elses_address_is_not_given_away(client, mei, mailoutbox):
    from accounts.models import User

    other = User.objects.create_user("小周", "zhou@example.com", PASSWORD)
    client.force_login(mei)
    response = asked_again(client, client.post("/accounts/email/", {"action_add": "", "email": other.email}))
    assert response["Location"] == "/accounts/confirm-email/"
    assert client.get("/accounts/confirm-email/").status_code == 200


def test_the_page_needs_no_script_and_no_inline_style(client, mei):
    client.force_login(mei)
    page = client.get("/accounts/email/").content.decode()
    assert "mei@example.com" in page
    assert "style=" not in page
