import { createAccount, createAccountLink, createToken, getAccount, listAccounts } from "./accounts.ts";
import { getEvent, listEvents } from "./events.ts";
import { cancelIntent, captureIntent, confirm, createIntent, getIntent, listIntents } from "./intents.ts";
import { createRefund, getDispute, getRefund, listDisputes, listFees, listRefunds } from "./refunds.ts";
import type { Request } from "./request.ts";

type Handle = (request: Request) => object;

const routes: readonly [string, string, Handle][] = [
  ["POST", "/v1/payment_intents", createIntent],
  ["GET", "/v1/payment_intents", listIntents],
  ["GET", "/v1/payment_intents/:id", getIntent],
  ["POST", "/v1/payment_intents/:id/confirm", confirm],
  ["POST", "/v1/payment_intents/:id/capture", captureIntent],
  ["POST", "/v1/payment_intents/:id/cancel", cancelIntent],
  ["POST", "/v1/refunds", createRefund],
  ["GET", "/v1/refunds", listRefunds],
  ["GET", "/v1/refunds/:id", getRefund],
  ["GET", "/v1/disputes", listDisputes],
  ["GET", "/v1/disputes/:id", getDispute],
  ["GET", "/v1/application_fees", listFees],
  ["POST", "/v1/accounts", createAccount],
  ["GET", "/v1/accounts", listAccounts],
  ["GET", "/v1/accounts/:id", getAccount],
  ["POST", "/v1/account_links", createAccountLink],
  ["POST", "/v1/test_helpers/confirmation_tokens", createToken],
  ["GET", "/v1/events", listEvents],
  ["GET", "/v1/events/:id", getEvent],
];

/** What a page may do with a publishable key. */
const ofPages = new Set<Handle>([getIntent, confirm]);

export type Route = { handle: Handle; ids: string[]; isForPages: boolean };

export function findRoute(method: string, path: string): Route | null {
  for (const [verb, pattern, handle] of routes) {
    const ids = verb === method ? match(pattern, path) : null;
    if (ids) return { handle, ids, isForPages: ofPages.has(handle) };
  }
  return null;
}

/** The ids where the path is of the pattern. */
function match(pattern: string, path: string): string[] | null {
  const [names, parts] = [pattern.split("/"), path.split("/")];
  if (names.length !== parts.length) return null;
  const isSame = names.every((name, at) => name.startsWith(":") || name === parts[at]);
  return isSame ? parts.filter((_, at) => names[at]?.startsWith(":")).map(decodeURIComponent) : null;
}
