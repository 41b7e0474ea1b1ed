import "server-only";
import type { Layout } from "@evently/core/venue/layout";
import { getApi } from "~/trpc/server";
import { findPlaces, type SeatPlace } from "./seat-place";

const mostHalls = 16;

/** Layouts never change and are the same for everyone, so a process reads each once. */
const halls = new Map<string, Promise<Layout>>();

/** Where these seats are in a hall. A plan that can't be read is no reason to hide a ticket: the ids stand in for it. */
export async function findHallPlaces(layout_id: string, seats: readonly string[]): Promise<SeatPlace[]> {
  const known = halls.get(layout_id) ?? getApi().venue.layout.query({ layout_id });
  halls.delete(layout_id);
  halls.set(layout_id, known);
  const oldest = halls.keys().next().value;
  if (halls.size > mostHalls && oldest !== undefined) halls.delete(oldest);
  const layout = await known.catch(() => {
    halls.delete(layout_id);
    return null;
  });
  return findPlaces(seats, layout);
}
