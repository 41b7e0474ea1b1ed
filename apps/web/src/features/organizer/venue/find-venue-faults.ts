import { longestSeatType } from "@evently/core/venue/limits.rules";
import { findPlaceFaults } from "../form/read-place";
import type { FormFaults } from "../form/use-form-faults";
import { findPlanFaults } from "../plan/find-plan-faults";
import type { ExistingLayout, SeatingPlan } from "../plan/seating-plan";
import type { VenueDraft } from "./venue-draft";

const longest = { name: 120, city: 80, description: 500 } as const;

/** The faults of a venue before it is sent, by the name of the control. */
export function findVenueFaults(draft: VenueDraft): FormFaults {
  const { name, city, timezone, description, plan } = draft;
  return {
    ...(name.trim() === "" ? { name: "Enter the venue’s name." } : {}),
    ...(city.trim() === "" ? { city: "Enter the city." } : {}),
    ...(isZone(timezone) ? {} : { timezone: "Pick a time zone from the list, such as Europe/Berlin." }),
    ...tooLong({ name, city, description }),
    ...findPlaceFaults(draft),
    ...findTypeFaults(plan.seat_types),
    ...planFaults(plan),
  };
}

/** The faults of a plan by the name of the control. */
export function planFaults(plan: SeatingPlan, existing?: ExistingLayout): FormFaults {
  return Object.fromEntries(
    findPlanFaults(plan, existing).map(({ block, field, message }) => [
      block === "" ? "plan" : `${block}.${field}`,
      message,
    ]),
  );
}

export const typeControl = (index: number) => `seat_types.${index}`;

function findTypeFaults(seat_types: readonly string[]): FormFaults {
  const faults = seat_types.map((type, index): [string, string | null] => {
    if (type.trim() === "") return [typeControl(index), "Name this seat type."];
    if (type.trim().length > longestSeatType) return [typeControl(index), `At most ${longestSeatType} characters.`];
    const first = seat_types.findIndex((other) => other.trim() === type.trim());
    return [typeControl(index), first < index ? "Another seat type has this name." : null];
  });
  return Object.fromEntries(faults.filter((fault): fault is [string, string] => fault[1] !== null));
}

function tooLong(fields: Record<"name" | "city" | "description", string>): FormFaults {
  const over = Object.entries(fields).filter(([field, text]) => text.length > longest[field as keyof typeof fields]);
  return Object.fromEntries(
    over.map(([field]) => [field, `At most ${longest[field as keyof typeof fields]} characters.`]),
  );
}

function isZone(name: string): boolean {
  try {
    return name !== "" && new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
