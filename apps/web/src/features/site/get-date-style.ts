import "server-only";
import { type DateStyle, readDateStyle } from "@evently/core/format/date-style";
import { headers } from "next/headers";
import { cache } from "react";

/** The visitor's date style for server components, which send no script to the browser; client components have `useDateStyle`. */
export const getDateStyle = cache(
  async (): Promise<DateStyle> => readDateStyle((await headers()).get("accept-language")),
);
