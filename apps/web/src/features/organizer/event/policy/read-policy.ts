import type { EventPage } from "@evently/core/event";
import { longestNotice } from "@evently/core/event/limits.rules";
import { formatCount } from "~/ui/format/format-count";
import type { FormFaults } from "../../form/use-form-faults";
import type { EventDraft } from "../event-draft";

type TypedPolicy = Pick<EventDraft, "cancellation" | "notice" | "percent">;

/** What a draft lets buyers do who change their mind; call it once `findPolicyFaults` finds nothing. */
export function readPolicy({ cancellation, notice, percent }: TypedPolicy): EventPage["cancellation_policy"] {
  if (cancellation === "never") return null;
  return { hours_before: cancellation === "notice" ? Number(notice) : 0, percent: Number(percent) };
}

/** The faults of what the form shows of it. */
export function findPolicyFaults({ cancellation, notice, percent }: TypedPolicy): FormFaults {
  if (cancellation === "never") return {};
  return {
    ...(cancellation === "start" || isWholeUpTo(longestNotice, notice)
      ? {}
      : { notice: `A whole number of hours, up to ${formatCount(longestNotice)}.` }),
    ...(isWholeUpTo(100, percent) ? {} : { percent: "A whole number from 0 to 100." }),
  };
}

const isWholeUpTo = (most: number, typed: string): boolean => /^\s*\d{1,4}\s*$/.test(typed) && Number(typed) <= most;
