"""Who people are: allauth's switches, and where our own parts hook in."""

from config.settings import env

AUTHENTICATION_BACKENDS = ["accounts.backend.Accounts"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "accounts.forms.LoginForm",
    "signup": "accounts.forms.SignupForm",
    "reauthenticate": "accounts.forms.ReauthenticateForm",
    "add_email": "accounts.forms.AddEmailForm",
    "change_email": "accounts.forms.ChangeEmailForm",
    "confirm_email_verification_code": "accounts.codes.EmailCodeForm",
    "change_password": "accounts.forms.ChangePasswordForm",
    "set_password": "accounts.forms.SetPasswordForm",
    "reset_password": "accounts.codes.ResetPasswordForm",
    "confirm_password_reset_code": "accounts.codes.ResetCodeForm",
    "reset_password_from_key": "accounts.forms.NewPasswordForm",
    "request_login_code": "accounts.codes.RequestCodeForm",
    "confirm_login_code": "accounts.codes.LoginCodeForm",
    "verify_phone": "accounts.codes.PhoneCodeForm",
    "change_phone": "accounts.codes.ChangePhoneForm",
}
ACCOUNT_LOGIN_METHODS = {"email", "username", "phone"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "phone", "username*", "password1*"]  # accounts.forms.SignupForm takes one of two
ACCOUNT_SIGNUP_FORM_HONEYPOT_FIELD = "website"
ACCOUNT_USERNAME_VALIDATORS = "accounts.names.validators"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_CHANGE_EMAIL = True  # one address each: the new one takes the place of the old when its code is entered
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 15 * 60  # seconds; mail to some providers takes minutes
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 10 * 60  # seconds
ACCOUNT_PHONE_VERIFICATION_TIMEOUT = 10 * 60  # seconds
ACCOUNT_PHONE_VERIFICATION_SUPPORTS_CHANGE = True
ACCOUNT_PHONE_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60  # seconds; mail to some providers takes minutes
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_RATE_LIMITS = {  # beside allauth's own; a text message costs money, and an office has one address
    "verify_phone": "1/30s/key,10/d/key,10/m/ip",
    "change_phone": "5/m/user",
    "request_login_code": "20/m/ip,3/m/key,20/d/key",
}
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_PREVENT_ENUMERATION = True
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}

# Text messages: without a gateway no number is asked for
SMS_URL = env.text("SMS_URL")
SMS_SECRET = env.secret("SMS_SECRET") if SMS_URL else ""
SMS_SENDER = "accounts.sms.HttpSender" if SMS_URL else ""

# Two steps, passkeys, devices
MFA_ADAPTER = "accounts.second_step.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TRUST_ENABLED = True
MFA_RATE_LIMITS = {"webauthn_login": "30/m/ip"}  # an office behind one address signs in at nine
MFA_FORMS = {
    "authenticate": "accounts.second_step.AuthenticateForm",
    "reauthenticate": "accounts.second_step.ReauthenticateForm",
    "activate_totp": "accounts.second_step.ActivateForm",
    "add_webauthn": "accounts.second_step.AddPasskeyForm",
    "edit_webauthn": "accounts.second_step.NamePasskeyForm",
    "authenticate_webauthn": "accounts.second_step.PasskeyForm",
    "login_webauthn": "accounts.second_step.LoginPasskeyForm",
    "reauthenticate_webauthn": "accounts.second_step.ReauthenticatePasskeyForm",
}
# MFA_TOTP_TOLERANCE stays 0: allauth remembers a used code for one period only, so a wider window would take it twice.
ALLAUTH_TRUSTED_PROXY_COUNT = 0  # config.middleware.ClientAddress has already decided
USERSESSIONS_TRACK_ACTIVITY = False  # it would write to the database at every request

# accounts knows nothing of the forum; what it needs from there is named here
NAME_FOLDING = "forum.chinese.folded_name"
NAMES_KEPT_BY = "forum.models.site_settings.names_kept"
WORDS_SCREENED_BY = "forum.actions.introductions.introduce"  # what people say of themselves, as it may stand
DOOR_KEPT_BY = "forum.rules.barriers.let_in"  # who may sign up, by address and mailbox
SITE_NAME_FROM = "forum.models.site_settings.site_name"
PLACE_OF = "forum.region.region_of"
PICTURE_AT = "forum.pictures.url_of"
