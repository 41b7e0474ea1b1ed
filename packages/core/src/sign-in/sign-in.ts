import * as z from "zod/mini";
import { BookingId } from "../ids.ts";
import { Instant } from "../time.ts";
import { Email, User } from "../user/user.ts";

export const RequestSignIn = z.strictObject({ email: Email });
export type RequestSignIn = z.infer<typeof RequestSignIn>;

export const SignInRequested = z.object({ request_id: z.string() });
export type SignInRequested = z.infer<typeof SignInRequested>;

/** Longer than any token. */
const text = z.string().check(z.minLength(1), z.maxLength(200));

/** Either the request with the code of its mail, or the token of the mail's link. */
export const ConfirmSignIn = z
  .strictObject({ request_id: z.optional(text), code: z.optional(text), token: z.optional(text) })
  .check(
    z.refine(
      ({ request_id, code, token }) => (token === undefined) === (request_id !== undefined && code !== undefined),
      {
        error: "either request_id and code, or token",
        path: ["token"],
      },
    ),
    z.refine(({ request_id, token }) => token === undefined || request_id === undefined, {
      error: "not with a token",
      path: ["request_id"],
    }),
    z.refine(({ code, token }) => token === undefined || code === undefined, {
      error: "not with a token",
      path: ["code"],
    }),
  );
export type ConfirmSignIn = z.infer<typeof ConfirmSignIn>;

/** `found` are bookings of guests and unverified accounts of the same address, and of the guest who signed in: yours? */
export const SignedIn = z.object({ token: z.string(), user: User, found: z.array(BookingId) });
export type SignedIn = z.infer<typeof SignedIn>;

/** What asked for a link, for whoever opens it somewhere else. */
export const DescribedSignIn = z.object({ asked_at: Instant, device: z.nullable(z.string()) });
export type DescribedSignIn = z.infer<typeof DescribedSignIn>;
