import type { EventId } from "@evently/core/ids";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "~/trpc/client";

type Client = ReturnType<typeof trpc.useUtils>["client"];
type Page = Awaited<ReturnType<Client["boxOffice"]["blocks"]["query"]>>;

/** Why seats are blocked, by their keys, and whether there are more that were not read. */
export type Reasons = { known: ReadonlyMap<string, string>; hasMore: boolean };

const pageSize = 200;
const noReasons: Reasons = { known: new Map(), hasMore: false };

/**
 * Why seats are blocked, read again once others are: the first page of them in the hall's order, and one more for each time that
 * more are asked for. A hall may have thousands.
 */
export function useReasons(event_id: EventId, states: string): Reasons & { readMore: () => void } {
  const { client } = trpc.useUtils();
  const [pages, setPages] = useState(1);
  const blocked = [...states].flatMap((letter, i) => (letter === "x" ? [i] : [])).join();
  const { data = noReasons } = useQuery({
    queryKey: ["boxOffice", "reasons", event_id, blocked, pages],
    enabled: blocked !== "",
    // The same seats may be blocked for something else by now.
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: () => readReasons(client, event_id, pages),
  });
  return { ...data, readMore: () => setPages(pages + 1) };
}

export async function readReasons(client: Client, event_id: EventId, pages: number): Promise<Reasons> {
  const known = new Map<string, string>();
  let cursor: string | null = null;
  for (let read = 0; read === 0 || (read < pages && cursor !== null); read++) {
    const from: { cursor?: string } = cursor === null ? {} : { cursor };
    const page: Page = await client.boxOffice.blocks.query({ event_id, limit: pageSize, ...from });
    for (const { seat_pos, reason } of page.items) known.set(seat_pos, reason);
    cursor = page.next_cursor;
  }
  return { known, hasMore: cursor !== null };
}
