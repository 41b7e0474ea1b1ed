import { Choices } from "../../event/sale-window";
import { nameFields } from "../../name-fields";
import type { VenueFields } from "../venue-draft";

/** A field that somebody else changed while it was typed over here too. */
export type Clash = { field: keyof VenueFields; own: string; theirs: string };

type Props = {
  clashes: readonly Clash[];
  draft: VenueFields;
  choose: (field: keyof VenueFields, value: string) => void;
};

/** Field by field, whether what was typed stays or what somebody else saved. */
export function ConflictChoices({ clashes, draft, choose }: Props) {
  return clashes.map(({ field, own, theirs }) => (
    <Choices
      key={field}
      legend={`You both changed the ${nameFields([field])}`}
      name={`conflict-${field}`}
      chosen={draft[field] === theirs ? "theirs" : "own"}
      onChoose={(chosen) => choose(field, chosen === "own" ? own : theirs)}
    >
      {{ own: <Value whose="Yours" value={own} />, theirs: <Value whose="Theirs" value={theirs} /> }}
    </Choices>
  ));
}

const Value = ({ whose, value }: { whose: string; value: string }) => (
  <span className="min-w-0">
    <span>{whose}: </span>
    <bdi>{value === "" ? "nothing" : value}</bdi>
  </span>
);

/** What both changed, and differently. */
export function findClashes(before: VenueFields, typed: VenueFields, saved: VenueFields): Clash[] {
  const fields = Object.keys(saved) as (keyof VenueFields)[];
  return fields
    .filter((field) => typed[field] !== before[field] && saved[field] !== before[field])
    .filter((field) => typed[field] !== saved[field])
    .map((field) => ({ field, own: typed[field], theirs: saved[field] }));
}
