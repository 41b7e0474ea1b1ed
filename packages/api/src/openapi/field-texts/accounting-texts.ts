import type { FieldTexts } from "./field-texts.ts";

const figures = ["AccountingFigures", "AccountingDay"];

export const accountingTexts: readonly FieldTexts[] = [
  {
    owners: ["EventAccounting"],
    fields: {
      currency: "The ISO 4217 code of the currency of all amounts.",
      timezone: "The IANA time zone of the venue, whose days these are.",
      total: "Of all days together.",
      days: "Each day on which money moved or a seat was given away, earliest first.",
      disputed: "What payers' banks took back or mean to, in the minor unit. It is no part of the figures.",
    },
  },
  {
    owners: figures,
    fields: {
      gross: "What was paid, in the minor unit.",
      refunds: "What was given back, in the minor unit.",
      fees: "What the operator of the installation kept of it, less what went back with refunds, in the minor unit.",
      net: "`gross` less `refunds` and `fees`.",
      by_method: "The parts of `net` by how they were paid.",
    },
  },
  { owners: ["AccountingDay"], fields: { date: "The day at the venue." } },
  {
    owners: figures.map((owner) => `${owner}.by_method`),
    fields: {
      card: "Through the payment gateway.",
      cash: "At the box office.",
      invoice: "On invoice, to the seller.",
    },
  },
  {
    owners: ["EventAccounting.disputed"],
    fields: {
      open: "Not decided yet: the payers' banks have it for now.",
      won: "Decided for the seller.",
      lost: "Decided against the seller, who does not have it any more.",
    },
  },
];
