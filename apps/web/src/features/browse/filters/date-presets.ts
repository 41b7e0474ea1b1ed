/** Calendar dates, YYYY-MM-DD, both included. */
export type DateRange = { from: string; to: string };

const dayMs = 86_400_000;

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** 1 Monday to 7 Sunday. */
const weekdayOf = (date: string) => new Date(date).getUTCDay() || 7;

/** From today to Sunday. */
export function thisWeek(today: string): DateRange {
  return { from: today, to: addDays(today, 7 - weekdayOf(today)) };
}

/** Friday to Sunday: the rest of this weekend, or the coming one. */
export function thisWeekend(today: string): DateRange {
  const friday = addDays(today, 5 - weekdayOf(today));
  return { from: friday < today ? today : friday, to: addDays(friday, 2) };
}

/** Today and the next thirty days. */
export function nextMonth(today: string): DateRange {
  return { from: today, to: addDays(today, 30) };
}
