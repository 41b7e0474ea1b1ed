import * as z from "zod/mini";

/** A yes or no; as text because of query strings. */
export const Flag = z.union([z.boolean(), z.enum(["true", "false"])]);
export type Flag = z.infer<typeof Flag>;

export const isSet = (flag: Flag | undefined): boolean => flag === true || flag === "true";
