import { Search, X } from "lucide-react";
import { type FormEvent, useEffect, useEffectEvent, useRef } from "react";
import { Icon } from "~/ui/icon";

type Props = { value: string; onChange: (value: string) => void; onSettle: () => void };

/** A form of its own, so that it searches without script too. */
export function SearchBox({ value, onChange, onSettle }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const submitTyped = useEffectEvent(() => {
    const typed = input.current?.value ?? value;
    if (typed !== value) onChange(typed);
  });
  // What was typed before hydration.
  useEffect(() => submitTyped(), []);
  const clear = () => {
    onChange("");
    input.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSettle();
  };
  return (
    <search className="block w-full">
      <form action="/" onSubmit={submit} className="relative">
        <label htmlFor="search" className="sr-only">
          Search by artist, work or hall
        </label>
        <span className="pointer-events-none absolute inset-y-0 left-4 grid place-items-center text-soft">
          <Icon icon={Search} size={20} />
        </span>
        <input
          ref={input}
          id="search"
          name="search"
          type="text"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onSettle}
          onKeyDown={(event) => event.key === "Escape" && clear()}
          placeholder="Artist, work, hall…"
          className="min-h-14 w-full rounded-control border border-outline bg-card pr-14 pl-12 text-18 placeholder:text-soft"
        />
        {value === "" ? null : <ClearButton onClick={clear} />}
      </form>
    </search>
  );
}

function ClearButton({ onClick }: { onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="absolute inset-y-0 right-1.5 my-auto grid size-11 place-items-center rounded-control hover:bg-sunken"
    >
      <Icon icon={X} />
      <span className="sr-only">Clear search</span>
    </button>
  );
}
