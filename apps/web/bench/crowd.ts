import { type IncomingHttpHeaders, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { quantile, round } from "../../server/bench/quantile";

const people = 25;
const arriveWithinMs = 1_000;

/** Where a crowd enters, and how all of it comes from one address. */
export type Entry = { port: number; from?: string; headers?: Record<string, string> };

type Question = { method?: string; path: string; headers?: Record<string, string>; body?: unknown };
type Answer = { status: number; headers: IncomingHttpHeaders; text: string };
type Visit = { requests: number; disturbed: string[]; openMs: number; ticketMs: number };

export const crowdColumns = [
  "where",
  "visitors",
  "tickets",
  "disturbed",
  "requests",
  "page median ms",
  "page last ms",
  "ticket median ms",
  "ticket last ms",
];

/**
 * So many visitors of one address open an event within a second. Each does at once what the site's pages do in a browser: reads the
 * page and its files, the map and the hall, becomes a guest, holds two seats, pays, and opens the ticket. Any answer but the
 * wanted one disturbs.
 */
export async function visitTogether(where: string, entry: Entry): Promise<string[]> {
  const elsewhere = entry.from === undefined ? {} : { from: "127.8.0.1" };
  const { event_id, seats } = await findSale({ port: entry.port, ...elsewhere });
  const visits = await Promise.all(
    Array.from({ length: people }, async (_, n) => {
      await pause((n * arriveWithinMs) / people);
      return buyTwo(entry, event_id, seats.slice(2 * n, 2 * n + 2));
    }),
  );
  const whole = visits.filter(({ disturbed }) => disturbed.length === 0);
  for (const { disturbed } of visits) for (const line of disturbed) process.stderr.write(`${where}: ${line}\n`);
  const opened = visits.map(({ openMs }) => openMs);
  const bought = whole.map(({ ticketMs }) => ticketMs);
  return [
    where,
    String(people),
    String(whole.length),
    String(people - whole.length),
    String(visits.reduce((sum, { requests }) => sum + requests, 0)),
    round(quantile(opened, 0.5)),
    round(Math.max(...opened)),
    round(quantile(bought, 0.5)),
    round(Math.max(0, ...bought)),
  ];
}

/** The event with most seats left, and the seats that are free. */
async function findSale(entry: Entry): Promise<{ event_id: string; seats: string[] }> {
  const read = async (path: string) => JSON.parse((await ask(entry, { path })).text) as { items: never[] };
  const { items } = (await read("/api/events?limit=200")) as { items: { event_id: string; seats_left: number }[] };
  const event_id = items.toSorted((a, b) => b.seats_left - a.seats_left)[0]?.event_id ?? "";
  const free = (await read(`/api/events/${event_id}/seats?seat_state=available`)) as { items: { seat_pos: string }[] };
  return { event_id, seats: free.items.map(({ seat_pos }) => seat_pos) };
}

async function buyTwo(entry: Entry, event_id: string, seats: string[]): Promise<Visit> {
  const began = performance.now();
  const visit: Visit = { requests: 0, disturbed: [], openMs: 0, ticketMs: 0 };
  const { send, query, mutate, prefetch } = openBrowser(entry, `/events/${event_id}`, visit);
  try {
    const page = await send({ path: `/events/${event_id}` });
    visit.openMs = performance.now() - began;
    const files = [...page.text.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map(([, path = ""]) => path);
    await Promise.all([...new Set(files)].map((path) => send({ path })));
    const [map] = JSON.parse((await query("seat.map,session.get", [{ event_id }])).text) as [
      { result: { data: { layout_id: string } } },
    ];
    await query("venue.layout", [{ layout_id: map.result.data.layout_id }]);
    await mutate("session.startGuest", {});
    const { holding_id } = await mutate("hold.place", { event_id, seats });
    await query("session.get,hold.listOpen,seat.map", [null, { event_id }, { event_id }]);
    await send({ path: `/checkout/${holding_id}?_rsc=1`, headers: router }, 204);
    await send({ path: `/checkout/${holding_id}` });
    await query("hold.get,event.get,session.get", [{ holding_id }, { event_id }]);
    const { booking_id } = await mutate("hold.confirm", { holding_id, payment: { token: "tok_visa" } });
    await send({ path: `/bookings/${booking_id}` });
    await Promise.all(["/", "/bookings"].map(prefetch));
    visit.ticketMs = performance.now() - began;
  } catch (error) {
    visit.disturbed.push(error instanceof Error ? error.message : String(error));
  }
  return visit;
}

const router = { rsc: "1", "next-router-prefetch": "1" };

/** Sends what a browser sends from a page of the site, with the cookie that it was given. Throws at any other status than the wanted one. */
function openBrowser(entry: Entry, page: string, visit: Visit) {
  const origin = `http://127.0.0.1:${entry.port}`;
  let cookie = "";
  async function send(question: Question, wanted = 200): Promise<Answer> {
    visit.requests++;
    const headers = { ...(cookie && { cookie }), referer: origin + page, ...question.headers };
    const answer = await ask(entry, { ...question, headers });
    cookie = answer.headers["set-cookie"]?.[0]?.split(";")[0] ?? cookie;
    if (answer.status !== wanted)
      throw new Error(`${answer.status} for ${question.path}: ${answer.text.slice(0, 200)}`);
    return answer;
  }
  return {
    send,
    query: (procedures: string, inputs: unknown[]) =>
      send({ path: `/api/trpc/${procedures}?batch=1&input=${encodeURIComponent(JSON.stringify({ ...inputs }))}` }),
    async mutate(procedure: string, body: unknown): Promise<Record<string, string>> {
      // Starting a session takes no key.
      const key: Record<string, string> = procedure.startsWith("hold.")
        ? { "idempotency-key": crypto.randomUUID() }
        : {};
      const headers = { origin, "content-type": "application/json", ...key };
      const { text } = await send({ method: "POST", path: `/api/trpc/${procedure}`, headers, body });
      return (JSON.parse(text) as { result: { data: Record<string, string> } }).result.data;
    },
    /** Next answers first with the address that belongs to these headers, which its router knows by itself. */
    async prefetch(path: string): Promise<void> {
      const { headers } = await send({ path: `${path}?_rsc=1`, headers: router }, 307);
      await send({ path: String(headers.location), headers: router });
    },
  };
}

function ask(
  { port, from, headers: always }: Entry,
  { method = "GET", path, headers, body }: Question,
): Promise<Answer> {
  return new Promise((done, fail) => {
    const local = from === undefined ? {} : { localAddress: from };
    const options = {
      host: "127.0.0.1",
      port,
      path,
      method,
      headers: { ...always, ...headers },
      agent: false,
      ...local,
    };
    const outgoing = request(options, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.once("error", fail);
      response.once("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    outgoing.once("error", fail);
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
