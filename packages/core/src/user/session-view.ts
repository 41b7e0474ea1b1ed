import * as z from "zod/mini";
import { Instant } from "../time.ts";

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
