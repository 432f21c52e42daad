"""The kept page of what was decided is forgotten when something is."""

from forum.actions import people
from forum.actions.precedents import exhibit, withhold
from forum.models import Decision, SiteSettings


def test_the_page_is_right_after_every_measure_and_case(stack, zhou, mei):
    SiteSettings(shows_offences=True).save()

    def page():
        return stack.get("/offences/").body

    assert "没有需要处理的" in page()
    people.warn(zhou, mei, reason="刷屏")
    assert "没有需要处理的" not in page()
    exhibit(zhou, Decision.objects.get(), summary="一小时内发了二十条。", reason="常有人问")
    assert "一小时内发了二十条" in page()
    withhold(zhou, Decision.objects.get(verb="warn"), reason="过时了")
    assert "一小时内发了二十条" not in page()
