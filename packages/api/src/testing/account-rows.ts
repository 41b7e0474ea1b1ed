import { getBooking } from "@evently/core/booking/get-booking";
import type { ErrorCode } from "@evently/core/errors";
import { joinOrganization, sendInvitation } from "@evently/core/testing/join-organization";
import { ownOrganization } from "@evently/core/testing/own-organization";
import { askToSignIn, signIn } from "@evently/core/testing/sign-in";
import type { Actor } from "@evently/core/user";
import { book, type World } from "./open-world.ts";

export type Row = {
  /** What somebody is told who has nothing to do with it; nothing where everybody may. */
  failure?: ErrorCode;
  /** Made anew after every success, so that no cell meets what another one left. */
  input?: (world: World) => unknown;
};

const nothing = () => ({});
const theAttendee = ({ attendee }: World) => ({ user_id: attendee.user_id });
const newEmail = ({ nextEmail }: World) => ({ email: nextEmail() });
const tokenOfMail = async ({ core, nextEmail }: World) => {
  const { token } = await askToSignIn(core, nextEmail());
  return { token };
};
const linkOfBooking = async (world: World) => {
  const { link } = await getBooking(world.core, world.attendee, await book(world));
  return { link };
};

const theHouse = ({ organization_id }: World) => ({ organization_id });
const newMember = async (world: World) => {
  const { core, sale, organization_id } = world;
  const { actor } = await joinOrganization(core, sale.organizer, organization_id, "viewer");
  return { organization_id, user_id: actor.user_id };
};
const inviteTo = async ({ core }: World, owner: Actor, email: string) => {
  const organization_id = ownOrganization(owner);
  const { invitation_id, token } = await sendInvitation(core, owner, { organization_id, email, role: "door" });
  return { named: { organization_id, invitation_id }, token };
};
const strangerIn = ({ actors }: World) => actors["member of another organization"] as Actor;
const tokenOfInvitation = async (world: World) => {
  const { token } = await inviteTo(world, strangerIn(world), String(world.attendee.email));
  return { token };
};

/** Who may call what of accounts, sessions, and the links that stand in for them. */
export const accountRows: Record<string, Row> = {
  "user.create": { input: newEmail },
  "user.get": { failure: "USER_NOT_FOUND", input: theAttendee },
  "user.journal": { failure: "USER_NOT_FOUND", input: theAttendee },
  "user.bookings": { failure: "USER_NOT_FOUND", input: theAttendee },
  "user.export": { failure: "USER_NOT_FOUND", input: theAttendee },
  // Whoever was deleted is nobody in the next cell: somebody new is the attendee from then on.
  "user.delete": {
    failure: "USER_NOT_FOUND",
    async input(world) {
      const { user, token } = await signIn(world.core, world.nextEmail());
      Object.assign(world, { attendee: user, token });
      world.actors.attendee = world.attendee;
      return theAttendee(world);
    },
  },
  "user.found": {},
  "user.setEmail": { failure: "FORBIDDEN", input: newEmail },
  "user.changeEmail": {
    failure: "USER_NOT_FOUND",
    async input(world) {
      // The session of before may have been ended by an earlier row.
      world.token = (await signIn(world.core, world.attendee.email ?? "")).token;
      return { ...theAttendee(world), ...(await tokenOfMail(world)) };
    },
  },
  "user.adopt": {
    failure: "USER_NOT_FOUND",
    input: async (world) => ({ ...theAttendee(world), booking_ids: [(await book(world)).booking_id] }),
  },
  "organization.create": { failure: "FORBIDDEN", input: () => ({ name: "Another house" }) },
  "organization.list": {},
  "organization.get": { failure: "ORGANIZATION_NOT_FOUND", input: theHouse },
  "organization.change": {
    failure: "ORGANIZATION_NOT_FOUND",
    input: (world) => ({ ...theHouse(world), vat_id: world.nextEmail() }),
  },
  "organization.journal": { failure: "ORGANIZATION_NOT_FOUND", input: theHouse },
  "organization.paymentAccount": { failure: "ORGANIZATION_NOT_FOUND", input: theHouse },
  "organization.onboard": { failure: "ORGANIZATION_NOT_FOUND", input: theHouse },
  "organization.members": { failure: "ORGANIZATION_NOT_FOUND", input: theHouse },
  "organization.changeMember": {
    failure: "ORGANIZATION_NOT_FOUND",
    input: async (world) => ({ ...(await newMember(world)), role: "door" }),
  },
  "organization.removeMember": { failure: "ORGANIZATION_NOT_FOUND", input: newMember },
  "organization.invite": {
    failure: "ORGANIZATION_NOT_FOUND",
    input: (world) => ({ ...theHouse(world), ...newEmail(world), role: "door" }),
  },
  "organization.invitations": { failure: "ORGANIZATION_NOT_FOUND", input: theHouse },
  "organization.revokeInvitation": {
    failure: "ORGANIZATION_NOT_FOUND",
    input: async (world) => (await inviteTo(world, world.sale.organizer, world.nextEmail())).named,
  },
  "organization.describeInvitation": { input: tokenOfInvitation },
  "organization.acceptInvitation": { failure: "FORBIDDEN", input: tokenOfInvitation },
  "session.startGuest": { input: nothing },
  "session.request": { input: newEmail },
  "session.confirm": {
    input: tokenOfMail,
  },
  "session.describe": {
    input: tokenOfMail,
  },
  "session.get": {},
  "session.list": {},
  "session.end": { input: nothing },
  "session.endOne": { input: () => ({ session_id: `session-${"x".repeat(43)}` }) },
  "ticket.get": { input: linkOfBooking },
  "ticket.cancel": { input: linkOfBooking },
  "ticket.keys": {},
  "ticket.list": { input: linkOfBooking },
  "ticket.pdf": { input: linkOfBooking },
  "ticket.calendar": { input: linkOfBooking },
  "ticket.resend": { input: async (world) => ({ ...(await book(world)), email: world.nextEmail() }) },
  "booking.tickets": { failure: "BOOKING_NOT_FOUND", input: book },
  "booking.ticketsPdf": { failure: "BOOKING_NOT_FOUND", input: book },
  "booking.calendar": { failure: "BOOKING_NOT_FOUND", input: book },
  "booking.replaceLink": { failure: "BOOKING_NOT_FOUND", input: book },
};
