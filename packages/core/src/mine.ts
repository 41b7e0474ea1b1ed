import * as z from "zod/mini";
import { Flag, isSet } from "./flag.ts";

/** Asks for the caller's own. */
export const Mine = Flag;
type Mine = Flag;

export const isMine = isSet;

/** Refuses these filters where the caller's own are asked for: they are of the public list only. */
export function refuseWithMine<T extends { mine?: Mine | undefined }>(filters: readonly (keyof T & string)[]) {
  return z.check<T>(({ value, issues }) => {
    if (!isMine(value.mine)) return;
    for (const filter of filters)
      if (value[filter] !== undefined)
        issues.push({ code: "custom", path: [filter], message: "not with mine=true", input: value });
  });
}

/** Refuses these filters where all are asked for: they are of the caller's own only. */
export function refuseWithoutMine<T extends { mine?: Mine | undefined }>(filters: readonly (keyof T & string)[]) {
  return z.check<T>(({ value, issues }) => {
    if (isMine(value.mine)) return;
    for (const filter of filters)
      if (value[filter] !== undefined)
        issues.push({ code: "custom", path: [filter], message: "only with mine=true", input: value });
  });
}
