import { describe, expect, it } from "vitest";
import { cardsOfAllScripts as cards } from "../testing/cards-of-all-scripts.ts";
import { knowEvents } from "../testing/know-events.ts";
import { searchEvents } from "./search-events.ts";

const now = Date.parse("2027-01-01T00:00:00Z") / 1000;

/** Searches of each script, each with the beginnings of the names that it must find. */
const searches: Record<string, [search: string, ...found: string[]][]> = {
  Latin: [
    ["DVOŘÁK", "Dvořák"],
    ["ｄｖｏｒａｋ", "Dvořák"],
    ["dvorka", "Dvořák"],
    ["acdc", "AC/DC"],
    ["ac/dc", "AC/DC"],
    ["AC-DC", "AC/DC"],
    ["oconnor", "Sinéad"],
    ["o'connor", "Sinéad"],
    ["O´Connor", "Sinéad"],
    ["simon and garfunkel", "Simon"],
    ["Simon ＆ Garfunkel", "Simon"],
    ["grosses konzert", "Großes"],
    ["GROẞES", "Großes"],
    ["saintsaens", "Saint"],
    ["saint saens", "Saint"],
    ["saint‑saëns", "Saint"],
    ["istanbul", "İstanbul"],
    ["ISTANBUL ISIN", "İstanbul"],
    ["jayz", "Jay-Z", "Jazz"],
    ["jay-z", "Jay-Z"],
    ["dem nhac", "Đêm"],
  ],
  Cyrillic: [
    ["щелкунчик", "Чайковский"],
    ["ЧАЙКОВСКИЙ", "Чайковский"],
    ["федор шаляпин", "Фёдор"],
    ["Фёдор", "Фёдор"],
    ["артем", "Артём"],
    ["шостаковычь", "Шостакович"],
    ["симфония №5", "Шостакович"],
    ["симфония 5", "Шостакович"],
    ["київська", "Київська"],
    ["чай", "Чайковский"],
    ["вече", "Фёдор"],
  ],
  Greek: [
    ["ΘΕΟΔΩΡΑΚΗΣ", "Μίκης"],
    ["θεοδωρακησ", "Μίκης"],
    ["θεοδωράκης", "Μίκης"],
    ["μικης", "Μίκης"],
    ["ἄξιον ἐστί", "Μίκης"],
    ["ΜΑΡΊΑ ΚΆΛΛΑΣ", "Μαρία"],
    ["καλλας", "Μαρία"],
    ["ωδειο ηρωδου", "Ωδείο"],
    ["αρβανιτακι", "Ωδείο"],
  ],
  Hebrew: [
    ["שיר השירים", "שִׁיר"],
    ["שִׁיר", "שִׁיר"],
    ['צה"ל', "מקהלת"],
    ["צהל", "מקהלת"],
    ["מקהלת צה״ל", "מקהלת"],
    ["רייכל", "עידן"],
    ["עידן רייכל", "עידן"],
    ["פילהרמונית", "התזמורת"],
    ["הישראלית", "התזמורת"],
  ],
  Arabic: [
    ["ام كلثوم", "أم"],
    ["أُمّ كُلْثُوم", "أم"],
    ["كـلـثـوم", "أم"],
    ["إنت عمرى", "أم"],
    ["ليلي مراد", "ليلى"],
    ["محمد عبد الوهاب", "مُحَمَّد"],
    ["همايون شجريان", "همایون"],
    ["الاوركسترا", "الأوركسترا"],
    ["للقاهره", "الأوركسترا"],
    ["ﻛﻠﺜﻮﻡ", "أم"],
  ],
  Devanagari: [
    ["हिंदी", "हिन्दी"],
    ["हिन्दी", "हिन्दी"],
    ["पंडित", "पण्डित"],
    ["मङ्गेशकर", "लता"],
    ["गीत", "लता"],
    ["सङ्गीत", "हिन्दी"],
    ["जाकिर", "ज़ाकिर"],
    ["ज़ाकिर", "ज़ाकिर"],
    ["मुंबई", "मुम्बई"],
    ["मुँबई", "मुम्बई"],
    ["तब", "ज़ाकिर"],
  ],
  Thai: [
    ["คอนเสิร์ต", "คอนเสิร์ตเพลง", "คาราบาว"],
    ["ซิมโฟนี", "วงดุริยางค์"],
    ["กรุงเทพ", "วงดุริยางค์"],
    ["ธงไชย", "เบิร์ด"],
    ["ดนตรี", "เทศกาล"],
    ["ดนตร"],
    ["แจ๊ส", "เทศกาล"],
    ["แจส"],
    ["คาราบาวคอนเสิร์ต", "คาราบาว"],
    ["เพลงพระราชา", "คอนเสิร์ตเพลง"],
  ],
  Lao: [
    ["ດົນຕີ", "ດົນຕີ"],
    ["ດົນຕ"],
    ["ພະທາດຫຼວງ", "ງານ"],
    ["ບຸນ", "ງານ", "ບຸນປີ"],
    ["ປີໃໝ່", "ບຸນປີ"],
    ["ລາວ", "ດົນຕີ", "ບຸນປີ"],
    ["ດົນຕີລາວ", "ດົນຕີ"],
  ],
  Khmer: [
    ["តន្ត្រី", "តន្ត្រី"],
    ["តន្ត"],
    ["ខ្មែរ", "តន្ត្រី"],
    ["របាំ", "របាំ"],
    ["អុំទូក", "ពិធី"],
    ["ស៊ីសាមុត", "ស៊ីន"],
    ["ស៊ីនស៊ីសាមុត", "ស៊ីន"],
    ["បុណ្យ", "ពិធី"],
  ],
  Burmese: [
    ["ဂီတ", "မြန်မာ့"],
    ["ရိုးရာ", "မြန်မာ့"],
    ["မြန်မာ", "မြန်မာ့"],
    ["သင်္ကြန်", "သင်္ကြန်"],
    ["ပွဲတော်", "သင်္ကြန်"],
    ["ပွဲ", "မြန်မာ့", "သင်္ကြန်"],
    ["ထွဋ်", "ဇော်"],
  ],
  Japanese: [
    ["交響楽団", "東京都", "京都市"],
    ["京都", "京都市"],
    ["東京", "東京都"],
    ["久石譲", "久石"],
    ["ばっは", "ヨハン"],
    ["ﾊﾞｯﾊ", "ヨハン"],
    ["ヨハンセバスティアンバッハ", "ヨハン"],
    ["ベートーベン", "ベートーヴェン"],
    ["しょぱん", "ショパン"],
    ["パン"],
    ["カンタービレ", "のだめ"],
    ["ラフマニノブ", "ラフマニノフ"],
    ["第５番", "ベートーヴェン"],
    ["ハッハ"],
  ],
  Chinese: [
    ["交响曲", "贝多芬"],
    ["贝多芬交响曲", "贝多芬"],
    ["音乐会", "中国"],
    ["北京音乐会", "中国"],
    ["乐团", "中国", "上海"],
    ["周杰伦", "周杰伦"],
    ["周 杰伦", "周杰伦"],
    ["小提琴", "梁祝"],
    ["琴", "梁祝", "古琴"],
    ["钢琴"],
    ["上海", "上海"],
    ["海上"],
  ],
  Korean: [
    ["교향악단", "서울시립"],
    ["교향악단".normalize("NFD"), "서울시립"],
    ["정기 연주회", "서울시립"],
    ["피아노", "조성진"],
    ["소년단", "방탄"],
    ["방탄소년딘", "방탄"],
    ["국악", "국립"],
    ["소리", "국립"],
    ["콘서트", "아이유"],
    ["악"],
  ],
};

/** All in one catalog, so that a search of one script meets the words of the others. */
const known = knowEvents(now, ...cards);

describe.each(Object.entries(searches))("in %s", (_, cases) => {
  it.each(cases.map(([search, ...found]) => ({ search, found })))("$search finds $found", async ({ search, found }) => {
    const { core } = await known;
    const { items, matched } = await searchEvents(core, { search, limit: 50 });
    const names = matched === "all" ? items.map(({ name }) => name) : [];
    expect(names.sort()).toEqual(
      found.map((beginning) => names.find((name) => name.startsWith(beginning)) ?? beginning).sort(),
    );
  });
});

it("tests a hundred and twenty searches and more in thirteen scripts", () => {
  const cases = Object.values(searches).flat();
  expect(cases.length).toBeGreaterThanOrEqual(120);
  expect(new Set(cases.map(([search]) => search)).size).toBe(cases.length);
  const beginnings = new Set(cases.flatMap(([, ...found]) => found));
  for (const beginning of beginnings) expect(cards.filter(({ name }) => name.startsWith(beginning))).toHaveLength(1);
});
