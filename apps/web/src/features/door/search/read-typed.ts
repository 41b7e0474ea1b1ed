import { readCode } from "@evently/core/ticket-code";

/** What somebody typed at the door, or a camera read. */
export type Typed = { kind: "nothing" } | { kind: "code"; code: string } | { kind: "words"; text: string };

/** Shorter than any code, longer than any name without a space. */
const fewestSigns = 30;

/** A code that was read out or pasted may be broken into lines. */
export function readTyped(typed: string): Typed {
  const text = typed.trim();
  if (text === "") return { kind: "nothing" };
  const code = text.replace(/\s+/g, "");
  const isCode = readCode(code) !== null || /^E\d+\./i.test(code) || (code === text && code.length >= fewestSigns);
  return isCode ? { kind: "code", code } : { kind: "words", text };
}
