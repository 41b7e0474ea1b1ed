import type { HoldingView } from "@evently/core/hold";
import type { EventId } from "@evently/core/ids";
import type { SeatMap } from "@evently/core/seat";
import { createServerClock } from "~/features/clock/server-clock";
import { openHall } from "~/features/hall/hall";
import { twoSections } from "~/features/hall/two-sections.fixture";
import { Picker } from "../picker";

/** A picker of the small hall with all seats free, and which seats it has drawn again since. */
export function openTestPicker({ seatLimit = 10 } = {}) {
  const picker = new Picker({
    hall: openHall(twoSections),
    seatLimit,
    prices: [1000, 500],
    clock: createServerClock(() => 0),
  });
  picker.apply(mapWith({}));
  const patched: string[] = [];
  picker.onSeats((changed) => patched.push(...picker.idsOf([...changed])));
  return {
    picker,
    patched,
    at: (id: string) => picker.hall.indexOf.get(id) ?? -1,
    selected: () => picker.idsOf(picker.selection.read().seats),
  };
}

/** The server's map at second 1000, all seats available save those that have another letter. */
export function mapWith(letters: Record<string, string>, holdEnds: Record<string, number> = {}): SeatMap {
  const { ids, indexOf } = openHall(twoSections);
  const states = ids.map((id) => letters[id] ?? "a").join("");
  const holds = Object.fromEntries(Object.entries(holdEnds).map(([id, ends]) => [String(indexOf.get(id)), ends]));
  return { event_id: "event-00001" as EventId, layout_id: twoSections.layout_id, states, holds, server_now: 1000 };
}

export function holdOn(seats: string[], hold_ttl = 1180): HoldingView {
  const [expires_at, server_now] = [hold_ttl, 1000].map((seconds) => new Date(seconds * 1000).toISOString());
  const lines = seats.map((seat) => ({ seat, seat_type: "Rear", price: 500 }));
  return {
    holding_id: "holding-00001",
    seats,
    lines,
    hold_ttl,
    expires_at,
    server_now,
    state: "active",
  } as HoldingView;
}
