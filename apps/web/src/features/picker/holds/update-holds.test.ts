import type { EventId } from "@evently/core/ids";
import { QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, it } from "vitest";
import { openHoldsKey } from "../seats/own-seats";
import { holdOn } from "../testing/open-test-picker";
import { updateHolds, withHold, withoutHold } from "./update-holds";

const event_id = "event-00001" as EventId;
const queryKey = openHoldsKey(event_id);
const first = holdOn(["A-1"]);
const second = { ...holdOn(["B-1"]), holding_id: "holding-00002" } as typeof first;
let client: QueryClient;

beforeEach(() => {
  client = new QueryClient();
});

it("keeps a hold before any were fetched", async () => {
  await updateHolds(client, event_id, (holds) => withHold(holds, first));
  expect(client.getQueryData(queryKey)).toEqual({ items: [first], next_cursor: null });
});

it("adds a hold, and replaces the view of one that is known", () => {
  const longer = { ...first, hold_ttl: first.hold_ttl + 120 };
  expect(withHold([first], second)).toEqual([first, second]);
  expect(withHold([first, second], longer)).toEqual([longer, second]);
});

it("does not bring a released hold back from a fetch that was under way", async () => {
  client.setQueryData(queryKey, { items: [first, second], next_cursor: null });
  let answer: (holds: unknown) => void = () => undefined;
  const answered = new Promise((resolve) => {
    answer = resolve;
  });
  const fetching = client.fetchQuery({ queryKey, queryFn: () => answered }).catch(() => undefined);
  await updateHolds(client, event_id, (holds) => withoutHold(holds, first));
  answer({ items: [first, second], next_cursor: null });
  await fetching;
  await answered;
  expect(client.getQueryData(queryKey)).toEqual({ items: [second], next_cursor: null });
});
