import * as z from "zod/mini";
import { BookingId, UserId } from "../ids.ts";
import { Email } from "../text/email.ts";
import { Instant } from "../time.ts";
import { User } from "../user/user.ts";

/** What the code of a mail is for. That of a change opens no account, and its mail has no link, which would make another one. */
export const SignInPurpose = z.enum(["sign-in", "change-email"]);
export type SignInPurpose = z.infer<typeof SignInPurpose>;

export const RequestSignIn = z.strictObject({ email: Email, purpose: z._default(SignInPurpose, "sign-in") });
export type RequestSignIn = z.infer<typeof RequestSignIn>;

/** `link_only` if the mail has no code, whoever has the address: too many went to it today. */
export const SignInRequested = z.object({ request_id: z.string(), link_only: z.optional(z.literal(true)) });
export type SignInRequested = z.infer<typeof SignInRequested>;

/** Longer than any token. */
const text = z.string().check(z.minLength(1), z.maxLength(200));

const proof = { request_id: z.optional(text), code: z.optional(text), token: z.optional(text) };
type Proof = { [Part in keyof typeof proof]?: string | undefined };

/** Either the request with the code of its mail, or the token of the mail's link. */
const eitherWay = z.check<Proof>(({ value, issues }) => {
  const { request_id, code, token } = value;
  const [byCode, byToken] = [request_id !== undefined && code !== undefined, token !== undefined];
  if (byCode !== byToken && (byCode || (request_id === undefined && code === undefined))) return;
  issues.push({ code: "custom", path: ["token"], message: "either request_id and code, or token", input: value });
});

export const ConfirmSignIn = z.strictObject(proof).check(eitherWay);
export type ConfirmSignIn = z.infer<typeof ConfirmSignIn>;

export const ChangeEmail = z.strictObject({ user_id: UserId, ...proof }).check(eitherWay);
export type ChangeEmail = z.infer<typeof ChangeEmail>;

/** `found` are bookings of guests and unverified accounts of the same address, and of the guest who signed in: yours? */
export const SignedIn = z.object({ token: z.string(), user: User, found: z.array(BookingId) });
export type SignedIn = z.infer<typeof SignedIn>;

/** What asked for a link, for whoever opens it somewhere else. */
export const DescribedSignIn = z.object({ asked_at: Instant, device: z.nullable(z.string()) });
export type DescribedSignIn = z.infer<typeof DescribedSignIn>;
