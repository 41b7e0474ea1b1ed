import { appendForwardedFor } from "./forwarded-for";

/** Called by Next once, before the first request. */
export function register(): void {
  appendForwardedFor();
}
