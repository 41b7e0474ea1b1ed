import * as z from "zod/mini";

const key = "evently.sign-in";

const Noted = z.object({ request_id: z.string(), next: z.nullable(z.string()) });

/** Notes that this browser asked for a mail, and where it was, so that its link, opened here, needs no warning and leads back. */
export function noteAsked(request_id: string, next: string | null): void {
  try {
    window.localStorage.setItem(key, JSON.stringify({ request_id, next }));
  } catch {
    // A browser that stores nothing asks once more whether it was this one.
  }
}

/** Where this browser was when it asked for the link with this token; null if it didn't. */
export function findAsked(token: string): { next: string | null } | null {
  try {
    const { request_id, next } = Noted.parse(JSON.parse(window.localStorage.getItem(key) ?? ""));
    return token.startsWith(`${request_id}.`) ? { next } : null;
  } catch {
    return null;
  }
}
