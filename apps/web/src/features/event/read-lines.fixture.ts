import { expect } from "vitest";

const ours = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  /^PRODID:-\/\/Evently\/\/Evently\/\/EN$/,
  "BEGIN:VEVENT",
  /^UID:(event|booking)-\d+@evently$/,
  /^SEQUENCE:\d+$/,
  /^DTSTAMP:\d{8}T\d{6}Z$/,
  /^DTSTART:\d{8}T\d{6}Z$/,
  /^DTEND:\d{8}T\d{6}Z$/,
  /^SUMMARY:/,
  /^LOCATION:/,
  /^DESCRIPTION:/,
  /^URL;VALUE=URI:https:\/\/tickets\.example\/[a-z]+\/[a-z]+-\d+$/,
  /^STATUS:(CONFIRMED|CANCELLED)$/,
  /^CREATED:\d{8}T\d{6}Z$/,
  /^LAST-MODIFIED:\d{8}T\d{6}Z$/,
  "END:VEVENT",
  "END:VCALENDAR",
];

/**
 * The unfolded lines of a calendar file, which are ours and no others, each once and in this order; RFC 5545 3.1: lines
 * end in CRLF, have at most 75 octets and no control characters; 3.3.11: commas, semicolons and backslashes of a text are
 * escaped.
 */
export function readCalendarLines(file: string): string[] {
  expect(file.endsWith("\r\n")).toBe(true);
  const folded = file.slice(0, -2).split("\r\n");
  for (const line of folded) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/u);
    expect(line).not.toBe("");
  }
  const lines = file.slice(0, -2).replaceAll("\r\n ", "").split("\r\n");
  expect(lines.map((line, index) => matches(line, ours[index]))).toEqual(ours.map(() => true));
  for (const line of lines.filter((line) => /^(SUMMARY|LOCATION|DESCRIPTION):/.test(line)))
    expect(line.replace(/^[A-Z]+:/, "")).toMatch(/^(?:[^\\;,]|\\[\\;,n])*$/u);
  return lines;
}

const matches = (line: string, own: string | RegExp | undefined) =>
  own instanceof RegExp ? own.test(line) : line === own;
