"""The reasons moderators give most, ready to be ticked."""

from django.utils.translation import gettext_lazy as _

from forum.models import Report

HIDE = tuple(label for value, label in Report.Reason.choices if value != Report.Reason.OTHER)
APPROVE = (_("Read; nothing is wrong"),)
RESTORE = (_("Hidden by mistake"), _("The author's objection is right"), _("The author has mended it"))
DISMISS = (
    _("Read; nothing is wrong"),
    _("A difference of opinion is no offence"),
    _("The report is malicious"),
)
CLOSE = (_("All has been said"), _("It has become a quarrel"), _("Off topic by now"))
REOPEN = (_("There is news to discuss"), _("Tempers have cooled"))
PIN = (_("An announcement"), _("Worth everybody's time"))
FEATURE = (_("Well argued and well sourced"), _("A discussion worth keeping"))
ENOUGH = (_("It has had its time"),)
MOVE = (_("It fits there better"),)
FOLD = (_("Little to do with the article"), _("Said already"), _("Heat without light"))
SINK = (_("All has been said"), _("It has become a quarrel"))
SLOW = (_("Tempers run high"), _("Too many short replies"))
MERGE = (_("The same subject"),)
SPLIT = (_("A subject of its own"),)
UNDO = (_("It was better as it was"), _("Done by mistake"))
ORIGINAL = (_("To check against the source"), _("The repair went wrong"))
CONTACT = (_("Personal data"), _("The author asked for it"))
REPAIRED = (_("Checked against the source"),)
MUTE = (
    _("Flooding"),
    _("Spam or advertising"),
    _("Personal attack"),
    _("Stirring up a quarrel"),
    _("Repeated after a warning"),
)
UNMUTE = (_("Muted by mistake"), _("The member has understood"))
SHELTER = (_("Attacked by many at once"), _("Personal data was spread"), _("The member asked for it"))
UNSHELTER = (_("It has calmed down"), _("The member asked for it"))
BAN = (_("An account made for advertising"), _("Fraud"), _("Repeated after several mutes"))
UNBAN = (_("Banned by mistake"), _("The objection is right"))
LOOK = (_("A request by the authorities"), _("Suspected sock puppets"), _("Suspected fraud"))
GRANT = (_("The objection is right"), _("Right, but too severe"), _("The author has mended it"))
EXHIBIT = (_("It shows where the line is"), _("Asked about often"))
UPHOLD = (_("The rule applies here"), _("The objection does not touch the reason"))
MERGE_TAG = (_("Two words for one thing"), _("A slip of the pen"))
FREE = (_("They are two things after all"),)
FALSE = (_("The word means something else here"), _("Two words that only meet here"), _("Quoted, to warn others"))
RIGHT = (_("The rule is meant for this"),)
