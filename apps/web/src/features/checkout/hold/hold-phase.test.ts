import { expect, test } from "vitest";
import { phaseOf } from "./hold-phase";

test("a hold is calm down to two minutes, urgent in its last thirty seconds, and ended at zero", () => {
  const phases = [600, 120, 119.5, 31, 30, 0.2, 0, -5].map(phaseOf);
  expect(phases).toEqual(["calm", "calm", "soon", "soon", "urgent", "urgent", "ended", "ended"]);
});
