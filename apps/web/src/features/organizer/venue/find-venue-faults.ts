import { CreateVenue } from "@evently/core/venue";
import { mostSeatTypes } from "@evently/core/venue/limits.rules";
import { findTextFault } from "../form/find-text-fault";
import { findPlaceFaults } from "../form/read-place";
import type { FormFaults } from "../form/use-form-faults";
import { findPlanFaults } from "../plan/find-plan-faults";
import type { ExistingLayout, SeatingPlan } from "../plan/seating-plan";
import type { VenueDraft, VenueFields } from "./venue-draft";

const fields = CreateVenue.shape;
const seatType = fields.seat_types.def.element;

/** The faults of a venue before it is sent, by the name of the control. */
export function findVenueFaults(draft: VenueDraft): FormFaults {
  const { plan } = draft;
  return { ...findFieldFaults(draft), ...findTypeFaults(plan.seat_types), ...planFaults(plan) };
}

/** The faults of what is typed apart from the hall. */
export function findFieldFaults(draft: VenueFields): FormFaults {
  const { name, city, timezone, description } = draft;
  return {
    ...faultOf("name", name.trim() === "" ? "Enter the venue’s name." : findTextFault(fields.name, name)),
    ...faultOf("city", city.trim() === "" ? "Enter the city." : findTextFault(fields.city, city)),
    ...(isZone(timezone) ? {} : { timezone: "Pick a time zone from the list, such as Europe/Berlin." }),
    ...faultOf("description", findTextFault(fields.description, description)),
    ...findPlaceFaults(draft),
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
    const fault = findTextFault(seatType, type);
    if (fault !== null) return [typeControl(index), fault];
    const first = seat_types.findIndex((other) => other.trim() === type.trim());
    return [typeControl(index), first < index ? "Another seat type has this name." : null];
  });
  if (seat_types.length > mostSeatTypes)
    faults.push([typeControl(mostSeatTypes), `A hall has at most ${mostSeatTypes} seat types.`]);
  return Object.fromEntries(faults.filter((fault): fault is [string, string] => fault[1] !== null));
}

const faultOf = (name: string, fault: string | null): FormFaults => (fault === null ? {} : { [name]: fault });

function isZone(name: string): boolean {
  try {
    return name !== "" && new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
