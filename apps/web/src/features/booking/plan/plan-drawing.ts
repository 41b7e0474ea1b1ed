import type { Box } from "~/features/hall/geometry";

/** What a part of a plan stands for, which gives it its look. */
type PlanRole = "section" | "own-section" | "stage" | "seats" | "way" | "own";

/** A part of a plan: a path whose outline is so wide, or a text so large, both in the plan's own units. */
export type PlanPart =
  | { role: PlanRole; path: string; width: number }
  | { role: "name" | "own-name"; text: string; x: number; y: number; size: number };

export type PlanDrawing = { name: string; frame: Box; parts: PlanPart[] };

export const viewBoxOf = ({ left, top, right, bottom }: Box): string =>
  [left, top, right - left, bottom - top].map(round).join(" ");

export const round = (value: number): number => Math.round(value * 10) / 10;
