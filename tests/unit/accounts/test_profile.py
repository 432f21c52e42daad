def test_a_member_describes_herself(client, mei):
    client.force_login(mei)
    assert client.get("/accounts/profile/").status_code == 200
    assert client.post("/accounts/profile/", {"bio": "读产品，也读人。"})["Location"] == mei.get_absolute_url()
    mei.refresh_from_db()
    assert mei.bio == "读产品，也读人。"


def test_too_long_is_refused_and_not_lost(client, mei):
    client.force_login(mei)
    response = client.post("/accounts/profile/", {"bio": "长" * 161})
    assert response.status_code == 422
    assert "长" * 161 in response.content.decode()


def test_a_visitor_is_sent_to_sign_in(client, db):
    assert client.get("/accounts/profile/")["Location"] == "/accounts/login/?next=/accounts/profile/"
