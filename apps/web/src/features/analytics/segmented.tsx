"use client";

import clsx from "clsx";
import { useId } from "react";

type Props<T extends string> = {
  /** The group's accessible name. */
  name: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
};

/** A choice between a few views. */
export function Segmented<T extends string>({ name, options, value, onChange }: Props<T>) {
  const group = useId();
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-0.5 rounded-control bg-sunken p-0.5">
      <legend className="sr-only">{name}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={clsx(
            "flex min-h-9 cursor-pointer items-center whitespace-nowrap rounded-[6px] px-3 font-medium text-14 has-focus-visible:outline-3 has-focus-visible:outline-curtain",
            value === option.value ? "bg-card text-ink shadow-[0_0_0_1px_var(--outline)]" : "text-soft hover:text-ink",
          )}
        >
          <input
            type="radio"
            name={group}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
