export const countUnits = (value: number, unit: string) => `${value} ${unit}${value === 1 ? "" : "s"}`;

/** A waiting time in its largest fitting unit, rounded up: "3 days", "5 hours", "1 minute". */
export function formatWait(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes < 60) return countUnits(minutes, "minute");
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? countUnits(hours, "hour") : countUnits(Math.ceil(hours / 24), "day");
}
