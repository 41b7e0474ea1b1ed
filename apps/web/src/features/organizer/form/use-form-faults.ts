import { useCallback, useEffect, useRef, useState } from "react";

/** Faults by the name of their control. */
export type FormFaults = Readonly<Record<string, string>>;

/**
 * The faults of a form. `show` sets them and focuses the first control with a fault; `clear` removes one once its control
 * has changed.
 */
export function useFormFaults() {
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<FormFaults>({});
  const [shown, setShown] = useState(0);
  const latest = useRef(faults);
  latest.current = faults;

  useEffect(() => {
    if (shown > 0) findFirst(form.current, latest.current)?.focus();
  }, [shown]);

  const show = useCallback((found: FormFaults) => {
    setFaults(found);
    if (Object.keys(found).length > 0) setShown((count) => count + 1);
  }, []);
  const clear = useCallback((name: string) => {
    setFaults((current) => {
      if (!(name in current)) return current;
      const { [name]: _, ...others } = current;
      return others;
    });
  }, []);
  return { form, faults, show, clear };
}

function findFirst(form: HTMLFormElement | null, faults: FormFaults): HTMLElement | undefined {
  const controls = [...(form?.elements ?? [])] as (HTMLElement & { name?: string })[];
  return controls.find(({ name }) => name !== undefined && name in faults);
}
