import { expect } from "vitest";
import { getAccounting } from "../accounting/get-accounting.ts";
import { getEventAnalytics } from "../analytics/get-event-analytics.ts";
import type { CreateEvent } from "../event/event.ts";
import { exportAccounting } from "../export/export-accounting.ts";
import type { PaymentId } from "../ids.ts";
import { keptAmount } from "../payment/gateway.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import { updateItem } from "../table/update-item.ts";
import type { TestCore } from "./open-core.ts";
import type { Sale } from "./open-event.ts";

/** Of a file without quoted cells: each line by the names of its columns. */
export function readLines(csv: string): Record<string, string>[] {
  expect(csv).not.toContain('"');
  const [head = "", ...lines] = csv.replace("\uFEFF", "").trimEnd().split("\r\n");
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i], cell])));
}

/** An amount of such a line in the minor unit. */
export const toMinor = (cell = ""): number => Number(cell.replace(".", ""));

export const sumLines = (lines: readonly Record<string, string>[]): number =>
  lines.reduce((sum, { amount }) => sum + toMinor(amount), 0);

/** What a gateway kept as a fee, as the payment has it. */
export const noteFee = (core: TestCore, payment_id: PaymentId, fee: number, fee_refunded: number): Promise<unknown> =>
  updateItem(
    core.table,
    update({
      key: keys.payment(payment_id),
      update: "SET fee = :fee, fee_refunded = :back",
      condition: "attribute_exists(pk)",
      values: { ":fee": fee, ":back": fee_refunded },
    }),
  );

/** Accounting, file, analytics and gateway of a sale whose payments have all ended, which must all say the same. */
export async function readAccounting(core: TestCore, { organizer, event_id }: Sale) {
  const accounting = await getAccounting(core, organizer, { event_id });
  const lines = readLines(await (await exportAccounting(core, organizer, { event_id })).read());
  const { revenue } = await getEventAnalytics(core, organizer, { event_id });
  const atGateway = await core.gateway.listByEvent(event_id, [null]);
  const kept = atGateway.reduce((sum, record) => sum + keptAmount(record), 0);
  const { total, days } = accounting;
  const dates = [...new Set(lines.flatMap(({ date = "", kind }) => (kind === "dispute" ? [] : date)))].toSorted();
  expect(days.map(({ date, net }) => [date, net])).toEqual(
    dates.map((date) => [date, sumLines(lines.filter((line) => line.date === date))]),
  );
  for (const name of ["gross", "refunds", "fees", "net"] as const)
    expect(days.reduce((sum, day) => sum + day[name], 0)).toBe(total[name]);
  for (const { net, gross, refunds, fees, by_method } of [total, ...days]) {
    expect(net).toBe(gross - refunds - fees);
    expect(by_method.card + by_method.cash + by_method.invoice).toBe(net);
  }
  expect(sumLines(lines)).toBe(total.net);
  expect(total.gross - total.refunds).toBe(revenue);
  expect(total.by_method.card + total.fees).toBe(kept);
  return { accounting, lines };
}

/** In dollars, yen and dinars: two digits, none and three. */
export const inCurrency = (n: number): Partial<CreateEvent> => ({
  currency: (["USD", "JPY", "KWD"] as const)[n % 3] ?? "USD",
});
