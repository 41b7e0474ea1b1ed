import type { ReactNode } from "react";

type Props<V extends string> = {
  legend: string;
  name: string;
  chosen: V;
  onChoose: (value: V) => void;
  /** The label of each choice. */
  children: Record<V, ReactNode>;
};

/** One of several, as radio buttons. */
export function Choices<V extends string>({ legend, name, chosen, onChoose, children }: Props<V>) {
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="pb-1 font-medium text-14">{legend}</legend>
      {(Object.entries(children) as [V, ReactNode][]).map(([value, label]) => (
        <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
            className="size-5 shrink-0 accent-curtain"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
