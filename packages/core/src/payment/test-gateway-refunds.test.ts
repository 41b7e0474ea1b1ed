import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { id } from "../testing/id.ts";
import { createTestGateway, type TestGateway } from "./test-gateway.ts";

let directory: string;
let gateway: TestGateway;
let after: TestGateway;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "evently-refunds-"));
  [gateway, after] = [createTestGateway({ directory }), createTestGateway({ directory })];
  await gateway.authorize({ ...id.key(1), ...sold, token: "tok_visa" }, new AbortController().signal);
});
afterEach(async () => {
  await Promise.all([gateway.close(), after.close()]);
  await rm(directory, { recursive: true });
});

const sold = { event_id: id.event(1), holding_id: id.holding(1), amount: 15_000, currency: "USD" };
const part = (n: number, amount: number) => ({ refund_id: `payment-00001-r${n}`, amount });

test("a refund of a part leaves the rest, and each is given once", async () => {
  await gateway.capture(id.key(1));
  for (const refund of [part(1, 5_000), part(2, 4_000), part(1, 5_000)]) await gateway.refund(id.key(1), refund);
  expect(await after.find(id.key(1))).toMatchObject({
    ...{ state: "captured", amount: 15_000, refunded: 9_000 },
    refunds: [part(1, 5_000), part(2, 4_000)],
  });
});

test("a refund of more than is left is refused, and so is another amount under the same name", async () => {
  await gateway.capture(id.key(1));
  await gateway.refund(id.key(1), part(1, 10_000));
  await expect(gateway.refund(id.key(1), part(2, 5_001))).rejects.toThrow("more than is left");
  await expect(gateway.refund(id.key(1), part(1, 9_999))).rejects.toThrow("another refund");
  expect(await gateway.refund(id.key(1), part(2, 5_000))).toMatchObject({ refunded: 15_000 });
});

test("a refund before the capture gives nothing back and is no error", async () => {
  expect(await gateway.refund(id.key(1), part(1, 5_000))).toMatchObject({ state: "authorized", refunded: 0 });
});

test("a refund made at the gateway itself has no name of ours", async () => {
  await gateway.capture(id.key(1));
  for (let round = 0; round < 2; round++) await gateway.refundThere(id.payment(1), 5_000);
  expect(await after.find(id.key(1))).toMatchObject({
    ...{ state: "captured", refunded: 10_000 },
    refunds: Array.from({ length: 2 }, () => ({ refund_id: null, amount: 5_000 })),
  });
});

test("a refund of the version before gave everything back, and has the first name", async () => {
  const intent = { verb: "refund", payment_id: "payment-00001" };
  const line = JSON.stringify({ line_id: "before", at: "2027-01-15T08:00:00.000Z", intent });
  await gateway.capture(id.key(1));
  await appendFile(join(directory, "payments.jsonl"), `\n${line}\n`);
  const refunds = [{ refund_id: "payment-00001-r1", amount: 15_000 }];
  for (const reading of [gateway, after])
    expect(await reading.find(id.key(1))).toMatchObject({ state: "captured", refunds, refunded: 15_000 });
});
