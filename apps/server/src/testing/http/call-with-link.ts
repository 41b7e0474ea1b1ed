import type { Core } from "@evently/core/core";
import { secretsOf } from "@evently/core/sign-in/sign-in-secrets";
import type { CheckedCall } from "./check-answers.ts";

type Bought = { core: Core; visitor: string; booking_id: string };

/** All that the link of a guest's booking opens; then the guest signs in, takes the booking along, and is deleted. */
export async function callWithLink(call: CheckedCall["call"], { core, visitor, booking_id }: Bought): Promise<void> {
  const path = `/bookings/${booking_id}`;
  const { link } = (await call("POST", `${path}/link`, { token: visitor })).body;
  for (const name of [link, "1.nothing"])
    for (const file of ["", "/tickets", "/tickets.pdf", "/ticket.ics"]) await call("GET", `/tickets/${name}${file}`);
  for (const who of [visitor, undefined])
    for (const file of ["tickets", "tickets.pdf", "ticket.ics"]) await call("GET", `${path}/${file}`, { token: who });
  await call("GET", "/tickets/keys");
  for (const _ of [1, 2]) await call("POST", `/tickets/${link}/cancel`);
  await call("POST", "/tickets/resend", { body: { booking_id, email: "ada@example.org" } });
  const { request_id } = (await call("POST", "/session", { body: { email: "ada@example.org" } })).body;
  const { token: secret } = secretsOf(core.secret, String(request_id));
  const confirm = () => call("POST", "/session/confirm", { token: visitor, body: { token: secret } });
  const { token: own, user } = (await confirm()).body as { token: string; user: { user_id: string } };
  await confirm();
  const adopt = { token: own, body: { booking_ids: [booking_id] } };
  await call("POST", `/user/${user.user_id}/bookings/adopt`, adopt);
  const { body: asked } = await call("POST", "/session", { body: { email: "ada@example.com" } });
  const { token: proof } = secretsOf(core.secret, String(asked.request_id));
  const { body: changed } = await call("POST", `/user/${user.user_id}/email`, { token: own, body: { token: proof } });
  const latest = String(changed.token);
  const { items } = (await call("GET", "/session", { token: latest })).body as { items: { session_id: string }[] };
  await call("GET", `/user/${user.user_id}/export`, { token: latest });
  await call("DELETE", `/session/${items[0]?.session_id}`, { token: latest });
  const { body: gone } = await call("POST", "/session/guest");
  const { user_id } = gone.user as { user_id: string };
  for (const _ of [1, 2]) await call("DELETE", `/user/${user_id}`, { token: String(gone.token) });
}
