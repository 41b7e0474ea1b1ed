import { expect, it } from "vitest";
import { drawnSeed } from "../testing/drawn-seed.ts";
import { openDoor } from "../testing/open-door.ts";
import { playDoor } from "../testing/play-door.ts";
import { seededRandom } from "../testing/random.ts";
import { expectCleanAudit } from "../testing/settle-everything.ts";

it("nothing is lost, doubled or miscounted of what three devices tell of their scans, while tickets change", async () => {
  const door = await openDoor();
  const random = seededRandom(drawnSeed);
  for (let round = 0; round < 6; round++) await playDoor(door, random);
  await door.core.background.settled();
  await expectCleanAudit(door.core, door.event_id);
  expect(door.core.faults).toEqual([]);
  await door.core.close();
});
