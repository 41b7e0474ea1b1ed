"use client";

import { nameFirstSeats } from "@evently/core/seat/name-seats.rules";
import { useState } from "react";
import { Field } from "~/ui/field/field";
import { Apply, type ChangeProps } from "./apply-change";
import { findUnshiftable } from "./seat-edits";

/** Adds the same number to the numbers of all chosen seats. */
export function ShiftForm({ seats, onChange }: ChangeProps) {
  const [text, setText] = useState("1");
  const by = /^\s*[+-]?\d{1,4}\s*$/.test(text) ? Number(text) : null;
  const left = by === null ? [] : findUnshiftable(seats, by);
  return (
    <>
      <Field
        label="Add to each number"
        hint="-2 makes 5 into 3."
        inputMode="text"
        autoComplete="off"
        value={text}
        fault={by === null ? "A whole number, such as 2 or -2." : undefined}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Apply disabled={by === null || by === 0} onApply={() => onChange({ kind: "shift", by: by ?? 0 })}>
        {left.length > 0 ? `Without a number to change, so they stay: ${nameFirstSeats(left, 5)}.` : null}
      </Apply>
    </>
  );
}
