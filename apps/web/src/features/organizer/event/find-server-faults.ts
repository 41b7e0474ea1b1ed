import { describeFailure } from "~/trpc/describe-failure";
import { findFailure } from "~/trpc/failure";
import { toSentence } from "~/trpc/to-sentence";
import type { FormFaults } from "../form/use-form-faults";
import { organizerWords } from "../organizer-words";
import { noPrice } from "./parse-money";
import { priceControl } from "./read-event-draft";

/** What the API refused, by the name of the control; empty where no single field is at fault. */
export function findServerFaults(error: unknown): FormFaults {
  const failure = findFailure(error);
  switch (failure?.error_code) {
    case "INVALID_INPUT":
      return Object.fromEntries(
        failure.details.faults
          .filter(({ path }) => path !== "")
          .map(({ path, message }) => [controlOf(path), toSentence(message)]),
      );
    case "SEAT_TYPES_UNPRICED":
      return Object.fromEntries(failure.details.seat_types.map((type) => [priceControl(type), noPrice]));
    case "VENUE_WITHOUT_SEATS":
    case "VENUE_NOT_FOUND": {
      const { headline, action } = describeFailure(error, organizerWords);
      return { venue_id: `${headline} ${action}` };
    }
    default:
      return {};
  }
}

/** A fault of `artists.3` belongs to artists; each price has its own control, and so has what a holder is asked. */
function controlOf(path: string): string {
  const [field = ""] = path.split(".");
  return field === "seat_type_prices" || field === "holder" ? path : field;
}
