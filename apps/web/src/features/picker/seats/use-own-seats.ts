import type { EventPage } from "@evently/core/event";
import { useQueryClient } from "@tanstack/react-query";
import { useLayoutEffect } from "react";
import type { Picker } from "../picker";
import { watchOwnSeats } from "./own-seats";

/** Tells the picker which seats are the visitor's. */
export function useOwnSeats(picker: Picker, { event_id }: EventPage): void {
  const client = useQueryClient();
  useLayoutEffect(() => watchOwnSeats(client, event_id, (seats) => picker.setOwn(seats)), [client, event_id, picker]);
}
