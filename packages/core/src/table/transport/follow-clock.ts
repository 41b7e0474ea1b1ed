import type { IncomingHttpHeaders } from "node:http";

const wrongFromMs = 240_000;
const tooLateMs = 900_000;

/** The time at DynamoDB, as its answers tell it: a signature is only good for some minutes around it. */
export type ServerClock = {
  now(): Date;
  /** Sets the clock by an answer to a request sent at `sentAt`; whether that showed that this machine's is minutes off. */
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
