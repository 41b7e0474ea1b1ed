import type { Interval } from "@evently/core/analytics";
import { defaultDateStyle } from "@evently/core/format/date-style";
import { formatClock, formatShortDay } from "@evently/core/format/format-time";

/** `day` is the date under an hour: of the first tick, and of each that is on another day than the one before. */
export type Tick = { index: number; label: string; day?: string };

const hourSteps = [1, 2, 3, 6, 12, 24, 48, 72, 168];

/** The periods that get a label, at most `max`: round hours, or days up to the last. */
export function pickTicks(
  periods: readonly { from: string }[],
  interval: Interval,
  zone: string,
  max: number,
  style = defaultDateStyle,
): Tick[] {
  const fits = (step: number) => Math.ceil(periods.length / step) <= Math.max(1, max);
  if (interval === "day") {
    const step = Math.max(1, Math.ceil(periods.length / Math.max(1, max)));
    const offset = (periods.length - 1) % step;
    return periods.flatMap(({ from }, index) =>
      index % step === offset ? [{ index, label: formatShortDay(from, zone, style) }] : [],
    );
  }
  const step = hourSteps.find(fits) ?? periods.length;
  const hourOf = (from: string) => Number(formatClock(from, zone).slice(0, 2));
  const first = periods.findIndex(({ from }) => hourOf(from) === 0);
  const picked = periods.flatMap(({ from }, index) => {
    const hour = hourOf(from);
    const isPicked =
      step <= 12 ? hour % step === 0 : hour === 0 && Math.round((index - first) / 24) % (step / 24) === 0;
    return isPicked ? [{ index, label: formatClock(from, zone, style), day: formatShortDay(from, zone, style) }] : [];
  });
  return picked.map(({ index, label, day }, at) =>
    day === picked[at - 1]?.day ? { index, label } : { index, label, day },
  );
}
