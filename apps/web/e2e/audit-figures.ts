import { audit } from "./audit";

/** What the audit of an event counted, its line "  booked       30" as { booked: 30 }; it fails on any fault. */
export async function auditFigures(event_id: string): Promise<Record<string, number>> {
  const lines = [...(await audit(event_id)).matchAll(/^ {2}(\w[\w ]*?) +(\d+)$/gm)];
  return Object.fromEntries(lines.map(([, name, count]) => [name, Number(count)]));
}
