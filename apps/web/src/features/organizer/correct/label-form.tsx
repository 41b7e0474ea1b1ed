"use client";

import { useState } from "react";
import { Field } from "~/ui/field/field";
import { Apply, type ChangeProps } from "./apply-change";

type Typed = { section?: string; row_label?: string; seat_label?: string };

/** Other labels for the chosen seats: what is not typed stays, also where the seats differ in it. */
export function LabelForm({ seats, onChange }: ChangeProps) {
  const [typed, setTyped] = useState<Typed>({});
  const isOne = seats.length === 1;
  const field = (name: keyof Typed, maxLength: number) => {
    const [first, ...others] = new Set(seats.map((seat) => seat[name]));
    const isMixed = others.length > 0;
    return {
      ...{ name, maxLength, autoComplete: "off" },
      value: typed[name] ?? (isMixed ? "" : (first ?? "")),
      hint: isMixed && typed[name] === undefined ? "They differ in this, and keep it unless you type." : undefined,
      onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
        setTyped({ ...typed, [name]: currentTarget.value }),
    };
  };
  const label = Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, text.trim()]));
  const isBlank = label.seat_label === "";
  return (
    <>
      <Field label="Section" {...field("section", 60)} />
      <Field label="Row" {...field("row_label", 16)} />
      {isOne ? (
        <Field
          label="Seat"
          {...field("seat_label", 8)}
          fault={isBlank ? "A seat has a number or another label." : undefined}
        />
      ) : null}
      <Apply
        disabled={Object.keys(typed).length === 0 || isBlank}
        onApply={() => {
          onChange({ kind: "label", ...label });
          setTyped({});
        }}
      />
    </>
  );
}
