import { invalid } from "./api-error.ts";
import type { Param, Params } from "./form.ts";
import type { Metadata } from "./objects.ts";

/** Stripe refuses a parameter that it does not know, so a double that ignored one would hide a mistake. */
export function checkNames(params: Params, known: readonly string[]): void {
  const unknown = Object.keys(params).find((name) => !known.includes(name));
  if (unknown) throw invalid(`Received unknown parameter: ${unknown}`, { code: "parameter_unknown", param: unknown });
}

export function readText(params: Params, name: string): string | null {
  const value = params[name];
  if (value !== undefined && typeof value !== "string") throw invalid(`Invalid string: ${name}`, { param: name });
  return value ?? null;
}

export function needText(params: Params, name: string): string {
  const value = readText(params, name);
  if (value) return value;
  throw invalid(`Missing required param: ${name}.`, { code: "parameter_missing", param: name });
}

export function readWhole(params: Params, name: string): number | null {
  const value = readText(params, name);
  if (value === null) return null;
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw invalid(`Invalid integer: ${value}`, { code: "parameter_invalid_integer", param: name });
}

export function readFlag(params: Params, name: string): boolean {
  const value = readText(params, name);
  if (value === null || value === "true" || value === "false") return value === "true";
  throw invalid(`Invalid boolean: ${value}`, { param: name });
}

export function readTexts(params: Params, name: string): string[] | null {
  const value = params[name];
  if (value === undefined) return null;
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  throw invalid("Invalid array", { param: name });
}

export function readMetadata({ metadata }: Params): Metadata {
  if (metadata === undefined || metadata === "") return {};
  if (!isMetadata(metadata)) throw invalid("Invalid metadata", { param: "metadata" });
  return metadata;
}

function isMetadata(param: Param): param is Metadata {
  if (typeof param === "string" || Array.isArray(param)) return false;
  const values = Object.entries(param);
  return values.length <= 50 && values.every(([name, value]) => name.length <= 40 && isValue(value));
}

function isValue(value: Param): boolean {
  return typeof value === "string" && value.length <= 500;
}

type Page<T> = { object: "list"; data: T[]; has_more: boolean; url: string };

/** A page of a list that is newest first: what is older than `starting_after`, or newer than `ending_before`. */
export function pageOf<T extends { id: string }>(all: T[], params: Params, url: string): Page<T> {
  const limit = readWhole(params, "limit") ?? 10;
  if (limit < 1 || limit > 100) throw invalid("Limit must be from 1 to 100", { param: "limit" });
  const [after, before] = [readText(params, "starting_after"), readText(params, "ending_before")];
  const at = (name: string, id: string) => {
    const found = all.findIndex((object) => object.id === id);
    if (found < 0) throw invalid(`No such object: '${id}'`, { code: "resource_missing", param: name });
    return found;
  };
  if (before !== null) {
    const end = at("ending_before", before);
    return { object: "list", data: all.slice(Math.max(0, end - limit), end), has_more: end > limit, url };
  }
  const start = after === null ? 0 : at("starting_after", after) + 1;
  return { object: "list", data: all.slice(start, start + limit), has_more: start + limit < all.length, url };
}

export const pageParams = ["limit", "starting_after", "ending_before"];
