import { readFile } from "node:fs/promises";

/** Linux counts processor time in ticks of a hundredth of a second, whatever the kernel's own rate. */
const tickMs = 10;

/** Processor time that a process has used so far, user and system, milliseconds; null where there is no /proc. */
export async function readCpuMs(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // The name of the program stands in brackets and may hold spaces; the fields are counted from behind it.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields ? (Number(fields[11]) + Number(fields[12])) * tickMs : null;
}
