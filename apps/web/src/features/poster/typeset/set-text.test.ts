import { expect, test } from "vitest";
import { slicesOf } from "./font-slices";
import { openFont } from "./open-font";
import { setText } from "./set-text";

const box = { width: 500, height: 300, leading: 1.1 };
const style = { weight: 600, sizes: [80, 60, 40] };
const set = (text: string, size = 40) => setText(text, box, { weight: 600, sizes: [size] });

test.each([
  "Dvořák: Symphony No. 9",
  "Чайковский",
  "Ελληνικά",
  "Việt Nam",
  "حفلة موسيقية",
  "שלום עולם",
  "क्षत्रिय संगीत",
  "বাংলা",
  "தமிழ்",
  "คอนเสิร์ต",
  "东京交响乐团",
  "東京のカフェ",
  "서울 시립 교향악단",
  "բարև",
  "გამარჯობა",
  "🎻 ❤️ 1️⃣ 🇧🇷 👍🏽",
  "♯ ♭ → ≥ ½ ™ €",
])("has every letter of %s", async (text) => {
  const result = await setText(text, box, style);
  expect(result?.lines.every(({ glyphs }) => glyphs.length > 0)).toBe(true);
});

test("leaves out a text with a letter that no font has", async () => {
  expect(await set("Gamelan ꦗꦮ")).toBeNull();
});

test.each([
  "Donaudampfschifffahrtsgesellschaftskapitänsmütze".repeat(3),
  "東京交響楽団特別演奏会".repeat(20),
  "one two three four five six seven eight nine ten ".repeat(6),
])("no line is wider than the box, nor the text higher: %s", async (text) => {
  const result = await setText(text, box, style);
  const size = result?.size ?? 0;
  for (const { width } of result?.lines ?? []) expect(width * size).toBeLessThanOrEqual(box.width + 1);
  expect((result?.lines.length ?? 99) * size * box.leading).toBeLessThanOrEqual(box.height);
});

test("joins and reorders letters as their script does", async () => {
  const widthOf = async (text: string) => (await set(text))?.lines[0]?.width ?? 0;
  // Joined forms are narrower than the same letters apart.
  expect(await widthOf("ببب")).toBeLessThan(await widthOf("ب\u200cب\u200cب"));
  expect((await set("क्ष"))?.lines[0]?.glyphs).toHaveLength(1);
  expect((await set("👩‍👩‍👧"))?.lines[0]?.glyphs).toHaveLength(1);
});

test("a line is read in the direction of its script, numbers within it from the left", async () => {
  const [latin, hebrew, mixed] = await Promise.all([set("abc"), set("שלום"), set("שלום 27")]);
  expect([latin?.isRightToLeft, hebrew?.isRightToLeft, mixed?.isRightToLeft]).toEqual([false, true, true]);
  const [word, number] = await Promise.all([set("שלום"), set("27")]);
  const last = mixed?.lines[0]?.glyphs.slice(-1)[0];
  expect(last?.outline).toBe(word?.lines[0]?.glyphs.slice(-1)[0]?.outline);
  expect(mixed?.lines[0]?.glyphs[0]?.outline).toBe(number?.lines[0]?.glyphs[0]?.outline);
});

test("Chinese and Japanese get their own form of a letter", async () => {
  const outlineOf = async (text: string) => (await set(text))?.lines[0]?.glyphs[0]?.outline;
  expect(await outlineOf("直")).not.toBe(await outlineOf("直の"));
});

test("fonts that are opened at the same time are not mixed up", async () => {
  // Rare letters, far apart, so that each is in another file.
  const points = Array.from({ length: 24 }, (_, index) => 0x9f00 - index * 640);
  const opened = points.flatMap((point) => slicesOf(point).map(async (slice) => (await openFont(slice)).covers(point)));
  expect(opened.length).toBeGreaterThan(20);
  expect(await Promise.all(opened)).toEqual(opened.map(() => true));
});
