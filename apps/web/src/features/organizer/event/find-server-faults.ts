import { findFailure } from "~/trpc/failure";
import type { FormFaults } from "../form/use-form-faults";
import { priceControl } from "./read-event-draft";

/** What the API refused, by the name of the control; empty where it is about no field. */
export function findServerFaults(error: unknown): FormFaults {
  const failure = findFailure(error);
  switch (failure?.error_code) {
    case "INVALID_INPUT":
      return Object.fromEntries(
        failure.details.faults
          .filter(({ path }) => path !== "")
          .map(({ path, message }) => [controlOf(path), `${message.charAt(0).toUpperCase()}${message.slice(1)}.`]),
      );
    case "SEAT_TYPES_UNPRICED":
      return Object.fromEntries(
        failure.details.seat_types.map((type) => [priceControl(type), "Enter a price; 0 is free."]),
      );
    case "VENUE_WITHOUT_SEATS":
      return { venue_id: "This venue has no seats yet. Add rows to it first." };
    case "VENUE_NOT_FOUND":
      return { venue_id: "This venue is not there any more. Pick another." };
    default:
      return {};
  }
}

/** A fault of `artists.3` stands at artists; a price has a control of its own. */
function controlOf(path: string): string {
  const [field = ""] = path.split(".");
  return field === "seat_type_prices" ? path : field;
}
