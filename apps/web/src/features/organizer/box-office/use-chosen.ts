import { useCallback, useState } from "react";

/** Seats that are chosen on this page, by their keys. */
export function useChosen() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (seat_pos: string) =>
      setChosen((before) => {
        const after = new Set(before);
        if (!after.delete(seat_pos)) after.add(seat_pos);
        return after;
      }),
    [],
  );
  const add = (more: readonly string[]) => setChosen(new Set([...chosen, ...more]));
  const choose = (seats: Iterable<string>) => setChosen(new Set(seats));
  return { chosen, toggle, add, choose };
}
