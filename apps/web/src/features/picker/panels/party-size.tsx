"use client";

import { Chip } from "~/ui/chip";
import type { Picker } from "../picker";
import { partySizes } from "../selection/party-sizes";
import { setParty } from "../selection/selection";
import { useSelection } from "../selection/use-selection";
import { ChoiceSelect } from "./choice-select";

/** How many sit together: a guide for the next click, to be skipped by anyone who'd rather pick seat by seat. */
export function PartySize({ picker }: { picker: Picker }) {
  const { party } = useSelection(picker);
  const { buttons, listed } = partySizes(picker.seatLimit);
  const choose = (size: number) => picker.update((selection) => setParty(selection, size));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-3 font-medium text-14 text-soft">How many together?</legend>
      <div className="-mx-4 flex gap-2 overflow-x-auto px-4 pb-1 sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0">
        <Chip pressed={party === 1} onClick={() => choose(1)}>
          One by one
        </Chip>
        {buttons.map((size) => (
          <Chip key={size} pressed={party === size} onClick={() => choose(size)} className="figures">
            {size}
          </Chip>
        ))}
        {listed.length > 0 ? <LargerParty sizes={listed} party={party} onChoose={choose} /> : null}
      </div>
    </fieldset>
  );
}

type LargerProps = { sizes: readonly number[]; party: number; onChoose: (size: number) => void };

function LargerParty({ sizes, party, onChoose }: LargerProps) {
  const isChosen = sizes.includes(party);
  return (
    <ChoiceSelect
      aria-label="Larger party"
      isChosen={isChosen}
      value={isChosen ? party : ""}
      onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
    >
      <option value="" disabled>
        More…
      </option>
      {sizes.map((size) => (
        <option key={size} value={size}>
          {size}
        </option>
      ))}
    </ChoiceSelect>
  );
}
