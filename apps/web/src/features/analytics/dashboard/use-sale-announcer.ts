import type { EventAnalytics } from "@evently/core/analytics";
import { formatMoney } from "@evently/core/format/format-money";
import { useEffect, useRef } from "react";
import { announce } from "~/ui/message/announcements";

const pauseMs = 20_000;

/** Announces changed figures to screen readers, at most every 20 s. */
export function useSaleAnnouncer(figures: EventAnalytics | undefined): void {
  const announced = useRef<{ text: string; at: number } | null>(null);
  const text = figures ? describeSale(figures) : null;
  useEffect(() => {
    if (text === null) return;
    // The first figures are read on the page itself.
    announced.current ??= { text, at: -Infinity };
    if (announced.current.text === text) return;
    const wait = Math.max(0, announced.current.at + pauseMs - performance.now());
    const timer = setTimeout(() => {
      announced.current = { text, at: performance.now() };
      announce(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
}

function describeSale({ seats_sold, total_seats, revenue, currency }: EventAnalytics): string {
  return `${seats_sold} of ${total_seats} seats sold, revenue ${formatMoney(revenue, currency)}.`;
}
