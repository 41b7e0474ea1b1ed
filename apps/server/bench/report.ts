export type Report = {
  /** Sentences on what was measured and on its limits. */
  notes: string[];
  tables: { title: string; columns: string[]; rows: (string | number)[][] }[];
};

/** Reports the results to `npm run bench`, which prints and stores them: one line of JSON, the last of the output. */
export function handIn(report: Report): void {
  process.stdout.write(`\n${JSON.stringify(report)}\n`);
}

/** Reports why nothing was measured, which is no failure. */
export function skip(reason: string): void {
  process.stdout.write(`\n${JSON.stringify({ skipped: reason })}\n`);
}

/** Reports progress on the error output. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
