import { readEnvironment } from "./environment";
import { appendForwardedFor } from "./forwarded-for";
import { replaceUnreadableAddresses } from "./unreadable-address";

/** Called by Next once, before the first request. */
export function register(): void {
  // A wrong setting is told now, and not by the first page.
  readEnvironment();
  appendForwardedFor();
  replaceUnreadableAddresses();
}
