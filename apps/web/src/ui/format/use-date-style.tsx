"use client";

import { createContext, type ReactNode, use } from "react";
import { type DateStyle, defaultDateStyle } from "./date-style";

const DateStyleContext = createContext(defaultDateStyle);

export function DateStyleProvider({ style, children }: { style: DateStyle; children: ReactNode }) {
  return <DateStyleContext value={style}>{children}</DateStyleContext>;
}

/** The visitor's date style, the same on the server and in the browser. */
export const useDateStyle = (): DateStyle => use(DateStyleContext);
