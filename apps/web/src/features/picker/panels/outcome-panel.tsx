"use client";

import { type ComponentProps, useLayoutEffect, useRef } from "react";
import { announce } from "~/ui/message/announcements";

/** What can have the focus after an act; `key` changes with what came of it. */
export const outcome = (key: string) => ({ tabIndex: -1, "data-outcome": key });

/**
 * A panel in which the focus is never lost. Where what had it is gone after an act, as a button is that did its work, the
 * focus goes to what came of it: the newest outcome, else the last one. A text that gets it is heard, so it is not announced
 * besides.
 */
export function OutcomePanel(props: ComponentProps<"aside">) {
  const panel = useRef<HTMLElement>(null);
  const focused = useRef<Element | null>(null);
  const known = useRef<readonly string[]>([]);
  // After every change: any may take away what has the focus.
  useLayoutEffect(() => {
    const outcomes = [...(panel.current?.querySelectorAll<HTMLElement>("[data-outcome]") ?? [])];
    const isGone = focused.current !== null && !focused.current.isConnected;
    if (isGone && document.activeElement === document.body) {
      const isNew = ({ dataset }: HTMLElement) => !known.current.includes(dataset.outcome ?? "");
      const target = outcomes.find(isNew) ?? outcomes.at(-1);
      target?.focus({ preventScroll: true });
      if (target instanceof HTMLParagraphElement) announce("");
    }
    known.current = outcomes.map(({ dataset }) => dataset.outcome ?? "");
  });
  return (
    <aside
      ref={panel}
      {...props}
      onFocus={({ target }) => {
        focused.current = target;
      }}
    />
  );
}
