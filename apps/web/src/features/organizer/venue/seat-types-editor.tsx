import { longestSeatType, mostSeatTypes } from "@evently/core/venue/limits.rules";
import { Plus, X } from "lucide-react";
import { SeatSwatch } from "~/features/hall/drawing/seat-swatch";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field/field";
import { Icon } from "~/ui/icon";
import type { FormFaults } from "../form/use-form-faults";
import type { SeatingPlan } from "../plan/seating-plan";
import { typeControl } from "./find-venue-faults";
import { addType, removeType, renameType } from "./seat-types";
import "~/features/hall/hall.css";

type Props = { plan: SeatingPlan; faults: FormFaults; onChange: (plan: SeatingPlan, part?: string) => void };

/** The seat types of a hall, each with its mark on the map. */
export function SeatTypesEditor({ plan, faults, onChange }: Props) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="pb-2 font-medium text-14">Seat types, each with its own price</legend>
      <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {plan.seat_types.map((type, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a type is identified by its position while its name is typed.
          <li key={index} className="flex items-start gap-2">
            <span className="grid h-11 place-items-center">
              <SeatSwatch type={index} size={22} />
            </span>
            <Field
              label={`Seat type ${index + 1}`}
              hideLabel
              name={typeControl(index)}
              fault={faults[typeControl(index)]}
              value={type}
              maxLength={longestSeatType}
              autoComplete="off"
              className="grow"
              onChange={({ currentTarget }) =>
                onChange(renameType(plan, index, currentTarget.value), typeControl(index))
              }
            />
            {plan.seat_types.length > 1 ? (
              <button
                type="button"
                onClick={() => onChange(removeType(plan, index))}
                className="grid size-11 shrink-0 place-items-center rounded-control hover:bg-sunken"
              >
                <Icon icon={X} size={18} />
                <span className="sr-only">Remove seat type {type || index + 1}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {plan.seat_types.length < mostSeatTypes ? (
        <Button size="small" className="self-start" onClick={() => onChange(addType(plan))}>
          <Icon icon={Plus} size={16} />
          Add seat type
        </Button>
      ) : null}
    </fieldset>
  );
}
