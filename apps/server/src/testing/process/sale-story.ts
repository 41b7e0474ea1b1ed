import { drawBelow, seededRandom } from "@evently/core/testing/random";
import { askApi, type Reply, startGuest } from "../http/api-client.ts";

/**
 * What the responses to buyers contained, for later comparison: booking ids by the last definite response about them.
 */
export type SaleLog = {
  confirmed: Set<string>;
  cancelled: Set<string>;
  /** Bookings whose cancellation was requested without a response. */
  either: Set<string>;
  /** Responses that no buyer should ever get. */
  strange: string[];
  requests: number;
  /** Hold requests that succeeded or met taken seats, and those without a response. */
  holds: { won: number; refused: number; unanswered: number };
};

export type Sale = {
  log: SaleLog;
  /** Resolves when the n-th further request is sent. */
  after(requests: number): Promise<void>;
  /** The same, but not before a response contained a booking. */
  afterSold(requests: number): Promise<void>;
  /** Lets every buyer finish the current purchase. */
  end(): Promise<SaleLog>;
};

const tokens = [
  ...["tok_visa", "tok_visa", "tok_visa", "tok_charge_then_lost", "tok_slow"],
  ...["tok_chargeDeclined", "tok_challenge", "tok_timeout"],
];

type StartSale = { origins: string[]; event_id: string; seats: string[]; buyers: number; seed: number };

/**
 * `buyers` buyers at the given servers who hold, pay with every kind of card, retry without a response, and cancel some
 * bookings.
 */
export function startSale({ origins, event_id, seats, buyers, seed }: StartSale): Sale {
  const log: SaleLog = {
    confirmed: new Set(),
    cancelled: new Set(),
    either: new Set(),
    strange: [],
    requests: 0,
    holds: { won: 0, refused: 0, unanswered: 0 },
  };
  const { ask, after } = createRequests(log);
  let over = false;
  const confirm = createConfirm(log, ask, () => over);

  async function buy(random: () => number): Promise<void> {
    const origin = origins[drawBelow(random, origins.length)] ?? "";
    const other = origins[drawBelow(random, origins.length)] ?? "";
    const token = await startGuest(origin);
    if (!token) return pause();
    const first = drawBelow(random, seats.length);
    const wanted = seats.slice(first, first + 1 + drawBelow(random, 4));
    const hold = await ask(origin, `/events/${event_id}/hold`, token, { seats: wanted });
    log.holds[hold.status === 201 ? "won" : hold.status === 409 ? "refused" : "unanswered"]++;
    if (hold.status !== 201) return hold.status === 409 ? undefined : pause();
    const payment = { token: tokens[drawBelow(random, tokens.length)] };
    const holding_id = String(hold.body.holding_id);
    const booking_id = await confirm([origin, other], holding_id, token, payment);
    if (booking_id && drawBelow(random, 3) === 0)
      recordCancellation(log, booking_id, await ask(other, `/bookings/${booking_id}/cancel`, token));
  }

  async function work(random: () => number): Promise<void> {
    while (!over) await buy(random);
  }

  const working = Promise.all(Array.from({ length: buyers }, (_, i) => work(seededRandom(seed * 1000 + i))));
  return {
    log,
    after: (requests) => after(requests, 0),
    afterSold: (requests) => after(requests, 1),
    async end() {
      over = true;
      await working;
      return log;
    },
  };
}

type Ask = (origin: string, path: string, token: string, body?: unknown) => Promise<Reply>;

/** Sends the buyers' requests, logs unexpected responses, and resolves `after` as they are sent. */
function createRequests(log: SaleLog): { ask: Ask; after(requests: number, sold: number): Promise<void> } {
  const moments: { at: number; sold: number; arrive: () => void }[] = [];
  return {
    async ask(origin, path, token, body) {
      log.requests++;
      const pending = askApi(origin, "POST", path, { token, ...(body === undefined ? {} : { body }) });
      for (const moment of moments.splice(0)) {
        if (log.requests >= moment.at && listBookings(log).length >= moment.sold) moment.arrive();
        else moments.push(moment);
      }
      const reply = await pending;
      if (reply.status === 500 || reply.status === 404 || reply.status === 422)
        log.strange.push(`${path} ${reply.status} ${JSON.stringify(reply.body)}`);
      return reply;
    },
    after: (requests, sold) => new Promise((arrive) => moments.push({ at: log.requests + requests, sold, arrive })),
  };
}

/** Retries a confirmation, on either server, until there is a definite response. */
function createConfirm(log: SaleLog, ask: Ask, isOver: () => boolean) {
  return async (origins: string[], holding_id: string, token: string, payment: unknown): Promise<string | null> => {
    for (let turn = 0; turn < 60; turn++) {
      const reply = await ask(origins[turn % origins.length] ?? "", `/${holding_id}/confirm`, token, { payment });
      if (reply.status === 200) {
        const booking_id = String(reply.body.booking_id);
        log.confirmed.add(booking_id);
        return booking_id;
      }
      const undecided = reply.status === 0 || reply.status === 503 || reply.body.error_code === "PAYMENT_IN_PROGRESS";
      if (!undecided || isOver()) return null;
      await pause();
    }
    return null;
  };
}

function recordCancellation(log: SaleLog, booking_id: string, reply: Reply): void {
  if (reply.status === 409) log.strange.push(`${booking_id} was cancelled by nobody`);
  log.confirmed.delete(booking_id);
  (reply.status === 200 ? log.cancelled : log.either).add(booking_id);
}

/** The ids of all bookings that any response contained, whatever became of them. */
export function listBookings({ confirmed, cancelled, either }: SaleLog): string[] {
  return [...confirmed, ...cancelled, ...either];
}

/** The delay before a retry. */
const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume, 100));
