import type { Raised } from "@evently/core/recovery/raise-sequences";
import type { SettledLedger } from "@evently/core/recovery/settle-ledger";

/** What `recover` did, in lines. */
export function describeRecovered(raised: Raised, settled: SettledLedger): string {
  const { payments, returned, cancelled, adopted, foreign, failed } = settled;
  return [
    ...Object.entries(raised).map(([kind, number]) => `${kind} ids go on after ${number}`),
    `${payments} payments at the gateway: ${returned} unknown here and given back`,
    `${cancelled} bookings cancelled, since their money had gone back after the backup`,
    `${adopted} refunds of a part recorded, which the gateway alone had`,
    ...foreign.map((name) => `left alone, as nothing here can have made it: ${name}`),
    ...failed.map(({ payment_id, error }) => `not settled, look at it and repeat: ${payment_id}: ${error}`),
  ]
    .map((line) => `  ${line}\n`)
    .join("");
}
