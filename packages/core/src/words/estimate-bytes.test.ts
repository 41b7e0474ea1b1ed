import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { indexEvents } from "../catalog/index-events.ts";
import { makeCard } from "../testing/know-events.ts";
import { eventKinds, type Measured } from "../testing/measure-events.ts";

const program = fileURLToPath(new URL("../testing/print-measures.ts", import.meta.url));
// What other tests of this process leave behind would be measured, too.
const { stdout } = await promisify(execFile)(process.execPath, ["--no-warnings", "--import", "tsx", program], {
  cwd: import.meta.dirname,
});
const measured = JSON.parse(stdout) as Measured[];

describe.each(eventKinds.map(([name], i) => [name, measured[i]] as const))("events %s", (_, found) => {
  it("are estimated near the real growth of the heap", () => {
    expect(found?.ratio).toBeGreaterThan(0.75);
    expect(found?.ratio).toBeLessThan(1.8);
  });

  it("leave nearly nothing behind once they are dropped", () => {
    expect(found?.left).toBeLessThan(0.35);
  });
});

it("nothing is left of the estimate once all events are dropped", () => {
  const events = indexEvents();
  const cards = eventKinds.flatMap(([, , make]) => Array.from({ length: 20 }, (_, i) => makeCard(make(i))));
  for (const card of cards) events.set(card);
  expect(events.bytes()).toBeGreaterThan(100_000);
  for (const { event_id } of cards) events.drop(event_id);
  expect([events.bytes(), events.count()]).toEqual([0, 0]);
});
