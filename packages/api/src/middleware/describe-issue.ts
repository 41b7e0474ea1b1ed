import { type Fault, mostListed } from "@evently/core/errors";
import type * as z from "zod/v4/core";

/**
 * Describes what was expected, such as "at most 160 characters". Passed to zod as `customError`, for schemas without
 * messages of their own; a message set in a schema takes precedence.
 */
export function describeIssue(issue: z.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return typeNames[issue.expected] ?? `a value of type ${issue.expected}`;
    case "too_small":
      return `${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}${unitOf(issue)}`;
    case "too_big":
      return `${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}${unitOf(issue)}`;
    case "invalid_value":
      return `one of: ${issue.values.map(String).join(", ")}`;
    case "unrecognized_keys":
      return "unknown field";
    case "invalid_format":
      return `text of the form "${issue.format}"`;
    default:
      return "not valid";
  }
}

const typeNames: Record<string, string> = {
  string: "a string",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

function unitOf({ origin, maximum, minimum }: { origin: string; maximum?: unknown; minimum?: unknown }): string {
  const isSingular = Number(maximum ?? minimum) === 1;
  if (origin === "string") return isSingular ? " character" : " characters";
  return origin === "array" ? (isSingular ? " entry" : " entries") : "";
}

/** All issues of an input by path; distinguishes missing from invalid fields and names each unknown one. */
export function toFaults(issues: readonly z.$ZodIssue[], input: unknown): Fault[] {
  const faults = issues.slice(0, mostListed).flatMap((issue): Fault[] => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys
        .slice(0, mostListed)
        .map((key) => ({ path: toPath([...issue.path, key]), message: "unknown field" }));
    }
    return [{ path: toPath(issue.path), message: describe(issue, valueAt(input, issue.path)) }];
  });
  return faults.slice(0, mostListed);
}

const toPath = (path: readonly PropertyKey[]): string => path.map(String).join(".");

function describe(issue: z.$ZodIssue, value: unknown): string {
  const { code, message } = issue;
  if (value === undefined) return `missing: ${message}`;
  // A field that must not exist is invalid whatever its type.
  const isOfWrongType = code === "invalid_type" && issue.expected !== "never";
  return isOfWrongType ? `${message}, not ${nameType(value)}` : message;
}

function nameType(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "number") return Number.isInteger(value) ? "a whole number" : "a number";
  return typeNames[Array.isArray(value) ? "array" : typeof value] ?? typeof value;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], input);
}
