import { afterEach } from "vitest";
import { openCore, type TestCore } from "./open-core.ts";

/** Opens cores as `openCore` does, and closes them after each test, the latest first. Call it at the top of a test file. */
export function openCores(): typeof openCore {
  const opened: TestCore[] = [];
  afterEach(async () => {
    for (const core of opened.splice(0)) await core.close();
  });
  return async (...options) => {
    const core = await openCore(...options);
    opened.unshift(core);
    return core;
  };
}
