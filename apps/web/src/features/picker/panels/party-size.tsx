"use client";

import { Chip } from "~/ui/chip";
import type { SeatStore } from "../seat-store";
import { usePickerState } from "../use-picker-state";

const sizes = [2, 3, 4, 5, 6, 7, 8] as const;

/** How many sit together: a guide for the next click, to be skipped by anyone who'd rather pick seat by seat. */
export function PartySize({ store }: { store: SeatStore }) {
  const { party } = usePickerState(store);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-3 font-medium text-14 text-soft">How many together?</legend>
      <div className="-mx-4 flex gap-2 overflow-x-auto px-4 pb-1 sm:mx-0 sm:overflow-visible sm:px-0">
        <Chip pressed={party === 1} onClick={() => store.setParty(1)}>
          One by one
        </Chip>
        {sizes.map((size) => (
          <Chip key={size} pressed={party === size} onClick={() => store.setParty(size)} className="figures">
            {size}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}
