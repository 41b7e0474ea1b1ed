"use client";

import { type KeyboardEvent, memo, useEffect, useRef, useState } from "react";
import { SeatSwatch } from "~/features/hall/drawing/seat-swatch";
import type { HallRow } from "~/features/hall/hall";
import { nameRow } from "~/features/hall/name-in-hall";
import type { Picker } from "../picker";
import { type PriceOf, seatName } from "../seats/describe-seat";
import { type Gap, listGaps, listShown } from "./row-gaps";

type Props = {
  picker: Picker;
  priceOf: PriceOf;
  onPick: (seat: number) => void;
  row: HallRow;
  /** Another one whenever the row's seats changed. */
  version: string;
};

/** A row as a toolbar: one tab stop, arrow keys between its seats and to the rows before and after it. */
export const SeatRow = memo(function SeatRow({ picker, priceOf, onPick, row }: Props) {
  const [item, isNear] = useNear<HTMLLIElement>();
  const [current, setCurrent] = useState(-1);
  const seats = listShown(picker, row);
  const gaps = listGaps(picker, row, seats);
  const left = seats.filter((seat) => picker.isFree(seat)).length;
  const stop = seats.includes(current) ? current : (seats.find((seat) => picker.isFree(seat)) ?? seats[0]);
  const name = nameRow(picker, row);
  return (
    <li
      ref={item}
      className="-mx-1.5 grid gap-2 px-1.5 py-3 [contain-intrinsic-size:auto_4rem] [content-visibility:auto] sm:grid-cols-[7rem_1fr]"
    >
      <span className="leading-tight">
        <span className="block font-semibold">{name}</span>
        <span className="figures text-14 text-soft">{left === 0 ? "Full" : `${left} left`}</span>
      </span>
      {isNear ? (
        <div role="toolbar" aria-label={name} onKeyDown={moveFocus} className="flex flex-wrap gap-1.5">
          {seats.map((seat, index) => (
            <SeatButton
              key={seat}
              isStop={seat === stop}
              gap={gaps[index] ?? null}
              onFocus={() => setCurrent(seat)}
              {...{ seat, picker, priceOf, onPick }}
            />
          ))}
        </div>
      ) : null}
    </li>
  );
});

type SeatProps = Pick<Props, "picker" | "priceOf" | "onPick"> & {
  seat: number;
  gap: Gap;
  isStop: boolean;
  onFocus: () => void;
};

function SeatButton({ seat, gap, isStop, onFocus, picker, priceOf, onPick }: SeatProps) {
  const state = picker.stateOf(seat);
  const isTaken = state === "held" || state === "taken";
  return (
    <>
      {gap === null ? null : <GapMark gap={gap} />}
      <button
        type="button"
        tabIndex={isStop ? 0 : -1}
        aria-pressed={state === "selected" || state === "yours"}
        aria-disabled={isTaken || state === "yours"}
        aria-label={seatName(picker, seat, priceOf)}
        onFocus={onFocus}
        onClick={() => onPick(seat)}
        className={`figures flex min-h-9 min-w-14 items-center justify-center gap-1.5 rounded-control border px-2 text-14 ${isTaken ? "border-line text-soft" : "border-outline bg-card hover:bg-sunken"}`}
      >
        <SeatSwatch
          state={state}
          type={picker.hall.types[seat]}
          accessible={picker.hall.accessible[seat] === 1}
          restricted={picker.hall.properties[seat]?.includes("restricted_view")}
          size={14}
        />
        {picker.hall.labels[seat]}
      </button>
    </>
  );
}

function GapMark({ gap }: { gap: Exclude<Gap, null> }) {
  if (gap === "hidden")
    return (
      <span aria-hidden="true" className="self-center px-0.5 text-soft">
        …
      </span>
    );
  return (
    <span className="flex min-h-9 items-center border-outline border-x-2 border-dotted px-1 text-12 text-soft">
      aisle
    </span>
  );
}

/** Along the row with left, right, Home and End; up and down lead to the tab stop of the row there. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget: row, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey) return;
  const seats: HTMLElement[] = [...row.querySelectorAll("button")];
  const rows = [...(row.closest("ol")?.querySelectorAll("[role=toolbar]") ?? [])];
  const stopOf = (step: number) => rows[rows.indexOf(row) + step]?.querySelector<HTMLElement>("[tabindex='0']");
  const seatAt = (step: number) => seats[seats.indexOf(event.target as HTMLElement) + step];
  const targets: Record<string, () => HTMLElement | null | undefined> = {
    ArrowLeft: () => seatAt(-1),
    ArrowRight: () => seatAt(1),
    ArrowUp: () => stopOf(-1),
    ArrowDown: () => stopOf(1),
    Home: () => seats[0],
    End: () => seats.at(-1),
  };
  const find = targets[key];
  if (!find) return;
  event.preventDefault();
  find()?.focus();
}

/** Whether an element is, or once was, within a window's height of what is seen: a section may have thousands of seats. */
function useNear<T extends HTMLElement>() {
  const element = useRef<T>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setNear(true);
        observer.disconnect();
      },
      { rootMargin: "100%" },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, isNear] as const;
}
