import { say } from "./report.ts";

const width = 30;

/**
 * Progress of long work with its writes per second: one updating line in a terminal, otherwise a line at each tenth.
 */
export function drawProgress(total: number, unit: string): (done: number, written: number) => void {
  const began = performance.now();
  let tenths = -1;
  return (done, written) => {
    const share = done / total;
    const perSecond = Math.round(written / Math.max(0.001, (performance.now() - began) / 1000));
    const bar = "#".repeat(Math.round(share * width)).padEnd(width, "·");
    const line = `${bar} ${done} of ${total}, ${perSecond} ${unit}/s`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}${done === total ? "\n" : ""}`);
    else if (Math.floor(share * 10) > tenths) say(line);
    tenths = Math.floor(share * 10);
  };
}
