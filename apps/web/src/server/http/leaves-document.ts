import type { IncomingMessage } from "node:http";
import type { PolicyKind } from "./content-policy";

const kinds: readonly (readonly [path: string, PolicyKind])[] = [
  // Where one pays, and approves a payment.
  ["/checkout/", "payment"],
  ["/challenge/", "payment"],
  ["/door/", "door"],
];

export function kindOf(pathname: string): PolicyKind {
  if (/^\/(bookings|t)\/[^/]+\/offline$/.test(pathname)) return "kept";
  return kinds.find(([path]) => pathname.startsWith(path))?.[1] ?? "ordinary";
}

/**
 * Whether Next's router asks, in the name of a page that is open, for what it needs to turn it into another. An empty header is
 * none, as nginx has it.
 */
export const isRouterRequest = ({ headers }: IncomingMessage): boolean => /\S/.test(String(headers.rsc ?? ""));

/**
 * Whether the router of an open page goes to one whose policy, or whose rule of what other sites learn, is another kind. Both
 * belong to the document, so that such a page needs a document of its own. A page that does not say where it is is taken for one
 * of another kind.
 */
export function leavesDocument({ headers }: IncomingMessage, pathname: string): boolean {
  const kind = kindOf(pathname);
  const from = headers.referer;
  // The document of a booking's link says nowhere where it is; one that does would tell the link.
  if (from !== undefined && pathname.startsWith("/t/")) return true;
  if (from === undefined || !URL.canParse(from)) return kind !== "ordinary";
  return kindOf(new URL(from).pathname) !== kind;
}
