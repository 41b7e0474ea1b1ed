import { describe, expect, it } from "vitest";
import { listDates, readCatalog } from "../catalog.ts";
import { deriveCatalog, type RawProgram } from "./derive-catalog.mjs";
import { groupProductions } from "./group-productions.mjs";
import { isOpen, readConcert } from "./read-concert.mjs";

const concert = {
  eventType: "Subscription Season",
  Location: "Manhattan, NY",
  Venue: "David Geffen Hall",
  Date: "2024-09-12T04:00:00Z",
  Time: "7:30PM",
};

const mahler: RawProgram = {
  orchestra: "New York Philharmonic",
  season: "2024-25",
  concerts: [concert, { ...concert, Date: "2024-09-13T04:00:00Z", Time: "2:00PM" }],
  works: [
    {
      composerName: "Mozart,  Wolfgang  Amadeus",
      workTitle: "CONCERTO, PIANO NO. 14, E-FLAT MAJOR, K.449",
      conductorName: "Thomas, Michael Tilson",
      soloists: [{ soloistName: "Ax, Emanuel", soloistInstrument: "Piano", soloistRoles: "S" }],
    },
    { interval: "Intermission", soloists: [] },
    { composerName: "Nobody,", workTitle: null, soloists: [] },
    {
      composerName: "Mahler,  Gustav",
      workTitle: "SYMPHONY NO.  5 IN C SHARP MINOR",
      conductorName: "Thomas, Michael Tilson",
      soloists: [],
    },
  ],
};

describe("deriveCatalog", () => {
  it("makes an event of each concert of a programme", () => {
    const { events } = deriveCatalog({ programs: [mahler] });
    expect(events).toHaveLength(2);
    expect(events[0]).toEqual({
      name: "Mahler: Symphony No. 5",
      date: "2024-09-12",
      time: "19:30",
      venue: "david-geffen-hall",
      artists: ["Michael Tilson Thomas", "Emanuel Ax"],
      tags: ["orchestral", "piano"],
      description:
        "Michael Tilson Thomas conducts the New York Philharmonic in Mozart’s Piano Concerto No. 14 and Mahler’s Symphony No. 5. With Emanuel Ax (piano).",
      programme:
        "Wolfgang Amadeus Mozart — Piano Concerto No. 14 in E-flat major, K. 449\nGustav Mahler — Symphony No. 5 in C-sharp minor",
      duration: 125,
    });
    expect(events[1]).toMatchObject({ name: "Mahler: Symphony No. 5", date: "2024-09-13", time: "14:00" });
  });

  it("takes other concerts where others are wanted, and names one that plays nothing known by its series", () => {
    const closed = { ...concert, eventType: "Private Concert", Time: "None" };
    const history = { programs: [{ ...mahler, works: [], concerts: [closed] }] };
    expect(deriveCatalog(history).events).toEqual([]);
    expect(deriveCatalog(history, () => true).events).toMatchObject([
      { name: "Private Concert", artists: ["New York Philharmonic"], time: "00:00", programme: "" },
    ]);
  });

  it("names a series by its series, a recital by its artists, a film by its film", () => {
    const named = (eventType: string, works = mahler.works) =>
      deriveCatalog({ programs: [{ ...mahler, works, concerts: [{ ...concert, eventType }] }] }).events[0]?.name;
    const film = { composerName: "Herrmann,  Bernard", workTitle: "PSYCHO - LIVE TO FILM" };
    expect(named("Young People's Concert")).toBe("Young People’s Concert: Mozart and Mahler");
    expect(named("Artist Spotlight")).toBe("Emanuel Ax in Recital");
    expect(named("Non-Subscription", [film])).toBe("Psycho: Live to Film");
  });

  it("prints movements of the same work on one line", () => {
    const suite = { composerName: "Tchaikovsky,  Pyotr  Ilyich", workTitle: "NUTCRACKER, THE: SUITE, OP. 71A" };
    const works = ["Trepak (Russian Dance)", "Waltz of the Flowers"].map((movement) => ({ ...suite, movement }));
    expect(deriveCatalog({ programs: [{ ...mahler, works }] }).events[0]?.programme).toBe(
      "Pyotr Ilyich Tchaikovsky — The Nutcracker: Suite, Op. 71a: Trepak (Russian Dance); Waltz of the Flowers",
    );
  });
});

describe("a raw concert", () => {
  it("is left out when nobody could buy a ticket", () => {
    const closed = [
      { eventType: "Chamber Concert (Private)" },
      { eventType: "Young People's Concerts for Schools" },
      { eventType: "Fundraising Concert" },
      { Venue: "Home of Melissa Ko and S. Douglas Hahn" },
      { Time: "None" },
    ];
    expect(closed.map((change) => isOpen({ ...concert, ...change }))).toEqual([false, false, false, false, false]);
    expect(isOpen({ ...concert, eventType: "Young People's Concert" })).toBe(true);
  });

  it("has New York's date though it is written as an instant, in winter too", () => {
    expect(readConcert({ ...concert, Date: "2025-01-02T05:00:00Z", Time: "12:00PM" })).toEqual({
      date: "2025-01-02",
      time: "12:00",
      venue: "david-geffen-hall",
    });
    expect(readConcert({ ...concert, Venue: "The Great Lawn, Central Park" }).venue).toBe("demonstration-arena");
    expect(readConcert({ ...concert, Venue: "Gerald R. Ford Amphitheater" }).venue).toBe("gerald-r-ford-amphitheater");
  });
});

describe("the catalog we ship", () => {
  const { license, productions } = readCatalog();
  const events = listDates(productions);
  const texts = events.flatMap(({ name, artists, programme }) => [name, ...artists, ...programme.split("\n")]);

  it("names its licence and holds every concert that passes the rules, in order", () => {
    expect(license).toBe("CC0-1.0");
    expect(events).toHaveLength(232);
    const moments = events.map(({ date, time }) => `${date} ${time}`);
    expect(moments).toEqual([...moments].sort());
  });

  it("holds them as 107 productions, each of one name in one hall", () => {
    expect(productions).toHaveLength(107);
    expect(new Set(productions.map(({ name, venue }) => `${name} ${venue}`)).size).toBe(107);
    expect(productions.filter(({ runs }) => runs.flatMap(({ dates }) => dates).length > 1)).toHaveLength(53);
    expect(groupProductions(events)).toEqual(productions);
  });

  it("has no ugly leftovers of its source", () => {
    const ugly = /\p{Lu}{5,}|,$|[[\]"]|\s{2}|\bundefined\b|\bNo\.\S|[A-G] (Sharp|Flat)\b/u;
    expect(texts.filter((text) => ugly.test(text))).toEqual([]);
  });

  it("names everybody once and tags nearly everything", () => {
    for (const { artists, tags } of events) {
      expect(new Set(artists).size).toBe(artists.length);
      expect(new Set(tags).size).toBe(tags.length);
      expect(tags.length).toBeGreaterThan(0);
    }
  });

  it("sends one parks concert to the demonstration arena", () => {
    expect(
      events.filter(({ venue }) => venue === "demonstration-arena").map(({ tags }) => tags.includes("parks")),
    ).toEqual([true]);
  });
});
