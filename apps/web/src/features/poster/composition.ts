import type { InkName } from "./poster-inks";
import type { Random } from "./seeded-random";

/** Everything of one ink, printed over the layers before it. */
export type Layer = { ink: InkName; path: string };

/** The picture's field, and how many voices (1 to 6) it plays with. */
type Field = { width: number; height: number; voices: number };

export type Composition = (random: Random, field: Field) => Layer[];
