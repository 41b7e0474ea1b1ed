import type { WorkKind } from "../table/due-index.ts";
import { type BackOff, backOffSeconds, mailBackOffSeconds } from "./back-off.rules.ts";

type KindRules = {
  /** Pieces that are listed at once of each shard: what becomes due meanwhile, however urgent, begins after them. */
  page: number;
  /** Pieces under way at once in a process. */
  concurrency: number;
  /** Attempts that may fail in a row before a piece is dead. */
  attempts: number;
  backOff: BackOff;
  /** After this time a long piece is asked to return, so that others get their turn; it goes on after them. */
  sliceSeconds: number;
  /** After this time a piece is taken for hung: its lease is renewed no longer. */
  limitSeconds: number;
};

/** Mails of a process under way at once, and so its connections to whoever carries them. */
export const mailsAtOnce = 5;

/**
 * Every kind of scheduled work. Money is retried for about a day, which outlasts a gateway's outage. Bulk work takes the
 * bulk turn to the table, so that it never delays a sale; so does mail, which waits for its carrier most of the time.
 */
export const workKinds: Readonly<Record<WorkKind, KindRules>> = {
  money: { page: 50, concurrency: 8, attempts: 36, backOff: backOffSeconds, sliceSeconds: 60, limitSeconds: 300 },
  bulk: { page: 50, concurrency: 2, attempts: 12, backOff: backOffSeconds, sliceSeconds: 60, limitSeconds: 3600 },
  mail: {
    page: mailsAtOnce,
    concurrency: mailsAtOnce,
    attempts: 36,
    backOff: mailBackOffSeconds,
    sliceSeconds: 60,
    limitSeconds: 120,
  },
};

export const kindNames = Object.keys(workKinds) as WorkKind[];

/** How long a lease lasts unless it is renewed, in seconds. */
export const leaseSeconds = 30;
/** How often it is renewed: two renewals may fail before it is lost. */
export const renewSeconds = 10;
/** When work that ended without an error and is not finished is looked at again, in seconds. */
export const pauseSeconds = 30;
