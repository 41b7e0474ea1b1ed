import type { RawTitle } from "./format-title.mjs";
export function formatMovement(raw: RawTitle | undefined): string;
