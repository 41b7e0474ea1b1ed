import * as z from "zod/mini";

/** Flags of England, Scotland and Wales: the only characters written with tags that keyboards offer. */
const flag =
  /\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}/gu;

const broken = /\p{Surrogate}/u;
const lineBreak = /[\p{Zl}\p{Zp}]/u;
const control = /\p{Cc}/u;
/** Embeddings, overrides and isolates: they reorder the text around them. The plain marks LRM, RLM and ALM do not. */
const direction = /[\u202A-\u202E\u2066-\u2069]/u;
/** Deprecated formats, annotations, placeholders of objects, what is no character, and tags: nothing of it is seen. */
const hidden = /[\u206A-\u206F\uFFF9-\uFFFC\p{Noncharacter_Code_Point}\u{E0000}-\u{E007F}]/u;
const crowded = /\p{Mn}{9}/u;
const invisible = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]+$/u;

/** What is wrong with a text, as what is expected instead, or null. Line breaks and tabs are for the caller to judge. */
function findFault(text: string): string | null {
  if (broken.test(text)) return "text of whole characters";
  const turned = direction.exec(text);
  if (turned) return `text without hidden characters that turn its direction (${nameOf(turned[0])})`;
  const unseen = hidden.exec(text.replace(flag, ""));
  if (unseen) return `text without hidden characters (${nameOf(unseen[0])})`;
  if (crowded.test(text)) return "at most 8 marks on one letter";
  if (invisible.test(text)) return "at least one visible character";
  return null;
}

function findLineFault(text: string): string | null {
  if (lineBreak.test(text) || control.test(text))
    return "one line of text, without line breaks, tabs and other control characters";
  return findFault(text);
}

function findLongFault(text: string): string | null {
  const shown = text.replace(/[\n\t]/g, " ");
  if (control.test(shown)) return "text without control characters other than line breaks and tabs";
  return shown.trim() === "" ? null : findFault(shown);
}

const atMost = (max: number) => z.maxLength(max, `at most ${max} characters`);

const check = (find: (text: string) => string | null) =>
  z.check<string>(({ value, issues }) => {
    const message = find(value);
    if (message !== null) issues.push({ code: "custom", message, input: value });
  });

/**
 * One line that a person types: trimmed, composed (NFC), at least one visible character and at most `max` code points.
 * Refused: control characters, line breaks, and hidden characters that are only
 * there to deceive; joiners, variation selectors and marks of direction are part of how people write.
 */
export const line = (max: number) =>
  z
    .string()
    .check(z.trim(), z.normalize("NFC"), z.minLength(1, "at least 1 character"), atMost(max), check(findLineFault));

/** A line that may also be left empty. */
export const optionalLine = (max: number) =>
  z.string().check(
    z.trim(),
    z.normalize("NFC"),
    atMost(max),
    check((text) => (text === "" ? null : findLineFault(text))),
  );

/**
 * Text of several lines, possibly empty. Every kind of line break becomes `\n`, those that word processors put into
 * pasted text too.
 */
export const longText = (max: number) =>
  z.string().check(
    z.overwrite((text) => text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, "\n")),
    z.normalize("NFC"),
    atMost(max),
    check(findLongFault),
  );

const webAddress = "an address on the web that begins with https://";

/** With a host right behind, and nobody's name and password before it: what a parser makes of others is not what people read. */
const openAddress = /^https:\/\/[^/\\@]+(?:[/?#]|$)/i;

/** Always https: others are led there. Written as browsers write it; what is stored is read by no schema that is as strict. */
export const HttpsUrl = z.url({ protocol: /^https$/, error: webAddress }).check(
  z.maxLength(500),
  check((text) => findLineFault(text) ?? (openAddress.test(text) ? null : webAddress)),
  z.overwrite((text) => (URL.canParse(text) ? new URL(text).href : text)),
  z.maxLength(500),
);

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
