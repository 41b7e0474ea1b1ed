import type { ErrorCode } from "@evently/core/errors";
import type { MemberRole } from "@evently/core/organization";
import { type Declared, needsSession, roleOf } from "../access.ts";
import type { Who } from "./open-world.ts";

/** What each role's members may, as the documentation tells it; said here once more, so that a slip in `may` is found. */
const tasks: Partial<Record<Who, readonly MemberRole[]>> = {
  owner: ["owner", "manager", "box_office", "door", "viewer"],
  manager: ["manager", "box_office", "door", "viewer"],
  "box office": ["box_office", "door"],
  door: ["door"],
  viewer: ["viewer"],
};

type Declaration = Declared & { isChange: boolean; whileSuspended?: true; failure?: ErrorCode | undefined };

/** Which reads tell of those who booked. */
const ofBuyers = ({ access, scope }: Declared): boolean => access.includes("box_office") || scope === "bookings:read";

/** What somebody is answered, by what a procedure declares: null where they may, else the code of the refusal. */
export function expectedOf(
  who: Who,
  { access, scope, isChange, whileSuspended, failure = "FORBIDDEN" }: Declaration,
): ErrorCode | null {
  if (!needsSession(access)) return null;
  if (who === "door key") return access === "door of event" ? null : "SIGN_IN_REQUIRED";
  if (who === "nobody" || who === "link holder") return "SIGN_IN_REQUIRED";
  if (who === "suspended" && isChange && !whileSuspended) return "SUSPENDED";
  if (who === "suspended" && ofBuyers({ access, scope })) return "SUSPENDED";
  const own = tasks[who === "suspended" ? "owner" : who];
  const role = roleOf(access);
  switch (access) {
    case "session":
      return null;
    case "account":
      return who === "guest" ? failure : null;
    case "guest":
      return who === "guest" ? null : failure;
    case "self":
    case "holder":
    case "buyer":
    case "invited":
      return who === "attendee" ? null : failure;
    case "self or admin":
      return who === "attendee" || who === "admin" ? null : failure;
    case "buyer or box_office":
      if (who === "attendee" || who === "admin" || own?.includes("box_office")) return null;
      return own ? "FORBIDDEN" : failure;
    default:
      if (who === "admin") return null;
      if (access.endsWith(" anywhere"))
        return who === "member of another organization" || (own && (role === null || own.includes(role)))
          ? null
          : failure;
      if (!own) return failure;
      return role === null || own.includes(role) ? null : "FORBIDDEN";
  }
}
