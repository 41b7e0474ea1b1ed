import { askToSignIn } from "@evently/core/testing/sign-in";
import type { TestApp } from "./open-app.ts";

/** A guest books a seat and signs in: the request by which the booking that was found becomes the account's. */
export async function findBooking({ core, call, startGuest }: TestApp, event_id: string, seat: string) {
  const { token } = await startGuest();
  const { body: held } = await call("POST", `/events/${event_id}/hold`, { token, body: { seats: [seat] } });
  await call("POST", `/${held.holding_id}/confirm`, { token, body: { payment: { token: "tok_visa" } } });
  const { token: secret } = await askToSignIn(core, `${held.holding_id}@example.org`);
  const { body } = await call("POST", "/session/confirm", { token, body: { token: secret } });
  const { user, found, ...signedIn } = body as { token: string; user: { user_id: string }; found: string[] };
  const path = `/user/${user.user_id}/bookings/adopt`;
  return { path, token: signedIn.token, body: { booking_ids: found } };
}
