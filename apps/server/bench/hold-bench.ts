import { expectCleanAudit } from "@evently/core/testing/settle-everything";
import { openSaleAt } from "../src/testing/http/api-client.ts";
import { openAuditCore } from "../src/testing/process/open-audit-core.ts";
import { holdByApi, purchaseByApi } from "./buy-by-api.ts";
import { type Contest, compareWays, type Way } from "./compare-ways.ts";
import { handOutSeats } from "./hand-out-seats.ts";
import { recordPurchase } from "./record-purchase.ts";
import { say } from "./report.ts";
import { overSdk, reportHolds } from "./report-holds.ts";
import { type Api, readOtherCheckout, startApi } from "./start-api.ts";

const hall = { rows: 26, perRow: 320 };
const seatsEach = 2;
const loads = [
  { concurrency: 1, count: 30 },
  { concurrency: 16, count: 96 },
  { concurrency: 64, count: 192 },
];

const checkout = readOtherCheckout();
const apis: Api[] = [];
try {
  const api = await startApi();
  apis.push(api);
  apis.push(await startApi(null, { DYNAMODB_TRANSPORT: "sdk" }, overSdk));
  if (checkout !== null) apis.push(await startApi(checkout));
  say("filling the halls");
  const own = await openSale(api);
  const sales = [own];
  for (const started of apis.slice(1)) sales.push(await openSale(started));
  process.env.DYNAMODB_ENDPOINT = api.at.endpoint;
  const recorded = await recordPurchase(api.at.endpoint, hall, seatsEach);
  const nextSeats = handOutSeats(hall, seatsEach, 1);
  const sdk = (run: (seats: string[]) => Promise<void>, name = "bare SDK"): Way => ({
    name,
    run: () => run(nextSeats()),
  });
  const contests = loads.flatMap((load): Contest[] => [
    { name: "purchase", load, ways: [...sales.map((sale) => purchaseByApi(sale.api, sale)), sdk(recorded.buy)] },
    { name: "hold", load, ways: [...sales.map((sale) => holdByApi(sale.api, sale)), sdk(recorded.hold)] },
  ]);
  contests[1]?.ways.push(sdk(recorded.transact, "transaction alone"));
  const measured = await compareWays(contests);
  recorded.close();
  await Promise.all(sales.map((sale) => sale.api.end()));
  const { counted } = await audit(own);
  const other = apis[2]?.name ?? null;
  reportHolds({ rounds: measured, other, seatsEach, writes: recorded.writes, counted });
} finally {
  await Promise.all(apis.map((api) => api.close()));
}

async function openSale(api: Api) {
  const event_id = await openSaleAt(api.origin, hall.rows, hall.perRow);
  return { api, event_id, nextSeats: handOutSeats(hall, seatsEach) };
}

/** Throws if the measurement left a fault in the records. */
async function audit({ api, event_id }: Awaited<ReturnType<typeof openSale>>) {
  const auditCore = openAuditCore(api.at);
  try {
    return await expectCleanAudit(auditCore, event_id);
  } finally {
    await auditCore.close();
  }
}
