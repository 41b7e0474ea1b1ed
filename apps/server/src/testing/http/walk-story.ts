import { isDeepStrictEqual } from "node:util";
import { type CheckedCall, checkAnswers } from "./check-answers.ts";
import { goIn } from "./go-in.ts";
import { walkBoxOffice } from "./walk-box-office.ts";
import { expectCount, readFigures } from "./walk-figures.ts";
import { walkOrganization } from "./walk-organization.ts";

type Call = CheckedCall["call"];
type RequestOptions = NonNullable<Parameters<Call>[2]>;
type Answer = Awaited<ReturnType<Call>>;
type Body = Answer["body"];

/** Sends a request and checks its response against the stated status and the document; logs a line. */
type Step = (stated: number, method: string, path: string, sent?: RequestOptions) => Promise<Answer>;

const seats = ["A-1", "A-2", "A-3", "A-4"].map((seat) => ({
  row: "A",
  seat_num: Number(seat.slice(2)),
  seat_type: "Stalls",
}));

/**
 * Calls every route in the order in which a new organizer and a new attendee would. Throws at the first unexpected
 * response, and if the document has a route that was not called. It leaves a cancelled event behind.
 */
export async function walk(call: Call, say: (line: string) => void): Promise<void> {
  const checked = await checkAnswers({ call });
  const step: Step = async (stated, method, path, sent) => {
    const answer = await checked.call(method, path, sent);
    const code = typeof answer.body.error_code === "string" ? ` ${answer.body.error_code}` : "";
    say(`${answer.status} ${method.padEnd(6)} ${path}${code}`);
    if (answer.status === stated) return answer;
    throw new Error(`${method} ${path} should be answered ${stated}, not ${answer.status}: ${answer.text}`);
  };
  const body = async (...args: Parameters<Step>) => (await step(...args)).body;

  await step(200, "GET", "/health");
  await step(200, "GET", "/db-test");
  const { organizer, venue_id } = await openHall(body);
  await walkOrganization(step, organizer);
  const event_id = await openEvent(step, body, organizer, venue_id);
  await changeEvent(step, body, event_id, organizer);
  await lookAround(step, body, event_id, venue_id);
  await step(200, "GET", `/venue/${venue_id}/seats.csv`, { token: organizer });
  await step(401, "GET", `/venue/${venue_id}/seats.csv`);
  const guest = String((await body(201, "POST", "/session/guest")).token);
  await dropHold(body, event_id, guest);
  await releaseHeld(body, event_id, { guest, organizer });
  const booking_id = await buy(step, body, event_id, guest);
  await readFigures(body, event_id, organizer);
  await step(200, "GET", `/events/${event_id}/bookings?search=A-1`, { token: organizer });
  await step(200, "GET", `/events/${event_id}/accounting`, { token: organizer });
  for (const file of ["bookings", "seats", "buyers", "accounting"])
    await step(200, "GET", `/events/${event_id}/export/${file}.csv`, { token: organizer });
  await walkBoxOffice(body, event_id, organizer);
  await openByLink(body, event_id, { token: guest, organizer });
  await step(409, "POST", `/bookings/${booking_id}/paid`, { token: organizer, body: {} });
  await step(200, "POST", `/bookings/${booking_id}/cancel`, { token: guest });
  await step(409, "POST", `/bookings/${booking_id}/cancel`, { token: guest });
  await signUp(step, body, booking_id, guest);
  await step(202, "POST", `/events/${event_id}/cancel`, { token: organizer });
  await step(409, "POST", `/events/${event_id}/publish`, { token: organizer });
  await step(204, "DELETE", "/session", { token: organizer });
  await step(401, "DELETE", "/session", { token: organizer });

  const walked = new Set(
    [...checked.seen].filter((call) => / 2\d\d$/.test(call)).map((call) => call.replace(/ .*/, "")),
  );
  const left = checked.operations.filter((operation) => !walked.has(operation) && !needsMail.includes(operation));
  if (left.length > 0) throw new Error(`These were not walked: ${left.join(", ")}`);
}

/** Take what stands in a mail, which this visitor does not get, and so reserves nothing on invoice. */
const needsMail = [
  ...["session.confirm", "user.changeEmail", "organization.acceptInvitation", "organization.removeMember"],
  "booking.markPaid",
];

type Ask = (...args: Parameters<Step>) => Promise<Body>;

async function openHall(body: Ask): Promise<{ organizer: string; venue_id: unknown }> {
  const email = `walk-${Date.now()}@example.org`;
  const user = await body(201, "POST", "/user", { body: { email, name: "Walker", role: "organizer" } });
  const token = String(user.token);
  await body(201, "POST", "/user", { body: { email } });
  await body(200, "GET", `/user/${user.user_id}`, { token });
  await body(401, "GET", `/user/${user.user_id}`);
  expectCount(await body(200, "GET", `/user/${user.user_id}/journal`, { token }), 0);
  const hall = { name: "Hall of the walk", city: "Oslo", seat_types: ["Stalls"], timezone: "Europe/Oslo" };
  const { venue_id } = await body(201, "POST", "/venue", { token, body: hall });
  await body(422, "POST", "/venue", { token, body: { ...hall, colour: "red" } });
  await body(201, "POST", `/venue/${venue_id}/seats`, { token, body: { seats } });
  await body(409, "POST", `/venue/${venue_id}/seats`, { token, body: { seats } });
  const correction = { revision: 1, relabel: [{ seat_pos: "A-1", section: "Stalls", seat_label: "1bis" }] };
  await body(200, "PATCH", `/venue/${venue_id}/seats`, { token, body: correction });
  await body(409, "PATCH", `/venue/${venue_id}/seats`, { token, body: correction });
  const renamed = { token, body: { revision: 2, description: "Four seats", reason: "For the walk" } };
  await body(200, "PATCH", `/venue/${venue_id}`, renamed);
  await body(409, "PATCH", `/venue/${venue_id}`, renamed);
  await body(200, "GET", `/venue/${venue_id}/journal?limit=1`, { token });
  return { organizer: token, venue_id };
}

async function openEvent(step: Step, body: Ask, token: string, venue_id: unknown): Promise<unknown> {
  const event = {
    venue_id,
    name: "Concert of the walk",
    start_time: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    duration: 90,
    artists: ["Clara Schumann"],
    tags: ["Piano"],
    seat_type_prices: { Stalls: 4500 },
    status: "draft",
  };
  await body(400, "POST", "/events", { token, body: { ...event, seat_type_prices: {} } });
  const once = { token, body: event, headers: { "Idempotency-Key": `walk-${Date.now()}` } };
  const first = await step(201, "POST", "/events", once);
  const again = await step(201, "POST", "/events", once);
  const isReplayed = again.headers.get("idempotency-replayed") === "true";
  if (!isReplayed || again.text !== first.text) throw new Error("The same key was not told the first answer again");
  const { event_id } = first.body;
  await body(404, "GET", `/events/${event_id}`);
  for (const verb of ["publish", "pause", "resume"]) await body(200, "POST", `/events/${event_id}/${verb}`, { token });
  return event_id;
}

async function changeEvent(step: Step, body: Ask, event_id: unknown, token: string): Promise<void> {
  const path = `/events/${event_id}`;
  const { revision } = await body(200, "GET", path, { token });
  const change = { token, body: { tags: ["Piano", "Chamber music"], reason: "More than a piano" } };
  await step(422, "PATCH", path, change);
  await step(200, "PATCH", path, { ...change, headers: { "If-Match": `"${revision}"` } });
  await step(409, "PATCH", path, { ...change, headers: { "If-Match": `"${revision}"` } });
  await body(200, "GET", `${path}/journal`, { token });
  await body(200, "GET", `${path}/mails?state=dead`, { token });
  const start_times = [new Date(Date.now() + 31 * 86_400_000).toISOString()];
  const { items } = await body(202, "POST", `${path}/copy`, { token, body: { start_times } });
  const [copy] = items as { event_id: string }[];
  await body(200, "POST", `/events/${copy?.event_id}/archive`, { token });
  await step(409, "DELETE", path, { token });
  await step(204, "DELETE", `/events/${copy?.event_id}`, { token });
}

async function lookAround(step: Step, body: Ask, event_id: unknown, venue_id: unknown): Promise<void> {
  await body(200, "GET", "/venue?limit=1");
  await body(200, "GET", `/venue/${venue_id}`);
  expectCount(await body(200, "GET", `/venue/${venue_id}/seats`), seats.length);
  await body(200, "GET", "/events?limit=5&sort=price&tag=piano");
  await body(422, "GET", "/events?cursor=x");
  const page = await step(200, "GET", `/events/${event_id}`);
  const etag = page.headers.get("etag");
  if (!etag) throw new Error("A public answer carries no ETag");
  await step(304, "GET", `/events/${event_id}`, { headers: { "If-None-Match": etag } });
  expectCount(await body(200, "GET", `/events/${event_id}/seats?seat_state=available`), seats.length);
}

async function dropHold(body: Ask, event_id: unknown, token: string): Promise<void> {
  const { holding_id } = await body(201, "POST", `/events/${event_id}/hold`, { token, body: { seats: ["A-4"] } });
  const other = String((await body(201, "POST", "/session/guest")).token);
  await body(409, "POST", `/events/${event_id}/hold`, { token: other, body: { seats: ["A-3", "A-4"] } });
  await body(404, "POST", `/events/${event_id}/hold`, { token: other, body: { seats: ["Z-1"] } });
  await body(404, "GET", `/${holding_id}`, { token: other });
  await body(200, "POST", `/${holding_id}/cancel`, { token });
}

async function releaseHeld(
  body: Ask,
  event_id: unknown,
  { guest, organizer }: { guest: string; organizer: string },
): Promise<void> {
  const { holding_id } = await body(201, "POST", `/events/${event_id}/hold`, {
    token: guest,
    body: { seats: ["A-4"] },
  });
  const path = `/events/${event_id}/holders`;
  await body(403, "GET", path, { token: guest });
  expectCount(await body(200, "GET", path, { token: organizer }), 1);
  await body(200, "POST", `${path}/release`, { token: organizer, body: { holding_id } });
  await body(409, "POST", `/${holding_id}/extend`, { token: guest });
}

async function buy(step: Step, body: Ask, event_id: unknown, token: string): Promise<unknown> {
  const hold = await body(201, "POST", `/events/${event_id}/hold`, { token, body: { seats: ["A-1", "A-2"] } });
  const path = `/${hold.holding_id}`;
  expectCount(await body(200, "GET", `/events/${event_id}/hold`, { token }), 1);
  await body(200, "GET", path, { token });
  await body(200, "GET", `${path}/payment`, { token });
  await body(200, "POST", `${path}/extend`, { token });
  const pay = (payment: string) => ({ token, body: { payment: { token: payment } } });
  await body(400, "POST", `${path}/confirm`, { token, body: { payment: { method: "invoice" } } });
  await body(400, "POST", `${path}/confirm`, pay("tok_chargeDeclined"));
  const booked = await step(200, "POST", `${path}/confirm`, pay("tok_visa"));
  const again = await step(200, "POST", `${path}/confirm`, pay("tok_visa"));
  // The money may have been captured between the two responses.
  const captured = { ...booked.body, payment_status: again.body.payment_status };
  if (!isDeepStrictEqual(again.body, captured)) throw new Error("Confirmed twice, it is another booking");
  const { booking_id, user_id } = booked.body;
  await body(200, "GET", `/bookings/${booking_id}`, { token });
  expectCount(await body(200, "GET", `/user/${user_id}/bookings`, { token }), 1);
  return booking_id;
}

async function openByLink(body: Ask, event_id: unknown, { token, organizer }: Record<"token" | "organizer", string>) {
  const hold = await body(201, "POST", `/events/${event_id}/hold`, { token, body: { seats: ["A-3"] } });
  const payment = { token: "tok_visa" };
  const { booking_id } = await body(200, "POST", `/${hold.holding_id}/confirm`, { token, body: { payment } });
  const { link: former } = await body(200, "GET", `/bookings/${booking_id}`, { token });
  await body(200, "GET", `/tickets/${former}`);
  const { link } = await body(201, "POST", `/bookings/${booking_id}/link`, { token });
  await body(404, "GET", `/tickets/${former}`);
  await body(200, "GET", `/tickets/${link}`);
  await body(200, "GET", "/tickets/keys");
  for (const file of ["tickets", "tickets.pdf", "ticket.ics"])
    for (const path of [`/bookings/${booking_id}`, `/tickets/${link}`])
      await body(200, "GET", `${path}/${file}`, { token });
  await body(200, "POST", `/bookings/${booking_id}/tickets/A-3/reissue`, { token: organizer });
  await goIn(body, event_id, { booking_id, token, organizer });
  await body(200, "POST", `/tickets/${link}/cancel`);
  await body(409, "POST", `/tickets/${link}/cancel`);
  await body(202, "POST", "/tickets/resend", { body: { booking_id, email: "walker@example.org" } });
}

/** The guest becomes an account, whose booking was its own before. */
async function signUp(step: Step, body: Ask, booking_id: unknown, guest: string): Promise<void> {
  const email = `walk-buyer-${Date.now()}@example.org`;
  const { request_id } = await body(202, "POST", "/session", { body: { email } });
  await body(401, "POST", "/session/confirm", { body: { request_id, code: "no code" } });
  const user = await body(201, "POST", "/user", { token: guest, body: { email } });
  const token = String(user.token);
  await body(401, "POST", `/user/${user.user_id}/email`, { token, body: { request_id, code: "no code" } });
  await body(200, "POST", `/user/${user.user_id}/bookings/adopt`, { token, body: { booking_ids: [booking_id] } });
  await body(200, "GET", `/user/${user.user_id}/export`, { token });
  const { items } = await body(200, "GET", "/session", { token });
  const [session] = items as { session_id: string }[];
  await step(204, "DELETE", `/session/${session?.session_id}`, { token });
  await step(401, "DELETE", "/session?all=true", { token });
  const other = await body(201, "POST", "/session/guest", { body: { email } });
  const { user_id } = other.user as { user_id: string };
  await step(204, "DELETE", `/user/${user_id}`, { token: String(other.token) });
  await step(401, "DELETE", `/user/${user_id}`, { token: String(other.token) });
}
