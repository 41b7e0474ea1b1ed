/** The classes of everything one types or chooses in. */
export const controlStyle =
  "min-h-11 w-full rounded-control border border-outline bg-card px-3 text-16 text-ink placeholder:text-soft focus-visible:outline-3 focus-visible:outline-curtain aria-invalid:border-curtain disabled:opacity-55";
