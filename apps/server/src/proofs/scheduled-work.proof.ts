import { openEvent } from "@evently/core/testing/open-event";
import { oweCopies } from "@evently/core/testing/owe-copies";
import { expectCleanAudit, listDue } from "@evently/core/testing/settle-everything";
import { setQuota } from "@evently/core/user/set-quota";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startLoops } from "../process/loops.ts";
import {
  describePayments,
  expectAtMostTwice,
  now,
  openPaymentDelays,
  perPhase,
  setDue,
} from "../testing/process/payment-delays.ts";

const copies = 3_000;
const seatsOfACopy = 40;

let world: Awaited<ReturnType<typeof openPaymentDelays>>;

beforeAll(async () => {
  world = await openPaymentDelays();
}, 600_000);
afterAll(() => world.close());

it(`${copies} pieces of bulk work delay no payment to more than twice its usual time`, async () => {
  const { core, sale, measure } = world;
  const countCopies = async () => (await listDue(core)).filter(({ sk }) => sk === "EVENT").length;
  const copied = await openEvent(core, { rows: 1, perRow: seatsOfACopy });
  await setQuota(core, copied.organizer.user_id, { events: copies + 1 });
  const drafts = await oweCopies(core, copied, copies, now() + 86_400);
  const loops = startLoops(core);
  const alone = await measure(0);
  const alongside = await measure(1, (at) =>
    Promise.all(drafts.map((pk) => setDue(core, "bulk", { pk, sk: "EVENT" }, at))),
  );
  const left = await countCopies();
  process.stdout.write(
    describePayments("without bulk work", alone.measured) +
      describePayments(`beside ${copies} copies`, alongside.measured),
  );
  process.stdout.write(`${copies - left} copies were made meanwhile, ${left} were still due\n`);
  expect(left, "bulk work was due all the while").toBeGreaterThan(0);
  expect(copies - left, "and was done").toBeGreaterThan(0);
  expectAtMostTwice(alone.measured, alongside.measured);
  await expect.poll(countCopies, { timeout: 540_000, interval: 1_000 }).toBe(0);
  process.stdout.write(`all copies were made within ${(now() - alongside.begun).toFixed(0)} s\n`);
  await loops.stop();
  const { counted } = await expectCleanAudit(core, sale.event_id);
  expect(counted).toMatchObject({ bookings: 2 * perPhase, unfinished_payments: 0 });
}, 900_000);
