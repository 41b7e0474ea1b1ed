import { arenaPlan } from "./halls/arena-plan.ts";
import { carnegiePlan } from "./halls/carnegie-plan.ts";
import { geffenPlan } from "./halls/geffen-plan.ts";
import { concertHall, lawnStage, recitalHall, theatre } from "./halls/generic-plans.ts";
import type { Hall, Plan } from "./halls/hall.ts";
import { merkinPlan } from "./halls/merkin-plan.ts";
import { operaPlan } from "./halls/opera-plan.ts";
import { vailPlan } from "./halls/vail-plan.ts";

const newYork = { city: "New York", timezone: "America/New_York", currency: "USD" };
const vail = { city: "Vail", timezone: "America/Denver", currency: "USD" };

const generic = {
  recital: { plan: recitalHall, note: "The seating plan is a generic one, a recital hall of about 450 seats." },
  theatre: { plan: theatre, note: "The seating plan is a generic one, a theatre of about 900 seats." },
  concert: { plan: concertHall, note: "The seating plan is a generic one, a concert hall of about 2,000 seats." },
  lawn: {
    plan: lawnStage,
    note: "The seating plan is a generic one, an outdoor stage with a lawn, about 1,500 places.",
  },
};

/** Every venue of the demo, its own plan where it is known and the nearest generic one where it is not. */
export const halls: Hall[] = [
  {
    ...newYork,
    ...geffenPlan,
    key: "david-geffen-hall",
    name: "David Geffen Hall",
    description: "The New York Philharmonic’s home at Lincoln Center: an orchestra and three tiers around it.",
  },
  {
    ...newYork,
    ...merkinPlan,
    key: "merkin-hall",
    name: "Merkin Hall",
    description: "A recital hall near Lincoln Center, known for chamber music.",
  },
  {
    ...newYork,
    ...carnegiePlan,
    key: "stern-auditorium-carnegie-hall",
    name: "Stern Auditorium, Carnegie Hall",
    description: "Parquet, two tiers of boxes, dress circle and balcony.",
  },
  {
    ...vail,
    ...vailPlan,
    key: "gerald-r-ford-amphitheater",
    name: "Gerald R. Ford Amphitheater",
    description: "An open-air amphitheatre in the mountains; these are the reserved seats under its roof.",
  },
  {
    ...newYork,
    ...arenaPlan,
    key: "demonstration-arena",
    name: "Demonstration Arena",
    description:
      "An invented arena of 20,000 seats that shows how a very large seat map works. It stands in for a park.",
  },
  {
    ...operaPlan,
    key: "opernhaus-musterstadt",
    name: "Opernhaus Musterstadt",
    city: "Musterstadt",
    timezone: "Europe/Berlin",
    currency: "EUR",
    description:
      "An invented opera house, labelled in German: stalls numbered odd and even from the middle aisle, two tiers of boxes in a horseshoe, two balconies.",
  },
  at(newYork, "good-shepherd-faith-presbyterian-church", "Good Shepherd Faith Presbyterian Church", "recital"),
  at(newYork, "museum-of-modern-art", "Museum of Modern Art", "recital"),
  at(newYork, "kenneth-c-griffin-sidewalk-studio", "Kenneth C. Griffin Sidewalk Studio", "recital"),
  at(newYork, "first-baptist-church", "First Baptist Church, Queens", "recital"),
  at(newYork, "mother-ame-zion-church", "Mother AME Zion Church", "recital"),
  at(newYork, "villa-albertine", "Villa Albertine", "recital"),
  at(newYork, "juilliard-theater", "Juilliard Theater", "theatre"),
  at(newYork, "abyssinian-baptist-church", "Abyssinian Baptist Church", "theatre"),
  at(newYork, "cathedral-of-saint-john-the-divine", "Cathedral Church of Saint John the Divine", "concert"),
  at(newYork, "st-george-theatre", "St. George Theatre, Staten Island", "concert"),
  at(newYork, "van-cortlandt-park", "Van Cortlandt Park, Bronx", "lawn"),
  at(newYork, "prospect-park", "Prospect Park, Brooklyn", "lawn"),
  at(newYork, "cunningham-park", "Cunningham Park, Queens", "lawn"),
  at({ ...newYork, city: "East Hampton" }, "guild-hall", "Guild Hall", "recital"),
  at(vail, "vilar-performing-arts-center", "Vilar Performing Arts Center", "recital"),
  abroad("arts-center-incheon", "Arts Center Incheon", "Incheon", "concert", "KRW"),
  abroad("seoul-arts-center", "Seoul Arts Center, Concert Hall", "Seoul", "concert", "KRW"),
  abroad("shanghai-symphony-hall", "Shanghai Symphony Hall", "Shanghai", "theatre", "CNY"),
];

/** The hall of that key. Throws RangeError when the catalog has none. */
export function getHall(key: string): Hall {
  const hall = halls.find((candidate) => candidate.key === key);
  if (!hall) throw new RangeError(`no hall ${key}`);
  return hall;
}

function at(place: typeof newYork, key: string, name: string, kind: keyof typeof generic): Hall {
  const { plan, note } = generic[kind];
  return { ...place, ...plan, key, name, description: note };
}

function abroad(key: string, name: string, city: string, kind: keyof typeof generic, currency: "KRW" | "CNY"): Hall {
  const timezone = currency === "KRW" ? "Asia/Seoul" : "Asia/Shanghai";
  const hall = at({ city, timezone, currency }, key, name, kind);
  return { ...hall, prices: convertPrices(hall, currency) };
}

/** Round prices near those in dollars; the won has no minor unit. */
function convertPrices({ prices }: Plan, currency: "KRW" | "CNY"): Record<string, number> {
  const round = currency === "KRW" ? (cents: number) => Math.round((cents * 13) / 5_000) * 5_000 : roundYuan;
  return Object.fromEntries(Object.entries(prices).map(([type, cents]) => [type, round(cents)]));
}

function roundYuan(cents: number): number {
  return Math.round((cents * 7) / 2_000) * 2_000;
}
