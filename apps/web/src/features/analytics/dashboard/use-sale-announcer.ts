import type { EventAnalytics } from "@evently/core/analytics";
import { useEffect, useRef } from "react";
import { formatMoney } from "~/ui/format/format-money";
import { announce } from "~/ui/message/announcements";

const pauseMs = 20_000;

/** Says aloud how the sale stands after it changed, at most every 20 s however many bookings came. */
export function useSaleAnnouncer(figures: EventAnalytics | undefined): void {
  const said = useRef<{ text: string; at: number } | null>(null);
  const text = figures ? describeSale(figures) : null;
  useEffect(() => {
    if (text === null) return;
    // What stands when the page opens is read there.
    said.current ??= { text, at: -Infinity };
    if (said.current.text === text) return;
    const wait = Math.max(0, said.current.at + pauseMs - Date.now());
    const timer = setTimeout(() => {
      said.current = { text, at: Date.now() };
      announce(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
}

function describeSale({ seats_sold, total_seats, revenue, currency }: EventAnalytics): string {
  return `${seats_sold} of ${total_seats} seats sold, revenue ${formatMoney(revenue, currency)}.`;
}
