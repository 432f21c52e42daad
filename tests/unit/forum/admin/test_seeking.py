"""The desk's own search: each kind, each office, and whatever may be typed into it."""

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from accounts.models import OldName, User
from forum.models import Look, State
from forum.search import enter_names
from tests.cast import make_category, make_moderator, make_user

AT = "/admin/search/"


@pytest.fixture
def admin(db):
    return make_moderator("老孙", "管理员")


def asked(browser, q):
    answer = browser.get(AT, {"q": q})
    assert answer.status_code == 200
    return answer


def found(browser, q):
    """{title of the group: [titles]}"""
    groups = asked(browser, q).context["groups"]
    return {str(group.title): [str(row.title) for row in group.rows] for group in groups}


def test_people_by_name_a_piece_of_it_its_sound_and_a_name_they_had(client_of, zhou, mei):
    for name in ("梅子酒", "Plum"):
        make_user(name)
    enter_names()
    User.objects.filter(username="梅子酒").update(is_active=False)
    now = timezone.now()
    OldName.objects.create(user=mei, name="旧友", folded="旧友", changed_at=now, kept_until=now)
    browser = client_of(zhou)
    assert found(browser, "阿梅")["用户"] == ["阿梅"]
    assert found(browser, "梅")["用户"] == ["梅子酒", "阿梅"], "who is banned is looked for most of all"
    assert found(browser, "meizi")["用户"] == ["梅子酒"]
    assert found(browser, "PLUM")["用户"] == ["Plum"]
    assert found(browser, "舊友")["用户"] == ["阿梅"] and "曾用名：旧友" in asked(browser, "旧友").content.decode()


def test_who_signed_up_a_moment_ago_is_found_by_the_whole_name(client_of, zhou, mei):
    assert found(client_of(zhou), "阿梅")["用户"] == ["阿梅"]


def test_articles_and_replies_by_words_number_and_address(client_of, zhou, make_thread, make_reply):
    thread = make_thread(title="聊聊支付宝的社交化", body="正文里有一句独角兽。")
    hidden = make_thread(title="藏起来的支付宝", state=State.HIDDEN)
    public = make_reply(thread, body="我觉得支付宝很好用")
    held = make_reply(thread, body="等审核的支付宝评论", state=State.HELD)
    browser = client_of(zhou)
    all_of_them = found(browser, "支付宝")
    assert set(all_of_them["文章"]) == {thread.title, hidden.title}
    assert set(all_of_them["评论"]) == {public.body, held.body}
    assert found(browser, "独角兽")["文章"] == [thread.title], "words of a text are found by the index"
    assert found(browser, str(thread.pk))["文章"][0] == thread.title
    assert found(browser, f"#{held.pk}")["评论"][0] == held.body
    by_address = found(browser, f"https://forum.example.org/threads/{thread.pk}/?page=2")
    assert by_address == {"文章": [thread.title]}


def test_a_number_of_one_kind_finds_no_other(client_of, zhou, make_reply):
    reply = make_reply(body="一句话")
    assert "评论" not in found(client_of(zhou), f"/threads/{reply.pk}/")
    assert found(client_of(zhou), f"/replies/{reply.pk}/") == {"评论": ["一句话"]}


def test_settings_by_label_and_help_in_the_readers_language(client_of, admin):
    browser = client_of(admin)
    groups = asked(browser, "备案").context["groups"]
    rows = [row for group in groups if str(group.title) == "设置" for row in group.rows]
    assert rows and "/admin/forum/sitesettings/#id_icp_number" in [row.url for row in rows]
    assert 'id="id_icp_number"' in browser.get("/admin/forum/sitesettings/").content.decode()
    assert found(browser, "六个月")["设置"], "the help is read too"
    assert found(browser, "社區規則")["列表与页面"] == ["社区规则"], "in whatever script it is typed"
    browser.cookies["lang"] = "en"
    assert "ICP filing number" in [row for rows in found(browser, "filing").values() for row in rows]


def test_an_office_finds_what_its_doors_show_and_no_more(client_of, mei, make_thread, make_reply):
    enter_names()
    near, far = make_category(), make_category("ops", "运营杂谈")
    here, there = make_thread(title="近处的灯塔", category=near), make_thread(title="远处的灯塔", category=far)
    for thread in (here, there):
        make_reply(thread, mei, body=f"{thread.title}真亮")
    make_thread(mei, title="草稿里的灯塔", state=State.DRAFT, category=near)
    keeper, editor = make_moderator("老郑", "版主", near), make_moderator("小杨", "运营")
    assert found(client_of(keeper), "灯塔") == {"文章": ["近处的灯塔"], "评论": ["近处的灯塔真亮"]}
    assert found(client_of(keeper), str(there.pk)).get("文章", []) == []
    assert set(found(client_of(editor), "灯塔")) == {"文章"}
    for office in (keeper, editor):
        assert found(client_of(office), "阿梅") == {}
        assert "设置" not in found(client_of(office), "备案")
    assert client_of(mei).get(AT, {"q": "灯塔"}).status_code == 403


@pytest.mark.parametrize("address", ["61.139.2.69", "61.139.0.0/16", "2001:db8::1", "someone@example.org"])
def test_an_address_is_only_handed_on_to_the_page_that_asks_why(client_of, admin, zhou, mei, make_reply, address):
    make_reply(author=mei, ip="61.139.2.69")
    User.objects.filter(pk=mei.pk).update(email="someone@example.org")
    page = asked(client_of(admin), address)
    assert page.context["address"] == address and page.context["groups"] == [] and "阿梅" not in page.content.decode()
    form = client_of(admin).post("/admin/forum/look/up/", {"begin": "yes", "asked": address})
    assert form.status_code == 200 and f'value="{address}"' in form.content.decode()
    assert not Look.objects.exists()
    refused = asked(client_of(zhou), address)
    assert refused.context["address"] == "" and "没有找到" in refused.content.decode()


def test_the_permission_counts_not_the_office(client_of, zhou):
    zhou.user_permissions.add(Permission.objects.get(codename="view_origin"))
    assert asked(client_of(zhou), "61.139.2.69").context["address"]
    for words in ("61.139.2", "@阿梅", "a@b", "999.1.1.1"):
        assert asked(client_of(zhou), words).context["address"] == ""


@pytest.mark.parametrize(
    "q",
    [
        "",
        "  ",
        "\0",
        "长" * 5000,
        "9" * 5000,
        "#" + "9" * 18,
        "'\"<script>alert(1)</script>\\",
        "%_",
        "in:没有 -x",
        "④②",
    ],
)
def test_whatever_is_typed_is_a_question(client_of, admin, q):
    page = asked(client_of(admin), q).content.decode()
    assert "<script>alert" not in page
    assert "没有找到" in page or "想找什么" in page


def test_letters_that_mean_something_to_a_database_are_letters(client_of, zhou, make_thread):
    make_thread(title="降价 100% 的事", state=State.HELD)
    assert found(client_of(zhou), "100%")["文章"] == ["降价 100% 的事"]
    assert "文章" not in found(client_of(zhou), "100_")


def test_each_kind_is_bounded_and_leads_to_its_list(client_of, zhou, make_thread, monkeypatch):
    monkeypatch.setattr("forum.limits.DESK_FOUND", 2)
    for number in range(3):
        make_thread(title=f"灯塔 {number}")
    (group,) = asked(client_of(zhou), "灯塔").context["groups"]
    assert len(group.rows) == 2
    listed = client_of(zhou).get(group.more).content.decode()
    assert all(f"灯塔 {number}" in listed for number in range(3))


def test_many_cost_no_more_than_few(client_of, admin, mei, make_reply, django_assert_max_num_queries):
    enter_names()
    thread = make_reply(body="灯塔真亮").thread
    for number in range(12):
        make_reply(thread, mei, body=f"灯塔 {number}")
    browser = client_of(admin)
    asked(browser, "灯塔")
    with django_assert_max_num_queries(40):
        asked(browser, "灯塔")


def test_the_box_stands_on_every_page_and_keeps_what_was_asked(client_of, admin):
    browser = client_of(admin)
    for page in ("/admin/", "/admin/forum/thread/", "/admin/forum/sitesettings/", "/admin/bin/"):
        assert 'action="/admin/search/"' in browser.get(page, follow=True).content.decode()
    assert 'value="&quot;灯塔"' in asked(browser, '"灯塔').content.decode()
