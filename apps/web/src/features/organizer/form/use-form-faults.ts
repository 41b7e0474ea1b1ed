import { useCallback, useEffect, useRef, useState } from "react";

/** What is wrong, by the name of the control that it is about. */
export type FormFaults = Readonly<Record<string, string>>;

/**
 * The faults of a form. `show` keeps them and moves the focus to the first control, in the order of the page, that has
 * one; `clear` forgets one once its control was changed.
 */
export function useFormFaults() {
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<FormFaults>({});
  const [shown, setShown] = useState(0);
  const latest = useRef(faults);
  latest.current = faults;

  useEffect(() => {
    if (shown > 0) firstOf(form.current, latest.current)?.focus();
  }, [shown]);

  const show = useCallback((found: FormFaults) => {
    setFaults(found);
    if (Object.keys(found).length > 0) setShown((count) => count + 1);
  }, []);
  const clear = useCallback((name: string) => {
    setFaults((known) => {
      if (!(name in known)) return known;
      const { [name]: _, ...rest } = known;
      return rest;
    });
  }, []);
  return { form, faults, show, clear };
}

function firstOf(form: HTMLFormElement | null, faults: FormFaults): HTMLElement | undefined {
  const controls = [...(form?.elements ?? [])] as (HTMLElement & { name?: string })[];
  return controls.find(({ name }) => name !== undefined && name in faults);
}
