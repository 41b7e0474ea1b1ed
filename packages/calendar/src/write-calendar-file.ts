import { addMinutes } from "@evently/core/format/add-minutes";
import ical, { ICalEventStatus } from "ical-generator";

type CalendarEntry = {
  id: string;
  /** ISO 8601; `duration` in minutes. */
  start_time: string;
  duration: number;
  summary: string;
  location: string;
  notes: readonly string[];
  /** Null where nobody knows it. */
  page: string | null;
  created_at: string;
  /** When the event or booking was cancelled, if it was. */
  cancelled_at: string | null;
  /** Whether it may still come to nothing. */
  isTentative: boolean;
  /** Higher after each change, so that a calendar takes it over. */
  sequence: number;
};

/**
 * RFC 5545 text with one entry, the same for the same entry. Times are UTC, which needs no zone table. Of the library's
 * properties only those are used that it escapes.
 */
export function writeCalendarFile(entry: CalendarEntry): string {
  const changed = new Date(entry.cancelled_at ?? entry.created_at);
  const calendar = ical({ prodId: { company: "Evently", product: "Evently", language: "EN" } });
  calendar.createEvent({
    id: `${entry.id}@evently`,
    sequence: entry.sequence,
    stamp: changed,
    created: new Date(entry.created_at),
    lastModified: changed,
    status: statusOf(entry),
    start: new Date(entry.start_time),
    end: new Date(addMinutes(entry.start_time, entry.duration)),
    summary: toLine(entry.summary),
    location: toLine(entry.location),
    description: entry.notes.map(toLine).join("\n"),
    ...(entry.page === null ? {} : { url: entry.page }),
  });
  return `${calendar.toString()}\r\n`;
}

function statusOf({ cancelled_at, isTentative }: CalendarEntry): ICalEventStatus {
  if (cancelled_at !== null) return ICalEventStatus.CANCELLED;
  return isTentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

/** Texts from before lines were checked may hold controls and line breaks of any kind; the library would write them. */
const toLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]+/gu, " ").trim();
