import type { Production } from "./catalog.ts";

type Opera = { composer: string; title: string; text: string; programme: string; duration: number; dates: string[] };

const venue = "opernhaus-musterstadt";

/**
 * The season of the invented opera house, on dates of the calendar that the catalog has. Works, librettists and first
 * performances are facts; nobody is said to sing, and the lengths, intervals included, are usual ones.
 */
const operas: Opera[] = [
  {
    composer: "Wolfgang Amadeus Mozart",
    title: "Die Zauberflöte",
    text: "Singspiel in two acts. Libretto by Emanuel Schikaneder. First performed in Vienna in 1791.",
    programme: "Overture and Act I\nAct II",
    duration: 180,
    dates: ["2024-09-14T19:00", "2024-09-17T19:00", "2024-09-29T15:00", "2024-10-05T19:00"],
  },
  {
    composer: "Giuseppe Verdi",
    title: "La traviata",
    text: "Opera in three acts. Libretto by Francesco Maria Piave. First performed in Venice in 1853.",
    programme: "Act I\nAct II\nAct III",
    duration: 165,
    dates: ["2024-09-18T19:30", "2024-09-24T19:30", "2024-09-27T19:30"],
  },
  {
    composer: "Georges Bizet",
    title: "Carmen",
    text: "Opéra comique in four acts. Libretto by Henri Meilhac and Ludovic Halévy. First performed in Paris in 1875.",
    programme: "Act I\nAct II\nAct III\nAct IV",
    duration: 190,
    dates: ["2024-09-25T19:00", "2024-10-02T19:00", "2024-10-06T17:00"],
  },
  {
    composer: "Ludwig van Beethoven",
    title: "Fidelio",
    text: "Opera in two acts, in the version of 1814. Libretto by Joseph Sonnleithner, Stephan von Breuning and Georg Friedrich Treitschke.",
    programme: "Overture and Act I\nAct II",
    duration: 150,
    dates: ["2024-10-18T19:30", "2024-10-23T19:30"],
  },
  {
    composer: "Giacomo Puccini",
    title: "La bohème",
    text: "Opera in four scenes. Libretto by Giuseppe Giacosa and Luigi Illica. First performed in Turin in 1896.",
    programme: "Act I\nAct II\nAct III\nAct IV",
    duration: 145,
    dates: ["2024-10-26T19:30", "2024-10-31T19:30", "2024-11-03T16:00"],
  },
  {
    composer: "Engelbert Humperdinck",
    title: "Hänsel und Gretel",
    text: "Fairy-tale opera in three scenes. Libretto by Adelheid Wette. First performed in Weimar in 1893.",
    programme: "Overture and Act I\nAct II\nAct III",
    duration: 125,
    dates: ["2024-12-01T15:00", "2024-12-07T18:00", "2024-12-15T15:00"],
  },
];

/** Thursday to Sunday on one ticket, from the first overture to the end of the last opera. */
const mozartDays: Production = {
  name: "Mozarttage: the three Da Ponte operas",
  venue,
  runs: [
    {
      artists: ["Wolfgang Amadeus Mozart"],
      tags: ["opera", "festival"],
      description: "Four days at the opera on one ticket: Figaro, Don Giovanni, a day of talks, and Così fan tutte.",
      programme: [
        "Thursday — Le nozze di Figaro, K. 492",
        "Friday — Don Giovanni, K. 527",
        "Saturday — Talks and rehearsals for the audience",
        "Sunday — Così fan tutte, K. 588",
      ].join("\n"),
      duration: 3 * 1_440 + 3 * 60 + 30,
      dates: ["2024-09-19T18:00"],
    },
  ],
};

export const operaSeason: Production[] = [...operas.map(toProduction), mozartDays];

function toProduction({ composer, title, text, programme, duration, dates }: Opera): Production {
  const surname = composer.split(" ").at(-1);
  const run = { artists: [composer], tags: ["opera"], description: text, programme, duration, dates };
  return { name: `${surname}: ${title}`, venue, runs: [run] };
}
