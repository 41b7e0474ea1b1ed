import type { $ZodType } from "zod/v4/core";
import { appRouter } from "../root.ts";
import type { Meta } from "../trpc.ts";
import type { RestRoute } from "./rest-route.ts";

/** A procedure that names a path. `output` is null where it answers nothing, `input` where it takes nothing. */
export type RestProcedure = {
  name: string;
  rest: RestRoute;
  isMutation: boolean;
  isSignedIn: boolean;
  answersSecret: boolean;
  input: $ZodType | null;
  output: $ZodType | null;
};

type Definition = { type: string; meta?: Meta; inputs: $ZodType[]; output?: $ZodType };

/** tRPC types them as nested; at run time they lie flat, by names such as `hold.place`. */
const procedures = appRouter._def.procedures as unknown as Record<string, { _def: Definition }>;

/** Every procedure that REST serves, in the router's order. */
export function listRoutes(): RestProcedure[] {
  return Object.entries(procedures).flatMap(([name, { _def }]) => {
    const { rest, isSignedIn = false, answersSecret = false } = _def.meta ?? {};
    if (!rest) return [];
    const isMutation = _def.type === "mutation";
    const [input = null] = _def.inputs;
    const output = _def.output ?? rest.returns ?? null;
    return [{ name, rest, isMutation, isSignedIn, answersSecret, input, output }];
  });
}
