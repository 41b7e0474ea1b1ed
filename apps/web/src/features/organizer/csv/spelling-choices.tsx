import { type SpellingGroup, spellingKey } from "./read-chosen";

type Props = { groups: readonly SpellingGroup[]; merged: readonly string[]; onChange: (merged: string[]) => void };

const nouns = { section: "Section", seat_type: "Category" } as const;

/** Asks whether names that differ only in case, accents or blanks are one. */
export function SpellingChoices({ groups, merged, onChange }: Props) {
  if (groups.length === 0) return null;
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="pb-1 font-semibold text-16">The same thing, written in several ways?</legend>
      {groups.map((group) => {
        const key = spellingKey(group);
        return (
          <label key={key} className="flex min-h-11 cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              checked={merged.includes(key)}
              onChange={({ currentTarget }) =>
                onChange(currentTarget.checked ? [...merged, key] : merged.filter((other) => other !== key))
              }
              className="size-5 shrink-0 accent-curtain"
            />
            <span className="min-w-0">
              {nouns[group.column]}: read {group.others.map((name) => `“${name}”`).join(" and ")} as “{group.keep}”
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
