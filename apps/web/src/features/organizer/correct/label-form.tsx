"use client";

import { useState } from "react";
import { Field } from "~/ui/field/field";
import { Apply, type ChangeProps } from "./apply-change";
import { findUnnamed } from "./seat-edits";

type Place = { section?: string; row_label?: string };

/**
 * Other labels for the chosen seats: what is not typed stays, also where the seats differ in it. A section and a row that
 * are typed wait while other seats are chosen; a seat's own label is for that seat only.
 */
export function LabelForm({ seats, onChange }: ChangeProps) {
  const [place, setPlace] = useState<Place>({});
  const [label, setLabel] = useState<{ seat_pos: string; text: string } | null>(null);
  const only = seats.length === 1 ? seats[0] : undefined;
  const seat_label = label && label.seat_pos === only?.seat_pos ? label.text : undefined;
  const typed = trimAll({ ...place, ...(seat_label === undefined ? {} : { seat_label }) });
  const isUnnamed = Object.keys(place).length > 0 && findUnnamed(seats, typed).length > 0;
  const isBlank = typed.seat_label === "";
  const placeField = (name: keyof Place, maxLength: number) => {
    const [first, ...others] = new Set(seats.map((seat) => seat[name]));
    const isMixed = others.length > 0;
    return {
      ...{ name, maxLength, autoComplete: "off" },
      value: place[name] ?? (isMixed ? "" : (first ?? "")),
      hint: isMixed && place[name] === undefined ? "They differ in this, and keep it unless you type." : undefined,
      onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
        setPlace({ ...place, [name]: currentTarget.value }),
    };
  };
  return (
    <>
      <Field label="Section" {...placeField("section", 60)} />
      <Field
        label="Row"
        {...placeField("row_label", 16)}
        fault={isUnnamed ? "A seat has a row, a section or both." : undefined}
      />
      {only ? (
        <Field
          label="Seat"
          {...{ name: "seat_label", maxLength: 8, autoComplete: "off" }}
          value={seat_label ?? only.seat_label}
          fault={isBlank ? "A seat has a number or another label." : undefined}
          onChange={({ currentTarget }) => setLabel({ seat_pos: only.seat_pos, text: currentTarget.value })}
        />
      ) : null}
      <Apply
        disabled={Object.keys(typed).length === 0 || isBlank || isUnnamed}
        onApply={() => {
          onChange({ kind: "label", ...typed });
          setPlace({});
          setLabel(null);
        }}
      />
    </>
  );
}

const trimAll = (texts: Place & { seat_label?: string }): Place & { seat_label?: string } =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.trim()]));
