"use client";

import { type DateStyle, defaultDateStyle } from "@evently/core/format/date-style";
import { createContext, type ReactNode, use } from "react";

const DateStyleContext = createContext(defaultDateStyle);

export function DateStyleProvider({ style, children }: { style: DateStyle; children: ReactNode }) {
  return <DateStyleContext value={style}>{children}</DateStyleContext>;
}

/** The visitor's date style, the same on the server and in the browser. */
export const useDateStyle = (): DateStyle => use(DateStyleContext);
