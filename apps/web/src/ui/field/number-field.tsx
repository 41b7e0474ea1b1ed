import { type ComponentProps, useState } from "react";
import { Field } from "./field";

type Props = Omit<ComponentProps<typeof Field>, "value" | "onChange" | "type"> & {
  /** Null while the text is not a whole number. */
  value: number | null;
  onChange: (value: number | null) => void;
};

const read = (text: string): number | null => (/^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null);

/** A field for a whole number that keeps the typed text while it is invalid. */
export function NumberField({ value, onChange, ...props }: Props) {
  const [text, setText] = useState(value === null ? "" : String(value));
  const shown = value === null || read(text) === value ? text : String(value);
  return (
    <Field
      {...props}
      inputMode="numeric"
      autoComplete="off"
      value={shown}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        onChange(read(currentTarget.value));
      }}
    />
  );
}
