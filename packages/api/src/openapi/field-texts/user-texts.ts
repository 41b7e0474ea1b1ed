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
    owners: ["session.startGuest", "user.create"],
    fields: {
      user: "The guest.",
      token:
        "The session's token, for `Authorization: Bearer`. It is shown this once, and ends with `DELETE /session`, or when it was not used for 400 days, of organizers for 30.",
    },
  },
];
