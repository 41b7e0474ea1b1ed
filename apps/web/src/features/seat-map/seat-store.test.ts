import type { HoldingView } from "@evently/core/hold";
import type { EventId, LayoutId } from "@evently/core/ids";
import type { SeatMap } from "@evently/core/seat";
import { beforeEach, describe, expect, it } from "vitest";
import { createServerClock } from "~/features/clock/server-clock";
import { openHall } from "./hall";
import { listSeats, seatHint, seatName } from "./seat-name";
import { SeatStore } from "./seat-store";
import { twoSections } from "./two-sections.fixture";

let store: SeatStore;
let patched: string[];

const at = (id: string) => store.hall.indexOf.get(id) ?? -1;
const idsOf = (seats: readonly number[]) => seats.map((seat) => store.hall.ids[seat]);
const selected = () => idsOf(store.state.selected);

function mapWith(letters: Record<string, string>, holds: SeatMap["holds"] = {}): SeatMap {
  const states = store.hall.ids.map((id) => letters[id] ?? "a").join("");
  return {
    event_id: "event-00001" as EventId,
    layout_id: "layout-venue-00001-1" as LayoutId,
    states,
    holds,
    server_now: 1000,
  };
}

function holdOn(seats: string[], hold_ttl = 1180): HoldingView {
  const [expires_at, server_now] = [hold_ttl, 1000].map((seconds) => new Date(seconds * 1000).toISOString());
  return { holding_id: "holding-00001", seats, hold_ttl, expires_at, server_now, state: "active" } as HoldingView;
}

beforeEach(() => {
  store = new SeatStore(
    openHall(twoSections),
    createServerClock(() => 0),
  );
  store.apply(mapWith({}));
  patched = [];
  store.onSeats((changed) => patched.push(...idsOf([...changed]).filter((id) => id !== undefined)));
});

describe("the map that the server sends", () => {
  it("patches exactly the seats that changed", () => {
    store.apply(mapWith({ "A-1": "b", "C-6": "h" }, { [at("C-6")]: 1042 }));
    expect(patched.sort()).toEqual(["A-1", "C-6"]);
    expect([store.look(at("A-1")), store.look(at("C-6"))]).toEqual(["taken", "held"]);
    expect(seatHint(store, at("C-6"))).toBe("Held, may free in 0:42");
    expect(store.state.freeByType).toEqual([11, 9]);
  });

  it("says nothing to anyone when nothing changed", () => {
    const before = store.state;
    store.apply(mapWith({}));
    expect(store.state).toBe(before);
    expect(patched).toEqual([]);
  });

  it("moves a selected seat that someone took to the just-taken ones, and offers another", () => {
    store.toggle(at("C-3"));
    store.toggle(at("C-4"));
    store.apply(mapWith({ "C-3": "b" }));
    expect(selected()).toEqual(["C-4"]);
    expect(idsOf(store.state.lost?.seats ?? [])).toEqual(["C-3"]);
    expect(seatName(store, at("C-3"), () => "$10")).toBe("Row C seat 3, Rear, $10, taken, just taken, Stalls");
    store.takeInstead();
    expect(selected()).toEqual(["C-4", "C-2"]);
    expect(store.state.lost).toBeNull();
  });
});

describe("selecting", () => {
  it("adds the named seats that are free, and no other", () => {
    store.apply(mapWith({ "A-2": "b" }));
    store.toggle(at("A-1"));
    store.choose(["A-1", "A-2", "C-3", "Z-9"]);
    expect(selected()).toEqual(["A-1", "C-3"]);
  });

  it("takes and gives back, and leaves what is taken alone", () => {
    store.apply(mapWith({ "A-2": "b" }));
    store.toggle(at("A-1"));
    store.toggle(at("A-2"));
    expect(selected()).toEqual(["A-1"]);
    store.toggle(at("A-1"));
    expect(selected()).toEqual([]);
  });

  it("selects nothing while the sale is not open", () => {
    store.locked = true;
    store.toggle(at("A-1"));
    expect(selected()).toEqual([]);
  });

  it("seats a party side by side, and moves it whole to the next click", () => {
    store.setParty(3);
    store.preview(at("C-2"));
    expect(store.isPreviewed(at("C-3"))).toBe(true);
    store.toggle(at("C-2"));
    expect(selected()).toEqual(["C-1", "C-2", "C-3"]);
    store.toggle(at("B-2"));
    expect(selected()).toEqual(["B-1", "B-2", "B-3"]);
  });

  it("takes the one seat and says so where the party does not fit", () => {
    store.setParty(4);
    store.toggle(at("A-2"));
    expect(selected()).toEqual(["A-2"]);
    expect(store.state.notice).toEqual({ kind: "not_adjacent", count: 4 });
  });

  it("stops at ten seats and says so", () => {
    for (const id of store.hall.ids.slice(0, 11)) store.toggle(at(id));
    expect(store.state.selected).toHaveLength(10);
    expect(store.state.notice).toEqual({ kind: "limit" });
  });

  it("dims other types and hides none", () => {
    store.toggleType(0);
    expect([store.isDimmed(at("A-1")), store.isDimmed(at("C-1"))]).toEqual([false, true]);
    expect(store.look(at("C-1"))).toBe("available");
    store.showAllTypes();
    expect(store.isDimmed(at("C-1"))).toBe(false);
  });
});

describe("holding", () => {
  beforeEach(() => {
    store.toggle(at("C-1"));
    store.toggle(at("C-2"));
  });

  it("paints seats as yours at once, and a map that already shows them held takes nothing away", () => {
    store.place();
    expect(store.look(at("C-1"))).toBe("yours");
    store.apply(mapWith({ "C-1": "h", "C-2": "h" }));
    expect(store.state.lost).toBeNull();
    store.placed(holdOn(["C-1", "C-2"]));
    expect(store.look(at("C-2"))).toBe("yours");
    expect(selected()).toEqual([]);
  });

  it("marks exactly the refused seats and offers the alternative for the whole list", () => {
    store.place();
    store.refused(["C-1"], ["B-1", "B-2"]);
    expect(selected()).toEqual(["C-2"]);
    expect(store.isLost(at("C-1"))).toBe(true);
    expect(listSeats(store, store.state.lost?.instead ?? [])).toBe("B-1 and B-2");
    store.takeInstead();
    expect(selected()).toEqual(["B-1", "B-2"]);
  });

  it("gives the selection back when the box office did not answer", () => {
    store.place();
    store.failed("No answer.");
    expect(selected()).toEqual(["C-1", "C-2"]);
    expect(store.look(at("C-1"))).toBe("selected");
  });

  it("keeps the seats selected when the hold runs out, though an older map still shows it", () => {
    store.place();
    const hold = holdOn(["C-1", "C-2"]);
    store.placed(hold);
    store.end(hold);
    store.apply(mapWith({ "C-1": "h", "C-2": "h" }, { [at("C-1")]: 1180, [at("C-2")]: 1180 }));
    expect(selected()).toEqual(["C-1", "C-2"]);
    expect(store.state.notice?.kind).toBe("ended");
    store.apply(mapWith({ "C-1": "h" }, { [at("C-1")]: 1400 }));
    expect(selected()).toEqual(["C-2"]);
  });

  it("lets released seats go, and forgets holds that the server no longer lists", () => {
    store.place();
    const hold = holdOn(["C-1", "C-2"]);
    store.placed(hold);
    store.released(hold);
    expect([store.look(at("C-1")), selected()]).toEqual(["available", []]);
    store.restore([hold]);
    expect(store.look(at("C-1"))).toBe("yours");
    store.restore([]);
    expect(store.look(at("C-1"))).toBe("available");
  });
});
