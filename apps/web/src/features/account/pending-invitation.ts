import { serverClock } from "~/features/clock/server-clock";

const key = "evently.invitation";
/** An invitation that nobody looked at again is not what the next sign-in is for. */
const keptSeconds = 86_400;

type Pending = { token: string; at: number };

/** Keeps an invitation's token in this browser while its owner signs in, maybe by a link that opens another tab. */
export function keepInvitation(token: string): void {
  try {
    window.localStorage.setItem(key, JSON.stringify({ token, at: serverClock.now() } satisfies Pending));
  } catch {
    // A browser that stores nothing needs the mail's link once more.
  }
}

/** The token that is kept; null if there is none. */
export function readInvitation(): string | null {
  try {
    const kept = JSON.parse(window.localStorage.getItem(key) ?? "null") as Pending | null;
    return kept && serverClock.now() - kept.at < keptSeconds ? kept.token : null;
  } catch {
    return null;
  }
}

export function dropInvitation(): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // There is nothing then.
  }
}
