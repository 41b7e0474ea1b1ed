import type { Raised } from "@evently/core/recovery/raise-sequences";
import type { SettledLedger } from "@evently/core/recovery/settle-ledger";

/** What `recover` did, in lines. */
export function describeRecovered(raised: Raised, { payments, returned, cancelled, adopted }: SettledLedger): string {
  return [
    ...Object.entries(raised).map(([kind, number]) => `${kind} ids go on after ${number}`),
    `${payments} payments at the gateway: ${returned} unknown here and given back`,
    `${cancelled} bookings cancelled, since their money had gone back after the backup`,
    `${adopted} refunds of a part recorded, which the gateway alone had`,
  ]
    .map((line) => `  ${line}\n`)
    .join("");
}
