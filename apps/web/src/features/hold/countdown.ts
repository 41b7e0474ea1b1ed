const announced = [120, 60, 30];

/** Time left without haste: whole minutes until under two, then m:ss. Seconds, rounded up so that 0:00 is the end. */
export function formatLeft(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds));
  if (left >= 120) return `${Math.floor(left / 60)} min`;
  return formatCountdown(left);
}

/** m:ss, at any length. */
export function formatCountdown(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
}

/** What to announce when the time left falls from `before` to `after` seconds; null unless it crossed 2 min, 1 min or 30 s. */
export function announceLeft(before: number, after: number): string | null {
  const crossed = announced.filter((mark) => before > mark && after <= mark).at(-1);
  if (crossed === undefined || after <= 0) return null;
  if (crossed === 30) return "30 seconds left to keep your seats.";
  return `${crossed / 60} minute${crossed === 60 ? "" : "s"} left to keep your seats.`;
}
