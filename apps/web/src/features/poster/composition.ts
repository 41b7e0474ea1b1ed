import type { InkName } from "./poster-inks";
import type { Random } from "./seeded-random";

/** Everything of one ink, printed over the layers before it. */
export type Layer = { ink: InkName; path: string };

/** The picture's field, and how many voices (artists, 1 to 6) it may count. */
type Field = { width: number; height: number; voices: number };

export type Composition = (random: Random, field: Field) => Layer[];
