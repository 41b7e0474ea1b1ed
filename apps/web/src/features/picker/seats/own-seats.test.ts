import type { EventId } from "@evently/core/ids";
import { QueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { beforeEach, describe, expect, it } from "vitest";
import { trpc } from "~/trpc/client";
import { holdOn } from "../testing/open-test-picker";
import { listOwnSeats, placeHoldKey, watchOwnSeats } from "./own-seats";

const event_id = "event-00001" as EventId;
const another = "event-00002" as EventId;
let client: QueryClient;
let settle: (outcome: "held" | "refused") => void;

const setHolds = (seats: string[], event = event_id) =>
  client.setQueryData(getQueryKey(trpc.hold.listOpen, { event_id: event }, "query"), {
    items: seats.length > 0 ? [holdOn(seats)] : [],
    next_cursor: null,
  });

/** Asks for seats as the page does; resolves once `settle` was called and what follows from it is done. */
function place(seats: string[], event = event_id, onSuccess: () => unknown = () => undefined): Promise<unknown> {
  const answered = new Promise<void>((held, refused) => {
    settle = (outcome) => (outcome === "held" ? held() : refused(new Error("refused")));
  });
  const mutation = client.getMutationCache().build<unknown, Error, unknown, unknown>(client, {
    mutationKey: placeHoldKey,
    mutationFn: () => answered,
    onSuccess,
  });
  return mutation.execute({ event_id: event, seats }).catch(() => undefined);
}

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { mutations: { networkMode: "always", gcTime: 0 } } });
});

describe("listOwnSeats", () => {
  it("lists nothing before anything was fetched or asked for", () => {
    expect(listOwnSeats(client, event_id)).toEqual([]);
  });

  it("lists the seats of open holds and of a hold that has no answer yet, of this event only", async () => {
    setHolds(["A-1"]);
    setHolds(["A-9"], another);
    const first = place(["B-1", "B-2"]);
    expect(listOwnSeats(client, event_id)).toEqual(["A-1", "B-1", "B-2"]);
    settle("held");
    await first;
    const second = place(["C-1"], another);
    expect(listOwnSeats(client, event_id)).toEqual(["A-1"]);
    settle("held");
    await second;
  });
});

describe("watchOwnSeats", () => {
  let seen: string[][];
  const latest = () => seen.at(-1);
  beforeEach(() => {
    seen = [];
  });

  it("reports at once what is fetched, here or on return from another tab", () => {
    setHolds(["A-1"]);
    watchOwnSeats(client, event_id, (seats) => seen.push(seats));
    expect(seen).toEqual([["A-1"]]);
    setHolds(["A-1", "A-2"]);
    expect(latest()).toEqual(["A-1", "A-2"]);
    setHolds([]);
    expect(latest()).toEqual([]);
  });

  it("reports seats the moment they are asked for, and again when they are refused", async () => {
    watchOwnSeats(client, event_id, (seats) => seen.push(seats));
    const placing = place(["B-1"]);
    expect(latest()).toEqual(["B-1"]);
    settle("refused");
    await placing;
    expect(latest()).toEqual([]);
  });

  it("never drops seats between the request and the hold that it became", async () => {
    watchOwnSeats(client, event_id, (seats) => seen.push(seats));
    const placing = place(["B-1"], event_id, () => setHolds(["B-1"]));
    seen = [];
    settle("held");
    await placing;
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((seats) => seats.includes("B-1"))).toBe(true);
    expect(latest()).toEqual(["B-1"]);
  });

  it("reports nothing once it has ended", () => {
    watchOwnSeats(client, event_id, (seats) => seen.push(seats))();
    setHolds(["A-1"]);
    expect(seen).toEqual([[]]);
  });
});
