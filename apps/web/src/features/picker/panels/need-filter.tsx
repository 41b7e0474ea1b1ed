"use client";

import { Check } from "lucide-react";
import { useSyncExternalStore } from "react";
import { needNames } from "~/features/hall/seat-features";
import { Chip } from "~/ui/chip";
import { formatCount } from "~/ui/format/format-count";
import { Icon } from "~/ui/icon";
import type { Picker } from "../picker";
import { toggleNeed } from "../selection/seat-filter";
import { useSelection } from "../selection/use-selection";

/** What a seat should have; a seat that lacks one of the chosen is dimmed on the map and left out of the list. */
export function NeedFilter({ picker }: { picker: Picker }) {
  const { needs } = useSelection(picker);
  const { subscribe, read } = picker.freeByNeed;
  const free = useSyncExternalStore(subscribe, read, read);
  if (picker.needs.length === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="pb-2 font-medium text-14 text-soft">Seats with</legend>
      <ul className="-mx-4 flex gap-2 overflow-x-auto px-4 pb-1 sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0">
        {picker.needs.map((need) => (
          <li key={need} className="shrink-0">
            <Chip pressed={needs.has(need)} onClick={() => picker.update((selection) => toggleNeed(selection, need))}>
              {needs.has(need) ? <Icon icon={Check} size={16} /> : null}
              <span>{needNames[need]}</span>
              <span className="figures font-normal">{`${formatCount(free.get(need) ?? 0)} left`}</span>
            </Chip>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
