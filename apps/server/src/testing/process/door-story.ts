import { drawBelow, seededRandom } from "@evently/core/testing/random";
import { askApi, must, type Reply } from "../http/api-client.ts";

export type Sold = { booking_id: string; token: string; codes: string[]; seats: string[] };
export type Scan = { code: string; at: string; device: string; gate: string };

export type DoorLog = {
  /** Whom a device let in, because it was answered so, or had no network. */
  letIn: Scan[];
  /** Scans that were answered or given up. */
  answered: number;
  /** Bookings that their buyers were told to be cancelled. */
  cancelled: Set<string>;
  /** Responses that nobody at a door should ever get. */
  strange: string[];
};

type At = { origins: string[]; event_id: string };

/** Sells that many bookings of two seats each. */
export async function sellTickets({ origins: [origin = ""], event_id }: At, seats: string[]): Promise<Sold[]> {
  const sold: Sold[] = [];
  for (let i = 0; i + 1 < seats.length; i += 2) {
    const token = String((await must(origin, "/session/guest", undefined, {})).token);
    const pair = seats.slice(i, i + 2);
    const { holding_id } = await must(origin, `/events/${event_id}/hold`, token, { seats: pair });
    const paid = await askApi(origin, "POST", `/${holding_id}/confirm`, {
      token,
      body: { payment: { token: "tok_visa" } },
    });
    const booking_id = String(paid.body.booking_id);
    const { body } = await askApi(origin, "GET", `/bookings/${booking_id}/tickets`, { token });
    const codes = (body.items as { code: string }[]).map(({ code }) => code);
    sold.push({ booking_id, token, codes, seats: pair });
  }
  return sold;
}

type Device = { device: string; gate: string; random: () => number };

/**
 * A device scans every code once, in its own order and by its own clock. Without a network, or an answer, it lets in and keeps the scan,
 * and tells of all that it keeps now and then; at last until it is heard.
 */
export async function runDevice(
  at: At & { key: string },
  log: DoorLog,
  codes: string[],
  { device, gate, random }: Device,
): Promise<void> {
  const kept: Scan[] = [];
  // Ahead alone: what is before the booking would count as now.
  const drift = drawBelow(random, 60_000);
  const pick = () => at.origins[drawBelow(random, at.origins.length)] ?? "";
  const send = (body: object) => askApi(pick(), "POST", `/events/${at.event_id}/check-ins`, { token: at.key, body });
  const letIn = (scan: Scan, isKept: boolean) => {
    log.letIn.push(scan);
    if (isKept) kept.push(scan);
  };
  const tell = async () => {
    if (kept.length === 0) return;
    const told = [...kept];
    const reply = await send({ scans: told });
    if (reply.status === 200) kept.splice(0, told.length);
    else noteStrange(log, "scans", reply);
  };
  for (const code of shuffle(codes, random)) {
    const scan = { code, at: new Date(Date.now() + drift).toISOString(), device, gate };
    if (drawBelow(random, 3) === 0) {
      letIn(scan, true);
      continue;
    }
    const reply = await send(scan);
    log.answered++;
    if (reply.status === 200) letIn(scan, false);
    // Unknown: it may be in, and is told of again as the same scan.
    else if (reply.status !== 409) letIn(scan, true);
    noteStrange(log, "scan", reply);
    if (reply.status === 0) await pause();
    if (drawBelow(random, 10) === 0) await tell();
  }
  while (kept.length > 0) {
    await tell();
    if (kept.length > 0) await pause();
  }
}

/** While `isOpen` buyers cancel, and the box office moves seats and issues tickets anew. */
export async function changeMeanwhile(
  at: At & { token: string },
  log: DoorLog,
  { sold, spare, seed }: { sold: Sold[]; spare: string[]; seed: number },
  isOpen: () => boolean,
): Promise<void> {
  const random = seededRandom(seed);
  while (isOpen()) {
    const origin = at.origins[drawBelow(random, at.origins.length)] ?? "";
    const { booking_id, token, seats } = sold[drawBelow(random, sold.length)] as Sold;
    const path = `/bookings/${booking_id}`;
    const from = seats[drawBelow(random, 2)];
    const kind = drawBelow(random, 4);
    const to = kind === 1 ? spare.pop() : undefined;
    if (kind === 0) {
      const reply = await askApi(origin, "POST", `${path}/cancel`, { token });
      if (reply.status === 200) log.cancelled.add(booking_id);
    } else if (to) await askApi(origin, "POST", `${path}/move`, { token: at.token, body: { seats: [{ from, to }] } });
    else await askApi(origin, "POST", `${path}/tickets/${from}/reissue`, { token: at.token, body: {} });
    await pause();
  }
}

function noteStrange(log: DoorLog, sent: string, { status, body }: Reply): void {
  if (![0, 200, 409, 503].includes(status)) log.strange.push(`${sent} ${status} ${JSON.stringify(body)}`);
}

function shuffle<T>(list: readonly T[], random: () => number): T[] {
  const keyed = list.map((thing) => ({ thing, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ thing }) => thing);
}

/** Between two requests of whoever is not in a hurry, or was not heard. */
const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume, 300));
