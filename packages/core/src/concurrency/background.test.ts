import { expect, it } from "vitest";
import { createBackground } from "./background.ts";

/** Work that ends when the test says so. */
function startWork() {
  let end = { done: () => {}, fail: (_: unknown) => {} };
  const work = new Promise<void>((done, fail) => {
    end = { done, fail };
  });
  return { work, ...end };
}

it("is settled at once without running work", async () => {
  await createBackground(() => undefined).settled();
});

it("is settled once all work has ended, including work started meanwhile", async () => {
  const background = createBackground(() => undefined);
  const [first, second] = [startWork(), startWork()];
  let isSettled = false;
  background.run(first.work.then(() => background.run(second.work)));
  const settled = background.settled().then(() => {
    isSettled = true;
  });
  first.done();
  await new Promise((resume) => setImmediate(resume));
  expect(isSettled).toBe(false);
  second.done();
  await settled;
});

it("reports what fails, and is settled all the same", async () => {
  const errors: unknown[] = [];
  const background = createBackground((error) => errors.push(error));
  const [failing, other] = [startWork(), startWork()];
  background.run(failing.work);
  background.run(other.work);
  failing.fail("lost");
  other.done();
  await background.settled();
  expect(errors).toEqual(["lost"]);
});
