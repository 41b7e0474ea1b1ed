import type { FieldTexts } from "./field-texts.ts";

const users = ["User", "user.create"];

export const userTexts: readonly FieldTexts[] = [
  {
    owners: ["CreateUser"],
    fields: {
      email:
        "The e-mail address, which is a contact until somebody signs in by a mail to it. International domains are stored in their ASCII form.",
      phone: "A phone number, as one writes it; up to 40 characters.",
      name: "What the person is called, in one line of up to 120 characters.",
      role: "`attendee` buys; `organizer` also makes venues and events.",
      password: "Refused: there are no passwords. The token in the answer is what signs in.",
    },
  },
  {
    owners: ["StartGuest"],
    fields: { email: "Where to send tickets, if the guest wants that." },
  },
  {
    owners: users,
    fields: {
      email: "The e-mail address; null for a guest who gave none.",
      phone: "The phone number; null if not given.",
      name: "What the person is called; null if not given.",
      role: "`guest` (a session without an account), `attendee`, `organizer` or `admin`.",
      memberships: "What they are in which organization, by its id; absent where in none.",
      organization_id: "The organization that a new organizer owns; absent for others.",
      verified_at: "Since when the e-mail address is known to be theirs; absent until they signed in by a mail to it.",
      suspended: "Since when the operator lets the account change and buy nothing; absent unless it is suspended.",
    },
  },
  {
    owners: ["Suspension"],
    fields: {
      at: "When the operator suspended the account.",
      reason: "Why, if the operator said so; else null.",
    },
  },
  {
    owners: ["RequestSignIn"],
    fields: {
      email: "The address that the mail goes to.",
      purpose:
        "What its code is for: `sign-in`, or `change-email`, which gives an account the address; the mail has no link then.",
    },
  },
  {
    owners: ["SignInRequested"],
    fields: {
      request_id: "What the code of the mail is sent with.",
      link_only: "`true` where the mail has a link and no code, since too many went to the address today; else absent.",
    },
  },
  {
    owners: ["user.changeEmail"],
    fields: {
      user: "The account as it is now.",
      token:
        "The session's token, for `Authorization: Bearer`. It is shown this once, and ends with `DELETE /session`, or 400 days after it was last renewed, of organizers and members 30; it is renewed at a use after three days.",
    },
  },
  {
    owners: ["ConfirmSignIn", "ChangeEmail"],
    fields: {
      request_id: "The request whose mail has the code.",
      code: "The six digits of the mail.",
      token: "The token of the mail's link, behind `#token=`.",
    },
  },
  {
    owners: ["SignedIn"],
    fields: {
      user: "Who is signed in.",
      token:
        "The session's token, for `Authorization: Bearer`. It is shown this once, and ends with `DELETE /session`, or 400 days after it was last renewed, of organizers and members 30; it is renewed at a use after three days.",
      found:
        "Bookings that may be theirs, newest first: those of the guest who signed in, and of guests and unverified accounts with the same address. `POST /user/{user_id}/bookings/adopt` makes them theirs.",
    },
  },
  {
    owners: ["SessionView", "session.endOne"],
    fields: {
      session_id: "The session's id, which is not its token.",
      last_used_at: "When it was used last, to a day.",
      expires_at: "When it ends unless it is used.",
      current: "Whether it is the one that asks.",
      device: "What signed in, such as `Firefox on Linux`; null if it didn't say.",
    },
  },
  {
    owners: ["session.end"],
    fields: { all: "`true` ends every session of the user." },
  },
  {
    owners: ["session.startGuest", "user.create"],
    fields: {
      user: "The guest.",
      token:
        "The session's token, for `Authorization: Bearer`. It is shown this once, and ends with `DELETE /session`, or 400 days after it was last renewed, of organizers and members 30; it is renewed at a use after three days.",
    },
  },
];
