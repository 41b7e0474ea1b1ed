import fc from "fast-check";

const letters = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(..."abc XYZ,;:\\\"'&<>{}$%0189–“”…") },
  { weight: 4, arbitrary: fc.constantFrom(..."äßñøŁЖщΩאבשלوةپ中国日本語のカ한국กขไทยकषिতமਪ") },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "👩‍👩‍👧‍👦",
      "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
      "❤️",
      "1️⃣",
      "🇧🇷",
      "👍🏽",
      "e\u0301",
      "a\u0323\u0302",
      "क्ष",
      "می‌خ",
      "葛󠄀",
      "ﷺ",
      "\u200f",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "\r\n",
      "\n",
      "\t",
      "\0",
      "\u0085",
      "\u2028",
      "\u202e",
      "\u2066",
      "\u{e0041}",
      "\ud800",
      "\udc00",
      "\u200b",
      "\ufeff",
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)) },
);
/** Texts as people type and paste them, and as someone writes them who wants to break a page or a file. */
export const drawnText: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.array(letters, { minLength: 1, maxLength: 40 }).map((all) => all.join("")) },
  { weight: 3, arbitrary: fc.array(letters, { minLength: 150, maxLength: 170 }).map((all) => all.join("")) },
  { weight: 1, arbitrary: fc.constantFrom(..."mWÄЖ中ب").map((letter) => letter.repeat(160)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "x\r\nBEGIN:VALARM\r\nACTION:AUDIO",
      "x\\nEND:VEVENT",
      "x\nATTENDEE:mailto:a@b.example",
      "<script>alert(1)</script>",
      "]]>--><img src=x onerror=alert(1)>",
      "{{name}} %s",
      '=HYPERLINK("https://x.example")',
      "\u200b\u200d\ufe0f",
    ),
  },
);
