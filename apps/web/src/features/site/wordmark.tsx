/** The name with a row of seats, one of them selected. On a phone the name makes room for the chip of a hold. */
export function Wordmark() {
  return (
    <span className="display flex items-center gap-2.5 whitespace-nowrap font-[650] text-22">
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" className="shrink-0">
        <path d="M2 8.5a14 14 0 0 1 20 0" fill="none" stroke="currentColor" strokeWidth="3" />
        <circle cx="4.5" cy="17" r="3" fill="currentColor" />
        <circle cx="12" cy="15" r="3" className="fill-curtain" />
        <circle cx="19.5" cy="17" r="3" fill="currentColor" />
      </svg>
      <span className="max-sm:group-has-data-hold/header:sr-only">Evently</span>
    </span>
  );
}
