import type { SeatHeat } from "@evently/core/analytics";
import type { Hall } from "~/features/hall/hall";
import { placeName, zoneName } from "~/features/hall/place-name";
import { formatDateTime } from "~/ui/format-time";
import { type HeatMode, sayTimes } from "./heat-levels";
import type { SeatSaying } from "./heat-view";

/** A seat's words for the map: where it is, what type, and what the mode asks of it. `zone` is the hall's. */
export function saySeat(hall: Hall, heat: SeatHeat, mode: HeatMode, zone: string) {
  const times = new Map<number, string>();
  const formatMinute = (seconds: number) => {
    const known = times.get(seconds) ?? formatDateTime(new Date(seconds * 1000).toISOString(), zone);
    times.set(seconds, known);
    return known;
  };
  return (seat: number): SeatSaying => [
    placeName({ hall }, seat),
    zoneName({ hall }, seat),
    sayStory(heat, mode, seat, formatMinute),
  ];
}

function sayStory(heat: SeatHeat, mode: HeatMode, seat: number, formatMinute: (seconds: number) => string): string {
  const [held = 0, dropped = 0] = [heat.times_held[seat], heat.times_dropped[seat]];
  const [booked = 0, first = 0] = [heat.times_booked[seat], heat.first_booked[seat]];
  if (mode === "first") return first > 0 ? `First sold ${formatMinute(first)}` : "Never sold";
  if (mode === "booked") return booked > 0 ? `Sold ${sayTimes(booked)}` : "Never sold";
  if (held === 0) return "Never held";
  return `Held ${sayTimes(held)}, ${dropped > 0 ? `dropped ${sayTimes(dropped)}` : "never dropped"}`;
}
