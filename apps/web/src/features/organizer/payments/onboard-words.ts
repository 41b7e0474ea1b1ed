import type { FailureOverrides } from "~/trpc/failure-words";
import { organizerWords } from "../organizer-words";

const unknown = {
  meaning: "We don’t know whether Stripe has made the account. Nothing is made twice.",
  action: "Try again in a moment.",
};

/** What failures mean to whoever wants to go on at Stripe. */
export const onboardWords: FailureOverrides = {
  ...organizerWords,
  UNAVAILABLE: { headline: "Stripe isn’t answering right now.", ...unknown },
  SILENT: unknown,
  UNREACHABLE: unknown,
  INTERNAL: unknown,
  OFFLINE: { meaning: "Stripe was not asked.", action: "Go on once you are back online." },
};
