import { type ComponentProps, useId, useMemo } from "react";
import { Field } from "~/ui/field/field";

/** A time zone by its IANA name, found by typing a part of it. */
export function ZoneField(props: Omit<ComponentProps<typeof Field>, "list" | "label">) {
  const id = useId();
  const zones = useMemo(() => [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])], []);
  return (
    <>
      <Field {...props} label="Time zone" list={id} autoComplete="off" spellCheck={false} />
      <datalist id={id}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
