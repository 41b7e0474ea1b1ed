import { secretsOf } from "@evently/core/sign-in/sign-in-secrets";
import { testSecrets } from "@evently/core/testing/test-secrets";
import { expect } from "vitest";
import { askAtDoor } from "./ask-at-door.ts";
import { askOfOrganizations } from "./ask-of-organizations.ts";
import type { BothProtocols, Somebody } from "./open-both-protocols.ts";

type Booked = { buyer: Somebody; organizer: Somebody; booking_id: unknown };

/** All that has to do with organizations, a booking's link, and a guest's sign-in by which the booking is found, in both worlds. */
export async function askOfAccounts(protocols: BothProtocols, { buyer, organizer, booking_id }: Booked): Promise<void> {
  const { ask } = protocols;
  for (const who of [buyer, organizer, null]) await ask("booking.replaceLink", who, { booking_id });
  for (const name of ["booking.tickets", "booking.ticketsPdf", "booking.calendar"])
    for (const who of [buyer, organizer, null]) await ask(name, who, { booking_id });
  const { items } = (await ask("booking.tickets", buyer, { booking_id })).body as { items: { seat_pos: string }[] };
  for (const seat_pos of [items[0]?.seat_pos, "Z-99"])
    for (const who of [buyer, organizer]) await ask("booking.reissueTicket", who, { booking_id, seat_pos });
  for (const who of [buyer, organizer]) await ask("booking.mail", who, { booking_id });
  await ask("ticket.keys", null);
  await askAtDoor(protocols, { buyer, organizer, booking_id });
  const { link } = (await ask("booking.get", buyer, { booking_id })).body as { link: string };
  for (const name of ["ticket.get", "ticket.list", "ticket.pdf", "ticket.calendar", "ticket.cancel", "ticket.cancel"])
    await ask(name, null, { link });
  for (const name of ["ticket.get", "ticket.list", "ticket.pdf", "ticket.calendar", "ticket.cancel"])
    await ask(name, null, { link: `${link}x` });
  for (const email of ["somebody@example.org", "nobody"]) await ask("ticket.resend", null, { booking_id, email });

  const signedIn = await signIn(protocols, "buyer@example.org", buyer);
  const { user, found } = signedIn.body as { user: { user_id: string }; found: unknown[] };
  const account = { user_id: user.user_id };
  expect(found).toContain(booking_id);
  for (const who of [organizer, signedIn.somebody, signedIn.somebody])
    await ask("user.adopt", who, { ...account, booking_ids: [booking_id] });
  await ask("user.adopt", signedIn.somebody, { ...account, booking_ids: ["booking-99999"] });

  const invited = { email: "buyer@example.org", ...account };
  await askOfOrganizations(protocols, { organizer, buyer, invited: signedIn.somebody }, invited);

  const changed = await changeEmail(protocols, signedIn.somebody, account);

  for (const who of [changed.somebody, organizer, null]) await ask("user.export", who, account);
  for (const who of [changed.somebody, null]) await ask("session.list", who);
  const session_id = `session-${"x".repeat(43)}`;
  for (const who of [changed.somebody, null]) await ask("session.endOne", who, { session_id });
  await ask("session.endOne", changed.somebody, { session_id: "session-1" });
  await ask("session.end", changed.somebody, { all: "true" });
  await ask("session.list", changed.somebody);
  const gone = await ask("session.startGuest", null);
  const guest = { user_id: (gone.body as { user: { user_id: string } }).user.user_id };
  for (const who of [organizer, gone.somebody, gone.somebody]) await ask("user.delete", who, guest);
  await ask("user.export", gone.somebody, guest);
}

/** By the code of the mail, in each world its own; then once more, which is refused. */
async function signIn({ ask }: BothProtocols, email: string, who: Somebody) {
  await ask("session.request", null, { email: "nobody" });
  const proof = await askForCode(ask, email);
  const signedIn = await ask("session.confirm", who, proof);
  await ask("session.confirm", who, proof);
  return signedIn;
}

async function changeEmail({ ask }: BothProtocols, who: Somebody, account: { user_id: string }) {
  const proof = await askForCode(ask, "buyer@example.com");
  const changed = await ask("user.changeEmail", who, (world) => ({ ...account, ...proof(world) }));
  await ask("user.changeEmail", changed.somebody, (world) => ({ ...account, ...proof(world) }));
  return changed;
}

export async function askForCode(ask: BothProtocols["ask"], email: string) {
  const { bodies } = await ask("session.request", null, { email });
  return (world: keyof typeof bodies) => {
    const request_id = String(bodies[world]?.request_id);
    return { request_id, code: secretsOf(testSecrets.SESSION_SECRET, request_id).code };
  };
}
