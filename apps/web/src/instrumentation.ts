import { appendForwardedFor } from "./forwarded-for";

/** Next calls it once, before the site takes requests. */
export function register(): void {
  appendForwardedFor();
}
