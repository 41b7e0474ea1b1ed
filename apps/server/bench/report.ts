export type Report = {
  /** Sentences that say what was measured, and what the figures do not say. */
  notes: string[];
  tables: { title: string; columns: string[]; rows: (string | number)[][] }[];
};

/** Hands what was measured to `npm run bench`, which prints it and keeps it: one line of JSON, the last on the output. */
export function handIn(report: Report): void {
  process.stdout.write(`\n${JSON.stringify(report)}\n`);
}

/** Hands in why nothing was measured, which is no failure. */
export function skip(reason: string): void {
  process.stdout.write(`\n${JSON.stringify({ skipped: reason })}\n`);
}

/** Tells how far it is, on the error output. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
