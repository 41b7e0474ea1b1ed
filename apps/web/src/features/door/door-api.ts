import type { AppRouter } from "@evently/api/root";
import type { Scan } from "@evently/core/door";
import type { EventId } from "@evently/core/ids";
import { createTRPCClient, httpLink } from "@trpc/client";
import { readDeviceClock } from "./device-clock";
import type { Contact } from "./rules/door-clock";

const url = "/api/trpc";

/** A list of a whole hall, or of 500 scans, comes over a poor network. */
const listLimitMs = 30_000;

/** Whoever stands at the door does not wait for longer: then the device decides. */
const scanLimitMs = 2_500;

export type DoorApi = ReturnType<typeof createDoorApi>;

type Options = { key: string | null; onContact: (contact: Contact) => void };

/** The API as a door asks it: with the door's key, where there is one, which is in no address. */
export function createDoorApi(event_id: EventId, { key, onContact }: Options) {
  async function send(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    const answer = await fetch(input, init);
    const server = Date.parse(answer.headers.get("date") ?? "") / 1000;
    if (answer.status < 500 && server > 0) onContact({ server, device: readDeviceClock() });
    return answer;
  }
  const headers = () => (key === null ? {} : { authorization: `Bearer ${key}` });
  const client = createTRPCClient<AppRouter>({ links: [httpLink({ url, headers, fetch: send as typeof fetch })] });
  const within = (ms: number) => ({ signal: AbortSignal.timeout(ms) });

  return {
    readSheet: () => client.door.sheet.query({ event_id }, within(listLimitMs)),
    readKeys: async () => (await client.ticket.keys.query(undefined, within(listLimitMs))).keys,
    readCounts: () => client.door.list.query({ event_id, limit: 1 }, within(scanLimitMs)),
    /** Page by page: of a part of a large hall there may be few, or none. */
    async *listConflicts() {
      const input = { event_id, conflicts: true, limit: 200 };
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await client.door.list.query({ ...input, cursor }, within(listLimitMs));
        yield* page.items;
        cursor = page.next_cursor;
      }
    },
    listPrinted: async (sort: "name" | "seat") =>
      (await client.door.printed.query({ event_id, sort }, within(listLimitMs))).items,
    async checkIn(scan: Scan) {
      const answer = await client.door.checkIn.mutate({ event_id, ...scan }, within(scanLimitMs));
      if (!("result" in answer)) throw new TypeError("one scan was answered as a list");
      return answer;
    },
    async merge(scans: Scan[]) {
      const answer = await client.door.checkIn.mutate({ event_id, scans }, within(listLimitMs));
      if (!("items" in answer)) throw new TypeError("a list was answered as one scan");
      return answer.items;
    },
    undo: (check_in_id: string) => client.door.undo.mutate({ event_id, check_in_id }, within(scanLimitMs)),
    /** Who is signed in; null with a key, and for whoever is not. */
    readHolder: async () =>
      key === null ? ((await client.session.get.query(undefined, within(scanLimitMs)))?.user_id ?? null) : null,
  };
}
