import { unusualDigits } from "./money.rules.ts";

// Separate from money.rules.ts, so that pages which only print amounts don't load the whole list.

const twoDigits = `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK
      DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD
      KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP
      PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH
      USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`;

/**
 * The codes of all currencies that an event can be sold in, in alphabetical order: ISO 4217, List One, with its amendments up to
 * number 180 (in force since 2026-01-01). Left out is what nobody pays with: funds and units of account (BOV, CHE, CHW, CLF, COU,
 * MXV, USN, UYI, UYW, XAD, XBA to XBD, XDR, XSU, XUA), metals, and the codes for tests and for no currency (XTS, XXX).
 */
export const currencies: readonly string[] = [twoDigits, ...Object.values(unusualDigits)]
  .flatMap((codes) => codes.split(/\s+/))
  .sort();
