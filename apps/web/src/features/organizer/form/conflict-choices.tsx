import { nameFields } from "../name-fields";
import { Choices } from "./choices";
import type { Clash } from "./find-clashes";
import { isSame } from "./merge-draft";

type Props<T> = {
  clashes: readonly Clash<T>[];
  draft: T;
  describe: (field: string, part: Partial<T>) => string;
  choose: (part: Partial<T>, field: string) => void;
};

/** Field by field, whether what was typed stays or what somebody else saved. */
export function ConflictChoices<T>({ clashes, draft, describe, choose }: Props<T>) {
  return clashes.map(({ field, own, theirs }) => (
    <Choices
      key={field}
      legend={`You both changed the ${nameFields([field])}`}
      name={`conflict-${field}`}
      chosen={isSame({ ...draft, ...theirs }, draft) ? "theirs" : "own"}
      onChoose={(chosen) => choose(chosen === "own" ? own : theirs, field)}
    >
      {{
        own: <Value whose="Yours" value={describe(field, own)} />,
        theirs: <Value whose="Theirs" value={describe(field, theirs)} />,
      }}
    </Choices>
  ));
}

const longest = 160;

const Value = ({ whose, value }: { whose: string; value: string }) => (
  <span className="min-w-0">
    <span>{whose}: </span>
    <bdi>{shorten(value) || "nothing"}</bdi>
  </span>
);

const shorten = (value: string) => (value.length > longest ? `${value.slice(0, longest)}…` : value);
