import * as z from "zod/mini";

/** Asks for the caller's own; as text because of query strings. */
export const Mine = z.union([z.boolean(), z.enum(["true", "false"])]);
type Mine = z.infer<typeof Mine>;

export const isMine = (mine: Mine | undefined): boolean => mine === true || mine === "true";

/** Refuses these filters where the caller's own are asked for: they are of the public list only. */
export function refuseWithMine<T extends { mine?: Mine | undefined }>(filters: readonly (keyof T & string)[]) {
  return z.check<T>(({ value, issues }) => {
    if (!isMine(value.mine)) return;
    for (const filter of filters)
      if (value[filter] !== undefined)
        issues.push({ code: "custom", path: [filter], message: "not with mine=true", input: value });
  });
}
