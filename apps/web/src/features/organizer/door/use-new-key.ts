import type { NewDoorKey } from "@evently/core/door-key";
import type { EventPage } from "@evently/core/event";
import { toLocalTime } from "@evently/core/format/format-time";
import { type FormEvent, useState } from "react";
import { trpc } from "~/trpc/client";
import { readLocalTime } from "../event/zoned-time";

/** Of a key that nobody said otherwise for, after the event's end: until the hall is empty. */
const afterMs = 7_200_000;

type Typed = { name: string; gate: string; until: string };

/** What is typed for a new key, its faults, and what makes it. */
export function useNewKey(event: EventPage, onMade: (key: NewDoorKey) => Promise<unknown>) {
  const { event_id, timezone } = event;
  const [typed, setTyped] = useState<Typed>(() => ({ name: "", gate: "", until: usualEnd(event) }));
  const [faults, setFaults] = useState<{ name?: string | undefined; until?: string | undefined }>({});
  const make = trpc.doorKey.make.useMutation({
    onSuccess: async (key) => {
      setTyped({ ...typed, name: "" });
      await onMade(key);
    },
  });
  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    const [name, gate] = [typed.name.trim(), typed.gate.trim()];
    const end = readLocalTime(typed.until, timezone);
    const fault = name === "" ? "Say whom or what the key is for." : undefined;
    setFaults({ name: fault, until: "fault" in end ? end.fault : undefined });
    if (fault || "fault" in end) return;
    make.mutate({ event_id, name, until: end.instant, ...(gate === "" ? {} : { gate }) });
  }
  return { typed, faults, make, submit, update: (part: Partial<Typed>) => setTyped({ ...typed, ...part }) };
}

function usualEnd({ start_time, duration, timezone }: EventPage): string {
  const end = Date.parse(start_time) + duration * 60_000 + afterMs;
  return toLocalTime(new Date(end).toISOString(), timezone);
}
