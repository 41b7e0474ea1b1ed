const count = (value: number, unit: string) => `${value} ${unit}${value === 1 ? "" : "s"}`;

/** How long something is off, in its largest fitting unit and never too short: "3 days", "5 hours", "1 minute". */
export function formatWait(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes < 60) return count(minutes, "minute");
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? count(hours, "hour") : count(Math.ceil(hours / 24), "day");
}
