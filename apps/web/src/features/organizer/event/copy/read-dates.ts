import type { FormFaults } from "../../form/use-form-faults";
import { readLocalTime } from "../zoned-time";

export const dateControl = (index: number): string => `start_times.${index}`;

/** The instants of typed dates in the venue's zone, or their faults by control. */
export function readDates(dates: readonly string[], zone: string): { start_times: string[] } | { faults: FormFaults } {
  const read = dates.map((date) => readLocalTime(date, zone));
  const faults = read.flatMap((time, index) => ("fault" in time ? [[dateControl(index), time.fault]] : []));
  const twice = dates.flatMap((date, index) =>
    dates.indexOf(date) < index ? [[dateControl(index), "This date is in the list already."]] : [],
  );
  if (faults.length + twice.length > 0) return { faults: Object.fromEntries([...twice, ...faults]) };
  return { start_times: read.flatMap((time) => ("instant" in time ? [time.instant] : [])) };
}

export const rhythms = { day: 1, week: 7, "2 weeks": 14 } as const;
export type Rhythm = keyof typeof rhythms;

/** `count` dates after `start`, at the same time of the clocks: "2027-01-14T19:30" every day, week or second week. */
export function listRun(start: string, rhythm: Rhythm, count: number): string[] {
  const [day = "", clock = ""] = start.split("T");
  const first = Date.parse(`${day}T00:00Z`);
  if (Number.isNaN(first)) return [];
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(first + (index + 1) * rhythms[rhythm] * 86_400_000);
    return `${date.toISOString().slice(0, 10)}T${clock}`;
  });
}
