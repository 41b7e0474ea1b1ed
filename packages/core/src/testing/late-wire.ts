import { randomUUID } from "node:crypto";
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Table } from "../table/table.ts";
import { interpose } from "./interpose.ts";

export type Command = { input: unknown };
type Flight = { owner: object; command: Command; answer: (given: unknown) => void; fail: (error: unknown) => void };

/**
 * A connection on which any request may succeed, be lost, duplicated or late, as the test decides for the n-th request
 * in flight.
 */
export class LateWire {
  readonly #arrive: (command: Command) => Promise<unknown>;
  #flights: Flight[] = [];
  #late: Command[] = [];

  /** `arrive` carries the request out on the engine. */
  constructor(arrive: (command: Command) => Promise<unknown>) {
    this.#arrive = arrive;
  }

  /** The table as `owner` reaches it over this connection. */
  connect(owner: object, table: Table): Table {
    return interpose(
      table,
      (command) => new Promise((answer, fail) => this.#flights.push({ owner, command, answer, fail })),
    );
  }

  underWay(): number {
    return this.#flights.length;
  }

  late(): number {
    return this.#late.length;
  }

  async deliver(n: number): Promise<void> {
    const flight = this.#take(n);
    if (!flight) return;
    try {
      flight.answer(await this.#arrive(flight.command));
    } catch (error) {
      flight.fail(error);
    }
  }

  async loseAnswer(n: number): Promise<void> {
    const flight = this.#take(n);
    if (!flight) return;
    await this.#arrive(flight.command).catch(() => null);
    flight.fail(broken());
  }

  /** The engine carries it out now, and again later as an unknown request. */
  async double(n: number): Promise<void> {
    const command = this.#flights[n % Math.max(1, this.#flights.length)]?.command;
    if (command) this.#late.push(command);
    await this.deliver(n);
  }

  /** It is lost until `comeLate`. */
  delay(n: number): void {
    const flight = this.#take(n);
    if (!flight) return;
    this.#late.push(flight.command);
    flight.fail(broken());
  }

  async comeLate(n: number): Promise<void> {
    const command = this.#late.splice(n % Math.max(1, this.#late.length), 1)[0];
    if (!command) return;
    if (command instanceof TransactWriteCommand) command.input.ClientRequestToken = randomUUID();
    await this.#arrive(command).catch(() => null);
  }

  /** The owner is gone: every other of its requests in flight arrives late, the others never. */
  cut(owner: object, n: number): void {
    const sent = this.#flights.filter((flight) => flight.owner === owner);
    this.#flights = this.#flights.filter((flight) => flight.owner !== owner);
    this.#late.push(...sent.filter((_, i) => (n + i) % 2 === 0).map(({ command }) => command));
  }

  /** Requests older than this never arrive. */
  lose(isGone: (command: Command) => boolean): void {
    this.#late = this.#late.filter((command) => !isGone(command));
    const gone = this.#flights.filter(({ command }) => isGone(command));
    this.#flights = this.#flights.filter(({ command }) => !isGone(command));
    for (const { fail } of gone) fail(broken());
  }

  #take(n: number): Flight | undefined {
    return this.#flights.splice(n % Math.max(1, this.#flights.length), 1)[0];
  }
}

const broken = () => Object.assign(new Error("socket hang up"), { code: "ECONNRESET", $metadata: { attempts: 4 } });
