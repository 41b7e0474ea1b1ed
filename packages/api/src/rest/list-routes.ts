import type { $ZodType } from "zod/v4/core";
import { tellsOfBuyers } from "../access.ts";
import { appRouter } from "../root.ts";
import type { Meta } from "../trpc.ts";
import type { RestRoute } from "./rest-route.ts";

/** A procedure with a REST path. `output` is null without a response body, `input` without input. */
export type RestProcedure = {
  name: string;
  rest: RestRoute;
  isMutation: boolean;
  isSignedIn: boolean;
  answersSecret: boolean;
  whileSuspended: boolean;
  isOfBuyers: boolean;
  input: $ZodType | null;
  output: $ZodType | null;
};

type Definition = { type: string; meta?: Meta; inputs: $ZodType[]; output?: $ZodType };

/** tRPC types procedures as nested; at run time they are flat, with names such as `hold.place`. */
const procedures = appRouter._def.procedures as unknown as Record<string, { _def: Definition }>;

/** Every procedure exposed over REST, in the router's order. */
export function listRoutes(): RestProcedure[] {
  return Object.entries(procedures).flatMap(([name, { _def }]) => {
    const { rest, isSignedIn = false, answersSecret = false, whileSuspended = false } = _def.meta ?? {};
    if (!rest) return [];
    const isOfBuyers = _def.meta !== undefined && tellsOfBuyers(_def.meta);
    const isMutation = _def.type === "mutation";
    const [input = null] = _def.inputs;
    const output = _def.output ?? rest.returns ?? null;
    return [{ name, rest, isMutation, isSignedIn, answersSecret, whileSuspended, isOfBuyers, input, output }];
  });
}
