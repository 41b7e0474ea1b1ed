import type { BatchGetCommandInput, QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { createCatalog } from "../catalog/create-catalog.ts";
import { placeOf } from "../catalog/read-catalog.ts";
import type { EventCard } from "../event/event.ts";
import { toInstant } from "../time.ts";
import { fakeTable, silence } from "./fake-table.ts";
import { makeCard } from "./know-events.ts";

const now = Date.parse("2027-01-01T00:00:00Z") / 1000;
const day = 86_400;

/** An event of some kilobytes that begins in so many days. */
export const bigCard = (days: number, change: Partial<EventCard> = {}): EventCard =>
  makeCard({
    name: `day ${days}`,
    start_time: toInstant(now + days * day),
    description: Array.from({ length: 40 }, (_, i) => `word${days}x${i}`).join(" "),
    ...change,
  });

type Input = QueryCommandInput & BatchGetCommandInput;

/** Whose venues these are. */
const owners: Record<string, string> = {
  "venue-00001": "user-00001",
  "venue-00002": "user-00001",
  "venue-00003": "user-00002",
  "venue-00007": "user-00001",
};

const pageSize = 10;

/** A table of these events whose index answers in its order, ten a page, with the log of changes. */
function openTable(cards: EventCard[]) {
  const stored = new Map<string, EventCard>(cards.map((card) => [card.event_id, card]));
  const log: { sk: string; event_id: string }[] = [];
  const asked = { pages: 0, counts: 0, groups: 0, owners: 0 };
  const state = { isSilent: false };
  const listed = () => [...stored.values()].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));

  function readByKey(pks: string[]) {
    const venues = pks.flatMap((pk) => (owners[pk] ? { pk, owner_id: owners[pk] } : []));
    if (venues.length > 0) asked.owners++;
    const found = pks.flatMap((pk) => stored.get(pk) ?? []);
    return [...venues, ...found.map((card) => ({ pk: card.event_id, status: "published", ...card }))];
  }

  function readIndex(items: EventCard[], { Select, ExclusiveStartKey }: Pick<Input, "Select" | "ExclusiveStartKey">) {
    if (Select === "COUNT") {
      asked.counts++;
      return { Count: items.length };
    }
    asked.pages++;
    const from = Number(ExclusiveStartKey?.from ?? 0);
    if (state.isSilent && from > 0) return silence();
    const next = items.length > from + pageSize ? { LastEvaluatedKey: { from: from + pageSize } } : {};
    return { Items: items.slice(from, from + pageSize), ...next };
  }

  const { table } = fakeTable<Input>(({ RequestItems, IndexName, ...query }) => {
    const values = query.ExpressionAttributeValues ?? {};
    const from = String(values[":from"]);
    if (RequestItems) {
      const pks = RequestItems.evently?.Keys?.map(({ pk }) => String(pk)) ?? [];
      return { Responses: { evently: readByKey(pks) } };
    }
    if (IndexName)
      return readIndex(
        listed().filter((card) => placeOf(card) >= from),
        query,
      );
    if (!/^(events|series)-/.test(String(values[":hash"]))) return { Items: log.filter(({ sk }) => sk >= from) };
    asked.groups++;
    return { Items: listed().map(({ event_id }) => ({ sk: event_id })) };
  });
  return { table, stored, log, asked, state };
}

/** A catalog of these events, not yet loaded. */
export function openCatalog(budget: number, ...cards: EventCard[]) {
  const { table, stored, log, asked, state } = openTable(cards);
  const reports: unknown[] = [];
  let time = now;
  const report = (message: string) => void reports.push(message);
  const catalog = createCatalog(table, () => time, { budget, report });
  return {
    ...{ catalog, asked, reports },
    names: () => catalog.list().map(({ name }) => name),
    put(card: EventCard) {
      stored.set(card.event_id, card);
      log.push({ sk: `${toInstant(time)}-${card.event_id}`, event_id: card.event_id });
    },
    remove(card: EventCard) {
      stored.delete(card.event_id);
      log.push({ sk: `${toInstant(time)}-${card.event_id}-gone`, event_id: card.event_id });
    },
    advance: (seconds: number) => {
      time += seconds;
    },
    fallSilent: (silent: boolean) => {
      state.isSilent = silent;
    },
  };
}

export const hundred = () => Array.from({ length: 100 }, (_, i) => bigCard(i + 1));

/** Room for some twenty of a hundred. */
export async function openFull(cards = hundred()) {
  const whole = openCatalog(1e9, ...cards);
  await whole.catalog.load();
  const budget = whole.catalog.fill().bytes / 5;
  const opened = openCatalog(budget, ...cards);
  await opened.catalog.load();
  return { ...opened, cards, budget };
}
