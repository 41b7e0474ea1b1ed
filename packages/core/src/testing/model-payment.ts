/** The gateway's state of a payment in the model of a sale; "none" if none arrived. */
export type ModelPayment = "none" | "unheard" | "authorized" | "challenged" | "declined";

export type Token = "tok_visa" | "tok_chargeDeclined" | "tok_charge_then_lost" | "tok_challenge" | "tok_timeout";

/**
 * Where a process dies during a confirmation: after writing `paying`, after the gateway's response, or after the
 * booking.
 */
export type Death = "paying" | "answered" | "booked";

/** What the gateway makes of a token. */
export const heard = {
  tok_visa: "authorized",
  tok_charge_then_lost: "authorized",
  tok_chargeDeclined: "declined",
  tok_challenge: "challenged",
  tok_timeout: "unheard",
} as const satisfies Record<Token, ModelPayment>;

/** In seconds. */
export type ModelRules = {
  ttl: number;
  extension: number;
  max: number;
  window: number;
  challenge: number;
  timeout: number;
};
