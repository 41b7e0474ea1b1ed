import { getBooking } from "@evently/core/booking/get-booking";
import type { ErrorCode } from "@evently/core/errors";
import { askToSignIn } from "@evently/core/testing/sign-in";
import { book, everyone, type Who, type World } from "./open-world.ts";

export type Row = {
  /** Who may; others who are signed in get `refusal`, and anonymous calls SIGN_IN_REQUIRED. */
  may: readonly Who[];
  failure?: ErrorCode;
  /** Made anew for every cell, so that no cell meets what another one left. */
  input?: (world: World) => unknown;
};

const all = everyone;
const signedIn = everyone.filter((who) => who !== "nobody");
const itself: Who[] = ["owner", "admin"];

const nothing = () => ({});
const theOwner = ({ owner }: World) => ({ user_id: owner.user_id });
const newEmail = ({ nextEmail }: World) => ({ email: nextEmail() });
const tokenOfMail = async ({ core, nextEmail }: World) => {
  const { token } = await askToSignIn(core, nextEmail());
  return { token };
};
const linkOfBooking = async (world: World) => {
  const { link } = await getBooking(world.core, world.owner, await book(world));
  return { link };
};

const organizationOf = ({ actors }: World) => {
  const [organization_id] = Object.keys(actors.organizer?.memberships ?? {});
  return { organization_id };
};

/** Who may call what of accounts, sessions, and the links that stand in for them. */
export const accountRows: Record<string, Row> = {
  "user.create": { may: all, input: newEmail },
  "user.get": { may: itself, failure: "USER_NOT_FOUND", input: theOwner },
  "user.journal": { may: itself, failure: "USER_NOT_FOUND", input: theOwner },
  "user.bookings": { may: itself, failure: "USER_NOT_FOUND", input: theOwner },
  "user.setEmail": { may: ["guest"], failure: "FORBIDDEN", input: newEmail },
  "user.changeEmail": {
    may: ["owner"],
    failure: "USER_NOT_FOUND",
    input: async (world) => ({ ...theOwner(world), ...(await tokenOfMail(world)) }),
  },
  "user.adopt": {
    may: ["owner"],
    failure: "USER_NOT_FOUND",
    input: async (world) => ({ ...theOwner(world), booking_ids: [(await book(world)).booking_id] }),
  },
  "organization.create": {
    may: signedIn.filter((who) => who !== "guest"),
    failure: "FORBIDDEN",
    input: () => ({ name: "Another house" }),
  },
  "organization.list": { may: signedIn },
  "organization.get": { may: ["organizer", "admin"], failure: "ORGANIZATION_NOT_FOUND", input: organizationOf },
  "organization.change": {
    may: ["organizer", "admin"],
    failure: "ORGANIZATION_NOT_FOUND",
    input: (world) => ({ ...organizationOf(world), vat_id: "NO 123" }),
  },
  "session.startGuest": { may: all, input: nothing },
  "session.request": { may: all, input: newEmail },
  "session.confirm": {
    may: all,
    input: tokenOfMail,
  },
  "session.describe": {
    may: all,
    input: tokenOfMail,
  },
  "session.get": { may: all },
  "session.list": { may: signedIn },
  "session.end": { may: signedIn, input: nothing },
  "session.endOne": { may: signedIn, input: () => ({ session_id: `session-${"x".repeat(43)}` }) },
  "ticket.get": { may: all, input: linkOfBooking },
  "ticket.cancel": { may: all, input: linkOfBooking },
  "ticket.resend": { may: all, input: async (world) => ({ ...(await book(world)), email: world.nextEmail() }) },
  "booking.replaceLink": { may: ["owner", "organizer", "admin"], failure: "BOOKING_NOT_FOUND", input: book },
};
