import { expect, test } from "vitest";
import { createRenderQueue, QueueFullError } from "./render-queue";

function makeRender(name: string, begun: string[]) {
  let end: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const promise = new Promise<string>((resolve, reject) => {
    end = () => resolve(name);
    fail = reject;
  });
  const render = () => {
    begun.push(name);
    return promise;
  };
  return { render, end, fail };
}

test("few renders run at once, the others in the order in which they were asked for", async () => {
  const queue = createRenderQueue({ atOnce: 2 });
  const begun: string[] = [];
  const renders = ["a", "b", "c", "d"].map((name) => makeRender(name, begun));
  const results = renders.map(({ render }) => queue.run("visitor", render));
  await Promise.resolve();
  expect(begun).toEqual(["a", "b"]);
  renders[1]?.end();
  await results[1];
  await expect.poll(() => begun).toEqual(["a", "b", "c"]);
  renders[0]?.fail(new Error("no data"));
  await expect(results[0]).rejects.toThrow("no data");
  await expect.poll(() => begun).toEqual(["a", "b", "c", "d"]);
  for (const { end } of renders) end();
  expect(await Promise.all(results.slice(1))).toEqual(["b", "c", "d"]);
});

test("whoever comes to a full queue, or waits too long in it, is sent away", async () => {
  const queue = createRenderQueue({ atOnce: 1, waiting: 1, waitMs: 20 });
  const begun: string[] = [];
  const [first, second, third] = ["a", "b", "c"].map((name) => makeRender(name, begun));
  if (!first || !second || !third) throw new Error("three");
  const running = queue.run("visitor", first.render);
  const waiting = queue.run("visitor", second.render);
  await expect(queue.run("visitor", third.render)).rejects.toThrow(QueueFullError);
  await expect(waiting).rejects.toThrow(QueueFullError);
  first.end();
  expect(await running).toBe("a");
  third.end();
  expect(await queue.run("visitor", third.render)).toBe("c");
  expect(begun).toEqual(["a", "c"]);
});

test("a render that does not end lets the next one in after its turn", async () => {
  const queue = createRenderQueue({ atOnce: 1, turnMs: 20 });
  const begun: string[] = [];
  const stuck = makeRender("stuck", begun);
  const next = makeRender("next", begun);
  void queue.run("visitor", stuck.render);
  next.end();
  expect(await queue.run("visitor", next.render)).toBe("next");
  stuck.end();
});

test("whoever asks for much waits for their own, and others are not sent away for it", async () => {
  const queue = createRenderQueue({ atOnce: 1, waiting: 3 });
  const begun: string[] = [];
  const [running, ...renders] = ["a0", "a1", "a2", "a3", "b1"].map((name) => makeRender(name, begun));
  const first = running && queue.run("a", running.render);
  const results = renders.map(({ render }, at) => queue.run(at < 3 ? "a" : "b", render));
  await expect(results[2]).rejects.toThrow(QueueFullError);
  for (const { end } of renders) end();
  running?.end();
  await Promise.all([first, results[0], results[1], results[3]]);
  expect(begun).toEqual(["a0", "a1", "b1", "a2"]);
});

test("who joins a render that waits in another one's crowd has it in their own line", async () => {
  const queue = createRenderQueue({ atOnce: 1 });
  const begun: string[] = [];
  const [running, ...renders] = ["a0", "a1", "a2", "a3"].map((name) => makeRender(name, begun));
  const first = running && queue.run("a", running.render, "a0");
  const results = renders.map(({ render }, at) => queue.run("a", render, `a${at + 1}`));
  for (const name of ["a0", "a3", "unknown"]) queue.join("b", name);
  for (const { end } of renders) end();
  running?.end();
  await Promise.all([first, ...results]);
  expect(begun).toEqual(["a0", "a1", "a3", "a2"]);
});
