import { expect } from "vitest";
import { ChangeEvent, type Event } from "../event/event.ts";
import { changeEvent } from "../event-change/change-event.ts";
import { toInstant, toSeconds } from "../time.ts";
import { answerTo } from "./answer-to.ts";
import type { TestCore } from "./open-core.ts";
import type { Sale } from "./open-event.ts";

type Edit = Partial<Omit<ChangeEvent, "event_id" | "revision">>;

/** For how long a process remembers an event, in seconds. */
const remembered = 2;

/** An event that is changed all the time, and what it was at which time. */
export class ChangingEvent {
  readonly #sale: Sale;
  readonly #draw: (count: number) => number;
  readonly #count: (name: string) => void;
  /** The event as it was from `at` on, in order. */
  readonly #history: { event: Event; at: number }[];
  #next = 2000;

  constructor(
    sale: Sale,
    first: { event: Event; at: number },
    draw: (count: number) => number,
    count: (name: string) => void,
  ) {
    this.#sale = sale;
    this.#history = [first];
    this.#draw = draw;
    this.#count = count;
  }

  get current(): Event {
    const last = this.#history.at(-1);
    if (!last) throw new Error("an event was something at first");
    return last.event;
  }

  /** What a process may believe the event to be: as it was at some time within the last 2 s. */
  known(now: number): Event[] {
    const from = this.#history.findLastIndex(({ at }) => at <= now - remembered);
    return this.#history.slice(Math.max(0, from)).map(({ event }) => event);
  }

  /** What the event was before the changes made at `now`, and what they made of it. */
  around(now: number): Event[] {
    const before = this.#history.findLastIndex(({ at }) => at < now);
    return this.#history.slice(Math.max(0, before)).map(({ event }) => event);
  }

  /** Up to three editors from the revision that is current: one of them wins, and the others read what it changed. */
  async edit(now: number, process: () => TestCore): Promise<void> {
    const { event_id, organizer } = this.#sale;
    const { revision } = this.current;
    const edits = Array.from({ length: Math.max(0, this.#draw(6) - 2) }, () => this.#drawEdit(now));
    const answers = await Promise.all(
      edits.map((edit) =>
        answerTo(changeEvent(process(), organizer, ChangeEvent.parse({ event_id, revision, ...edit }))),
      ),
    );
    if (answers.length === 0) return;
    const wins = answers.flatMap((answer) => ("done" in answer ? [answer.done] : []));
    expect(wins).toHaveLength(1);
    const changed = Object.keys(edits[answers.findIndex((answer) => "done" in answer)] ?? {});
    for (const answer of answers) {
      if ("done" in answer) continue;
      this.#count("edit REVISION_CONFLICT");
      expect(answer).toEqual({ code: "REVISION_CONFLICT", details: { revision: revision + 1, changed } });
    }
    this.#count(`edited ${changed}`);
    const [event] = wins as [Event];
    expect(event.revision).toBe(revision + 1);
    this.#history.push({ event, at: now });
  }

  /** Never what the event is already. */
  #drawEdit(now: number): Edit {
    const { seat_type_prices, start_time, sales_end, created_at } = this.current;
    const drawn = this.#draw(8);
    if (drawn < 4) {
      const type = Object.keys(seat_type_prices)[this.#draw(2)] ?? "";
      return { seat_type_prices: { [type]: this.#next++ } };
    }
    if (drawn < 6) {
      if (sales_end !== null) return { sales_end: null };
      return { sales_end: toInstant(now + (this.#draw(2) === 0 ? -0.5 : 3600 + this.#next++)) };
    }
    const dates = [30, 31, 32].map((days) => toInstant(toSeconds(created_at) + days * 86_400));
    const others = dates.filter((date) => date !== start_time);
    return { start_time: others[this.#draw(others.length)] ?? start_time };
  }
}
