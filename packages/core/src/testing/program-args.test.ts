import { afterEach, expect, it, vi } from "vitest";
import { programArgs } from "./program-args.ts";

afterEach(() => vi.unstubAllEnvs());

it("runs the source of a program, and what was built of it where that is said to be there", () => {
  vi.stubEnv("EVENTLY_BUILT", "");
  expect(programArgs("/src/evently/apps/server/src/main.ts").at(-1)).toBe("/src/evently/apps/server/src/main.ts");
  vi.stubEnv("EVENTLY_BUILT", "1");
  expect(programArgs("/src/evently/apps/server/src/main.ts")).toEqual(["/src/evently/apps/server/dist/main.js"]);
  const worker = "/home/packages/core/src/testing/killed-worker.ts";
  expect(programArgs(worker)).toEqual(["/home/packages/core/dist/testing/killed-worker.js"]);
});
