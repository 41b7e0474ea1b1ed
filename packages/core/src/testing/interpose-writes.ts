import { BatchGetCommand, GetCommand, QueryCommand, ScanCommand, TransactGetCommand } from "@aws-sdk/lib-dynamodb";
import type { PaymentGateway } from "../payment/gateway.ts";
import type { Table } from "../table/table.ts";
import { interpose } from "./interpose.ts";

/** Sends a write, or does not. */
export type AroundWrite = <T>(send: () => Promise<T>) => Promise<T>;

const reads = [GetCommand, BatchGetCommand, QueryCommand, ScanCommand, TransactGetCommand];

/** The same table with `around` wrapped around whatever may change it. */
export const interposeWrites = (table: Table, around: AroundWrite): Table =>
  interpose(table, (command, send) => (reads.some((read) => command instanceof read) ? send() : around(send)));

/** The same gateway with `around` wrapped around whatever moves money. */
export const interposePayments = (gateway: PaymentGateway, around: AroundWrite): PaymentGateway => ({
  ...gateway,
  authorize: (input, signal) => around(() => gateway.authorize(input, signal)),
  capture: (key) => around(() => gateway.capture(key)),
  void: (key) => around(() => gateway.void(key)),
  refund: (key, refund) => around(() => gateway.refund(key, refund)),
});
