import type { Fault } from "../errors.ts";
import { endTime, isSaleOver } from "./event.rules.ts";
import type { CreateEvent } from "./event.ts";

// Separate from event.rules.ts, so that visitors' pages don't load an organizer's sentences.

type Times = Pick<CreateEvent, "start_time" | "duration" | "sales_start" | "sales_end" | "doors_time" | "status">;

/** What is wrong with the times of a new event, by field. `now` in epoch seconds. */
export function findTimeFaults(event: Times, now: number): Fault[] {
  const { start_time, sales_start, sales_end, doors_time } = event;
  const end = Date.parse(endTime(event));
  const saleEnd = Date.parse(sales_end ?? start_time);
  const faults: Fault[] = [];
  if (sales_end && saleEnd > end) faults.push({ path: "sales_end", message: "not after the end of the event" });
  if (sales_start && Date.parse(sales_start) >= saleEnd)
    faults.push({
      path: "sales_start",
      message: "the sale has to open before it ends, by default when the event begins",
    });
  if (doors_time && Date.parse(doors_time) > Date.parse(start_time))
    faults.push({ path: "doors_time", message: "not after the start of the event" });
  if (event.status === "published" && isSaleOver(event, now))
    faults.push({
      path: sales_end ? "sales_end" : "start_time",
      message: "in the past: nothing could be sold any more",
    });
  return faults;
}
