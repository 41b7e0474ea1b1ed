import { expect, it } from "vitest";
import { fold } from "./fold.ts";

it.each([
  ["Dvořák ÅNGSTRÖM", "dvorak angstrom"],
  ["Dvor\u030ca\u0301k", "dvorak"],
  ["Witold LUTOSŁAWSKI", "witold lutoslawski"],
  ["Søren Strauß, Œuvre", "soren strauss, oeuvre"],
  ["Чайковский", "чаиковскии"],
  ["久石譲", "久石譲"],
  ["ＮＨＫ交響楽団", "nhk交響楽団"],
  ["ﾍﾞｰﾄｰｳﾞｪﾝ", "べーとーべん"],
  ["ベートーヴェン", "べーとーべん"],
  ["ΘΕΟΔΩΡΆΚΗΣ", "θεοδωρακησ"],
  ["Диана Арбенина: ёлка", "диана арбенина: елка"],
  ["İstanbul ISPARTA ısparta", "istanbul isparta isparta"],
  ["مُحَمَّد الأوّل ٢٠٢٧", "محمد الاول 2027"],
  ["לִירִיקָה", "ליריקה"],
  ["हिन्दी ज़ाकिर चाँद", "हिंदी जाकिर चांद"],
  ["서울".normalize("NFD"), "서울"],
  ["Simon & Garfunkel", "simon and garfunkel"],
  ["Florence + the Machine", "florence and the machine"],
  ["Симфония №5", "симфония no 5"],
  ["L’Orfeo", "l'orfeo"],
  ["ro\u00adman\u200btic", "romantic"],
  ["&", "&"],
  ["PLAIN (no. 1)", "plain (no. 1)"],
])("%s is folded to %s", (text, folded) => {
  expect(fold(text)).toBe(folded);
});
