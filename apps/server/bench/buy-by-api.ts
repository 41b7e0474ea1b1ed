import { askApi, startGuest } from "../src/testing/http/api-client.ts";
import type { Way } from "./compare-ways.ts";
import { drive } from "./drive.ts";
import type { Api } from "./start-api.ts";

const payment = { token: "tok_visa" };
const guestsAtOnce = 16;

type Sale = { event_id: string; nextSeats: () => string[] };

/** Hold and confirm over REST, with one guest per worker. Throws with the response if a purchase fails. */
export function purchaseByApi({ name, origin, pid }: Api, sale: Sale): Way {
  const tokens: string[] = [];
  return {
    ...{ name, pid },
    async prepare({ concurrency }) {
      while (tokens.length < concurrency) tokens.push(await newGuest(origin, sale));
    },
    async run(worker) {
      const token = tokens[worker] ?? "";
      const { holding_id } = await hold(origin, sale, token);
      const paid = await askApi(origin, "POST", `/${holding_id}/confirm`, { token, body: { payment } });
      if (paid.status !== 200) throw new Error(`A payment failed: ${JSON.stringify(paid)}`);
    },
  };
}

/** A hold over REST, each by a new guest, who may have no more than two. Throws with the response if one fails. */
export function holdByApi({ name, origin, pid }: Api, sale: Sale): Way {
  const tokens: string[] = [];
  return {
    ...{ name, pid },
    async prepare({ count }) {
      await drive(count, guestsAtOnce, async () => void tokens.push(await newGuest(origin, sale)));
    },
    async run() {
      await hold(origin, sale, tokens.pop() ?? "");
    },
  };
}

/** A guest who has opened the event, as every buyer has. */
async function newGuest(origin: string, { event_id }: Sale): Promise<string> {
  const token = (await startGuest(origin)) ?? "";
  await askApi(origin, "GET", `/events/${event_id}/hold`, { token });
  return token;
}

async function hold(origin: string, { event_id, nextSeats }: Sale, token: string): Promise<Record<string, unknown>> {
  const held = await askApi(origin, "POST", `/events/${event_id}/hold`, { token, body: { seats: nextSeats() } });
  if (held.status !== 201) throw new Error(`A hold failed: ${JSON.stringify(held)}`);
  return held.body;
}
