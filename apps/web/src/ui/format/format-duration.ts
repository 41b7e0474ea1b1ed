import { countUnits } from "./format-wait";

/** "2 h 10 min", "45 min", "10 days 4 h". */
export function formatDuration(minutes: number): string {
  const [days, hours, minutesLeft] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60];
  return [
    days > 0 ? countUnits(days, "day") : "",
    hours > 0 ? `${hours} h` : "",
    minutesLeft > 0 || minutes === 0 ? `${minutesLeft} min` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
