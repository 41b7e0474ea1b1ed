import type { FailureOverrides } from "~/trpc/failure-words";
import { organizerWords } from "../organizer-words";

const silentStripe = "Stripe isn’t answering right now.";

const unknown = {
  meaning: "We don’t know whether Stripe got the request. Nothing is made twice.",
  action: "Try again in a moment.",
};

/** What failures mean to whoever looks at the account: Stripe is asked for it. */
export const accountUnread: FailureOverrides = {
  ...organizerWords,
  UNAVAILABLE: { headline: silentStripe, meaning: "Nothing was changed.", action: "Try again in a moment." },
};

/** What failures mean to whoever wants to go on at Stripe. */
export const onboardWords: FailureOverrides = {
  ...organizerWords,
  ORGANIZATION_NOT_APPROVED: { meaning: "No account was made at Stripe." },
  UNAVAILABLE: { headline: silentStripe, ...unknown },
  SILENT: unknown,
  UNREACHABLE: unknown,
  INTERNAL: unknown,
  OFFLINE: { meaning: "Stripe was not asked.", action: "Go on once you are back online." },
};
