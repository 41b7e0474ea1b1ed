"use client";

import { formatSpan, formatTimes, formatWhen, type Span } from "@evently/core/format/format-span";
import { useDateStyle } from "./use-date-style";

type Props = { span: Span; show?: "when" | "times" | "whole" };

const formatters = { when: formatWhen, times: formatTimes, whole: formatSpan } as const;

/** When an event takes place, in its own zone and the visitor's style; both days where it passes midnight. */
export function DateSpan({ span, show = "when" }: Props) {
  return (
    <time dateTime={span.start_time} className="figures">
      {formatters[show](span, useDateStyle())}
    </time>
  );
}
