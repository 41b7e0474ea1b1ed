import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeTable, refusedBy, silence } from "../testing/fake-table.ts";
import { leaseWork, whileLeased } from "./lease-work.ts";
import { leaseSeconds, renewSeconds } from "./work-kinds.ts";

type Input = { ExpressionAttributeValues: Record<string, string> };

const key = { pk: "payment-00001", sk: "payment-00001" };
const lease = { key, token: "ours", attempts: 1 };
const terms = { sliceSeconds: 60, limitSeconds: 300 };
const read = "2027-01-15T08:00:00.000Z";
let now = 0;
let faults: string[];

beforeEach(() => {
  vi.useFakeTimers();
  [now, faults] = [1_800_000_000, []];
});
afterEach(() => {
  vi.useRealTimers();
});

const coreOf = (answer: (input: Input, before: number) => unknown) => {
  const { table, inputs } = fakeTable<Input>(answer);
  return { core: { table, clock: () => now, reportError: (message: string) => void faults.push(message) }, inputs };
};

async function pass(seconds: number): Promise<void> {
  now += seconds;
  await vi.advanceTimersByTimeAsync(seconds * 1000);
}

/** Work that is under way until `end` is called. */
function startWork() {
  let end = () => {};
  const work = new Promise<void>((resume) => {
    end = resume;
  });
  return { work: () => work, end: () => end() };
}

it("is ours if a lost answer's repeat meets our own token, with its attempts counted once", async () => {
  const { core, inputs } = coreOf(({ ExpressionAttributeValues }, before) =>
    before === 0 ? silence() : refusedBy({ due_lease: ExpressionAttributeValues[":token"], due_attempts: 3 }),
  );
  expect(await leaseWork(core, key, read)).toEqual({ key, token: expect.any(String), attempts: 3 });
  expect(inputs).toHaveLength(2);
});

it("is another's if its token is, and unknown if no answer comes at all", async () => {
  const others = coreOf(() => refusedBy({ due_lease: "another's", due_attempts: 3 }));
  expect(await leaseWork(others.core, key, read)).toBeNull();
  const silent = coreOf(silence);
  await expect(leaseWork(silent.core, key, read)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect(silent.inputs).toHaveLength(2);
});

it("is renewed while the work runs, each time for its full length, and not afterwards", async () => {
  const { core, inputs } = coreOf(() => ({ Attributes: {} }));
  const { work, end } = startWork();
  const running = whileLeased(core, lease, terms, new AbortController(), work);
  await pass(renewSeconds);
  await pass(renewSeconds);
  end();
  await running;
  await pass(600);
  const until = inputs.map(({ ExpressionAttributeValues }) => ExpressionAttributeValues[":until"]);
  expect(until).toEqual(
    [1, 2].map((n) => new Date((1_800_000_000 + n * renewSeconds + leaseSeconds) * 1000).toISOString()),
  );
});

it("asks the work to stop once it is lost", async () => {
  const { core } = coreOf(() => refusedBy({ due_lease: "another's" }));
  const { work, end } = startWork();
  const stop = new AbortController();
  const running = whileLeased(core, lease, terms, stop, work);
  expect(stop.signal.aborted).toBe(false);
  await pass(renewSeconds);
  expect(stop.signal.aborted).toBe(true);
  end();
  await running;
});

it("goes on, and says so, if a renewal has no answer", async () => {
  const { core } = coreOf((_, before) => (before === 0 ? silence() : { Attributes: {} }));
  const { work, end } = startWork();
  const stop = new AbortController();
  const running = whileLeased(core, lease, terms, stop, work);
  await pass(renewSeconds);
  await pass(renewSeconds);
  expect([stop.signal.aborted, faults]).toEqual([false, ["a lease was not renewed in time"]]);
  end();
  await running;
});

it("asks long work to return after its slice of time", async () => {
  const { core } = coreOf(() => ({ Attributes: {} }));
  const { work, end } = startWork();
  const stop = new AbortController();
  const running = whileLeased(core, lease, terms, stop, work);
  await pass(terms.sliceSeconds - 1);
  expect(stop.signal.aborted).toBe(false);
  await pass(1);
  expect(stop.signal.aborted).toBe(true);
  end();
  await running;
});

it("is given up for work that never ends", async () => {
  const { core, inputs } = coreOf(() => ({ Attributes: {} }));
  const running = whileLeased(core, lease, terms, new AbortController(), startWork().work);
  const outcome = expect(running).rejects.toMatchObject({ name: "WorkHung" });
  await pass(terms.limitSeconds);
  await outcome;
  const renewed = inputs.length;
  await pass(600);
  expect(inputs).toHaveLength(renewed);
});
