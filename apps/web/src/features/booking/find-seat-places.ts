import "server-only";
import type { Layout } from "@evently/core/venue/layout";
import { getApi } from "~/trpc/server";
import { findPlaces, type SeatPlace } from "./seat-place";

const maxLayouts = 16;

/** Layouts never change and are the same for everyone, so a process fetches each once. */
const layouts = new Map<string, Promise<Layout>>();

/** Where these seats are. Without the layout their ids must do: a ticket is shown even if it can't be fetched. */
export async function findSeatPlaces(layout_id: string, seats: readonly string[]): Promise<SeatPlace[]> {
  const pending = layouts.get(layout_id) ?? getApi().venue.layout.query({ layout_id });
  layouts.delete(layout_id);
  layouts.set(layout_id, pending);
  const oldest = layouts.keys().next().value;
  if (layouts.size > maxLayouts && oldest !== undefined) layouts.delete(oldest);
  const layout = await pending.catch(() => {
    layouts.delete(layout_id);
    return null;
  });
  return findPlaces(seats, layout);
}
