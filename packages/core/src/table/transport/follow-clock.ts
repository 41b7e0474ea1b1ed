import type { IncomingHttpHeaders } from "node:http";

const wrongFromMs = 240_000;
const tooLateMs = 900_000;

/** DynamoDB's time, from its answers: a signature is valid only for some minutes around it. */
export type ServerClock = {
  now(): Date;
  /** Sets the clock from the answer to a request sent at `sentAt`; returns whether this machine's is minutes off. */
  set(headers: IncomingHttpHeaders, sentAt: number): boolean;
};

export function followClock(): ServerClock {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    set({ date, age }, sentAt) {
      const reported = date === undefined || age !== undefined ? Number.NaN : Date.parse(date);
      const received = Date.now();
      if (Number.isNaN(reported) || received - sentAt > tooLateMs) return false;
      offset = reported - received;
      return Math.abs(offset) >= wrongFromMs;
    },
  };
}
