import { expect, it } from "vitest";
import { drawnSeed } from "../testing/drawn-seed.ts";
import { openDoor } from "../testing/open-door.ts";
import { playDoor } from "../testing/play-door.ts";
import { seededRandom } from "../testing/random.ts";
import { expectCleanAudit } from "../testing/settle-everything.ts";

const rounds = 2_000;
/** Each sells six seats of eighty and takes another one. */
const roundsAnEvent = 11;

it("nothing is lost, doubled or miscounted in 2,000 rounds of scans by three devices", async () => {
  const random = seededRandom(drawnSeed);
  for (let begun = 0; begun < rounds; begun += roundsAnEvent) {
    const door = await openDoor();
    for (let round = begun; round < Math.min(rounds, begun + roundsAnEvent); round++) await playDoor(door, random);
    await door.core.background.settled();
    await expectCleanAudit(door.core, door.event_id);
    expect(door.core.faults).toEqual([]);
    await door.core.close();
  }
});
