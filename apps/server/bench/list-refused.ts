import { bodyLimits } from "@evently/api/middleware/body-limits";
import { bodyLimitOf } from "@evently/api/rest/list-calls";
import { appRouter } from "@evently/api/root";
import type { Dearest, Hall } from "./dearest.ts";
import type { HttpRequest } from "./timed-request.ts";

type Route = { method: string; path: string };
type Definition = { type: string; meta?: { rest?: Route; isSignedIn?: boolean } };

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: Definition }>);

/** What nobody without an account is there for: they are not theirs. */
const absent = { holding_id: "holding-99999", booking_id: "booking-99999", user_id: "user-99999" };

/**
 * Every procedure that demands a session, called by a guest with the largest body that it takes, and where that is larger
 * than usual by nobody with the largest of all.
 */
export function listRefused(hall: Hall): Dearest[] {
  return procedures.flatMap(([name, { _def }]): Dearest[] => {
    const { rest, isSignedIn } = _def.meta ?? {};
    // The guest's session is used on; ending it is measured with what guests do.
    if (!isSignedIn || name === "session.end") return [];
    const route = rest ?? { method: _def.type === "mutation" ? "POST" : "GET", path: pathOf(name, hall) };
    const title = rest ? `${rest.method} ${rest.path}` : `tRPC ${name}`;
    const size = bodyLimitOf([name]);
    const refused = (who: string, bytes: number, token?: string): Dearest => {
      const asked = ask(route, hall, bytes, token);
      return { name: `${title}, ${who}`, status: null, asked: () => asked, when: "any time" };
    };
    const byGuest = refused("a guest", size, hall.guest);
    return size > bodyLimits.usual ? [byGuest, refused("4 MB of nobody", bodyLimits.seats)] : [byGuest];
  });
}

function pathOf(name: string, { event_id, venue_id }: Hall): string {
  const inputs: Record<string, object> = {
    "event.overlapping": { venue_id, start_time: "2099-01-01T20:00:00Z", duration: 60 },
    "venue.eventCounts": { venue_id },
  };
  const input = inputs[name] ?? (name.startsWith("analytics.") ? { event_id } : {});
  return `/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`;
}

function ask({ method, path }: Route, { event_id, venue_id }: Hall, bytes: number, token?: string): HttpRequest {
  const ids: Record<string, string> = { ...absent, event_id, venue_id };
  const body = method === "POST" || method === "PATCH" ? { body: bodyOf(bytes) } : {};
  return {
    ...{ path: path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name), method, ...body },
    ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}),
  };
}

const bodies = new Map<number, string>();

/** A body of just this size; all routes share it. */
function bodyOf(bytes: number): string {
  const body = bodies.get(bytes) ?? JSON.stringify({ seats: "x".repeat(bytes - 12) });
  bodies.set(bytes, body);
  return body;
}
