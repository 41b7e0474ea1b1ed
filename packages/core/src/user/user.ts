import * as z from "zod/mini";
import { UserId } from "../ids.ts";
import type { Network } from "../network/network.ts";
import { Memberships } from "../organization/organization.ts";
import { Email } from "../text/email.ts";
import { optionalLine } from "../text/text.ts";
import { Instant } from "../time.ts";

export const Role = z.enum(["guest", "attendee", "organizer", "admin"]);
export type Role = z.infer<typeof Role>;

export const CreateUser = z.strictObject({
  email: Email,
  phone: z.optional(optionalLine(40)),
  name: z.optional(optionalLine(120)),
  role: z._default(z.enum(["attendee", "organizer"]), "attendee"),
  password: z.optional(z.never("accounts have no password: leave it out")),
});
export type CreateUser = z.infer<typeof CreateUser>;

export const StartGuest = z.strictObject({ email: z.optional(Email) });
export type StartGuest = z.infer<typeof StartGuest>;

/** Since when an account can change nothing, and why, if that was said. */
export const Suspension = z.object({ at: Instant, reason: z.nullable(z.string()) });
export type Suspension = z.infer<typeof Suspension>;

export const User = z.object({
  user_id: UserId,
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  name: z.nullable(z.string()),
  role: Role,
  created_at: Instant,
  /** Since when the e-mail address is known to be theirs; absent until they signed in by a mail to it. */
  verified_at: z.optional(Instant),
  /** Absent unless the operator suspended the account. */
  suspended: z.optional(Suspension),
  /** What they are in which organization; absent, as in accounts of the version before, where in none. */
  memberships: z.optional(Memberships),
});
export type User = z.infer<typeof User>;

/** How a person is named and reached; null where they didn't say. */
export const Contact = z.pick(User, { name: true, email: true });
export type Contact = z.infer<typeof Contact>;

/**
 * The caller, for domain functions that check ownership; the request through which they act, for the journal; and where
 * it comes from, null or absent where nothing is limited by that.
 */
export type Actor = Pick<User, "user_id" | "role" | "suspended" | "memberships"> & {
  request_id?: string;
  network?: Network | null;
};

export const SessionId = z
  .string()
  .check(z.regex(/^session-[\w-]{43}$/, "a session id as the list of sessions has it"))
  .brand("SessionId");
export type SessionId = z.infer<typeof SessionId>;

/** Where somebody is signed in; never the token. */
export const SessionView = z.object({
  session_id: SessionId,
  created_at: Instant,
  last_used_at: Instant,
  expires_at: Instant,
  /** Whether it is the one that asks. */
  current: z.boolean(),
  device: z.nullable(z.string()),
});
export type SessionView = z.infer<typeof SessionView>;
