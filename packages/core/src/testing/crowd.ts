import { EventlyError } from "../errors.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import type { HoldingView } from "../hold/hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { EventId } from "../ids.ts";
import { hashNetwork } from "../network/hash-network.ts";
import type { Network } from "../network/network.ts";
import { startGuest } from "../user/create-user.ts";
import type { Actor } from "../user/user.ts";
import type { TestCore } from "./open-core.ts";
import { ask } from "./open-event.ts";
import { drawBelow } from "./random.ts";
import { solveProof } from "./solve-proof.ts";

/** Everyone who wants seats of one event, second by second of a moved clock, and the seats that nobody has. */
export class Crowd {
  readonly refused: Record<string, number> = {};
  bought = 0;
  /** Proofs of work. */
  worked = 0;
  readonly #event_id: EventId;
  readonly #seats: string[];
  readonly #random: () => number;
  readonly #ends: Map<string, number>;

  constructor(event_id: EventId, seats: string[], random: () => number, ends = new Map<string, number>()) {
    this.#event_id = event_id;
    this.#seats = seats;
    this.#random = random;
    this.#ends = ends;
  }

  /** Others at the same event, who are counted apart. */
  beside(random: () => number): Crowd {
    return new Crowd(this.#event_id, this.#seats, random, this.#ends);
  }

  /** Seats that are free, anywhere in the hall; fewer if there are no more. */
  draw(count: number, now: number): string[] {
    const free = this.#seats.filter((seat) => (this.#ends.get(seat) ?? 0) < now);
    return Array.from({ length: Math.min(count, free.length) }, () =>
      String(free.splice(drawBelow(this.#random, free.length), 1)),
    );
  }

  /** Holds seats for somebody; null if a limit refused them. */
  async hold(core: TestCore, actor: Actor, count: number): Promise<HoldingView | null> {
    const seats = this.draw(count, core.clock());
    if (seats.length === 0) return null;
    // Taken before the answer, so that nobody else here asks for them meanwhile.
    for (const seat of seats) this.#ends.set(seat, Number.POSITIVE_INFINITY);
    const hold = await this.#attempt(placeHold(core, actor, ask(this.#event_id, ...seats)));
    for (const seat of seats) this.#ends.set(seat, hold?.hold_ttl ?? 0);
    return hold;
  }

  async pay(core: TestCore, actor: Actor, { holding_id, seats }: HoldingView): Promise<void> {
    const booking = await this.#attempt(confirmHold(core, actor, { holding_id, payment: { token: "tok_visa" } }));
    if (!booking) return;
    this.bought++;
    for (const seat of seats) this.#ends.set(seat, Number.POSITIVE_INFINITY);
  }

  /** Works for it where a proof of work is asked for. */
  async arrive(core: TestCore, network: Network | null): Promise<Actor | null> {
    const start = (proof: string | null) => startGuest(core, {}, { network, proof, device: null });
    const working = start(null).catch(async (error: unknown) => {
      if (!(error instanceof EventlyError) || error.code !== "PROOF_REQUIRED") throw error;
      this.worked++;
      return start(await solveProof((error as EventlyError<"PROOF_REQUIRED">).details.challenge));
    });
    const started = await this.#attempt(working);
    return started && { ...started.user, network };
  }

  /** Null if there were too many new people, and no work is done. */
  async arriveIdly(core: TestCore, network: Network): Promise<Actor | null> {
    const started = await this.#attempt(startGuest(core, {}, { network, proof: null, device: null }));
    return started && { ...started.user, network };
  }

  async #attempt<T>(work: Promise<T>): Promise<T | null> {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof EventlyError)) throw error;
      this.refused[error.code] = (this.refused[error.code] ?? 0) + 1;
      return null;
    }
  }
}

export const networkAt = (address: string): Network => hashNetwork("a secret", { near: address, wide: null });
