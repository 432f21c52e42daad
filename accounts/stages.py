from allauth.account.stages import EmailVerificationStage

from accounts.phone import number_in


class AddressStage(EmailVerificationStage):
    """An address is confirmed before the first sign-in; whoever confirmed a phone number has none to confirm."""

    def handle(self):
        user = self.login.user
        came_by_phone = not user or not user.email or number_in(self.login.email or "")
        if user and user.phone_verified and came_by_phone:
            return None, True
        return super().handle()
