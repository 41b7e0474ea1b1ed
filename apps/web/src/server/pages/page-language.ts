import { type DateStyle, readDateStyle } from "@evently/core/format/date-style";
import { LRUCache } from "lru-cache";

/** A language for each way in which dates and times are written. */
const languages = [
  { monthFirst: false, hour12: false, language: "en-GB" },
  { monthFirst: false, hour12: true, language: "en-AU" },
  { monthFirst: true, hour12: true, language: "en-US" },
  { monthFirst: true, hour12: false, language: "zh-CN" },
] as const satisfies (DateStyle & { language: string })[];

export type PageLanguage = (typeof languages)[number]["language"];

const longestKept = 100;

/** Browsers send few different ones, and asking Intl costs more than all else about a page that is kept. */
const known = new LRUCache<string, PageLanguage>({ max: 1000, memoMethod: toLanguage });

/** The language that a public page is rendered for: one of four, in the place of all that write dates alike. */
export function findPageLanguage(acceptLanguage: string): PageLanguage {
  return acceptLanguage.length > longestKept ? toLanguage(acceptLanguage) : known.memo(acceptLanguage);
}

function toLanguage(acceptLanguage: string): PageLanguage {
  const style = readDateStyle(acceptLanguage);
  const same = languages.find(({ monthFirst, hour12 }) => monthFirst === style.monthFirst && hour12 === style.hour12);
  return (same ?? languages[0]).language;
}
