import type { SeatHeat } from "@evently/core/analytics";
import { defaultDateStyle } from "@evently/core/format/date-style";
import { formatDateTime } from "@evently/core/format/format-time";
import type { Hall } from "~/features/hall/hall";
import { nameInHall } from "~/features/hall/name-in-hall";
import { describeFrequency, type HeatMode } from "./heat-levels";
import type { SeatDescription } from "./heat-view";

/** A seat's description on the map: place, type, and its history in this mode. `zone` is the venue's. */
export function describeSeat(hall: Hall, heat: SeatHeat, mode: HeatMode, zone: string, style = defaultDateStyle) {
  const minutes = new Map<number, string>();
  const formatMinute = (seconds: number) => {
    const text = minutes.get(seconds) ?? formatDateTime(new Date(seconds * 1000).toISOString(), zone, style);
    minutes.set(seconds, text);
    return text;
  };
  return (seat: number): SeatDescription => [
    nameInHall({ hall }, seat),
    hall.seat_types[hall.types[seat] ?? 0] ?? "",
    describeHistory(heat, mode, seat, formatMinute),
  ];
}

function describeHistory(
  heat: SeatHeat,
  mode: HeatMode,
  seat: number,
  formatMinute: (seconds: number) => string,
): string {
  const [held = 0, dropped = 0] = [heat.times_held[seat], heat.times_dropped[seat]];
  const [booked = 0, first = 0] = [heat.times_booked[seat], heat.first_booked[seat]];
  if (mode === "first") return first > 0 ? `First sold ${formatMinute(first)}` : "Never sold";
  if (mode === "booked") return booked > 0 ? `Sold ${describeFrequency(booked)}` : "Never sold";
  if (held === 0) return "Never held";
  return `Held ${describeFrequency(held)}, ${dropped > 0 ? `dropped ${describeFrequency(dropped)}` : "never dropped"}`;
}
