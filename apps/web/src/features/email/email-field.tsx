import type { ComponentProps } from "react";
import { Field } from "~/ui/field/field";

type Props = Omit<ComponentProps<typeof Field>, "label" | "type" | "name" | "placeholder">;

/** Where an e-mail address is typed, which `readEmail` reads. */
export function EmailField(props: Props) {
  return (
    <Field
      label="E-mail address"
      type="email"
      name="email"
      autoComplete="email"
      inputMode="email"
      spellCheck={false}
      placeholder="name@example.com"
      {...props}
    />
  );
}
