import type { Audit } from "@evently/core/audit/audit-event";
import type { AuditFault } from "@evently/core/audit/audit-fault";
import type { SaleCounts } from "@evently/core/audit/recount";
import type { Verified } from "@evently/core/audit/verify-counts";
import { describeColumns } from "./describe-columns.ts";

/** Output of the operator's commands. */
export function describeAudit({ event_id, counted, faults }: Audit): string {
  return `${event_id}\n${describeColumns(spell(Object.entries(counted)))}${describeFaults(faults)}\n`;
}

/** Each counted figure next to the figure derived from the records. */
export function describeVerified({ event_id, counted, recounted, exact, faults }: Verified): string {
  const [counts, records] = [new Map(listFigures(counted)), new Map(listFigures(recounted))];
  const names = [...new Set([...counts.keys(), ...records.keys()])];
  const lines = names.map((name) => [name, counts.get(name) ?? 0, records.get(name) ?? 0] as const);
  const moving = exact ? "" : "It sold all the while: seats and seat types were not compared.\n";
  return `${event_id}\n${describeColumns([["", "counted", "recounted"], ...spell(lines)])}${moving}${describeFaults(faults)}\n`;
}

const spell = <Row extends readonly [string, ...number[]]>(rows: readonly Row[]) =>
  rows.map(([name, ...values]) => [name.replaceAll("_", " "), ...values]);

function listFigures({ by_seat_type, ...counts }: SaleCounts): (readonly [string, number])[] {
  const types = Object.entries(by_seat_type).flatMap(([type, { seats_sold, revenue }]) => [
    [`seats_sold of ${type}`, seats_sold] as const,
    [`revenue of ${type}`, revenue] as const,
  ]);
  return [...Object.entries(counts), ...types];
}

function describeFaults(faults: AuditFault[]): string {
  if (faults.length === 0) return "No faults.";
  return `${faults.length} faults:\n${faults.map(({ about, finding }) => `  ${about} ${finding}`).join("\n")}`;
}
