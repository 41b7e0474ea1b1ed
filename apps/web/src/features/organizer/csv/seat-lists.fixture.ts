/** Twelve seat lists as theaters send them: written by other programs, in several languages, encodings and habits. */
export type SeatListFile = { name: string; bytes: Uint8Array<ArrayBuffer> };

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string) =>
  Uint8Array.from([...`\uFEFF${text}`].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]));
const lines = (...rows: string[]) => `${rows.join("\r\n")}\r\n`;

/** 2,000 seats in 50 rows, each 5.5 dm from the next. */
const many = Array.from({ length: 2000 }, (_, index) => {
  const [row, seat] = [Math.floor(index / 40) + 1, (index % 40) + 1];
  return `Parkett;${row};${seat};${row <= 20 ? "I" : "II"};${((seat - 20.5) * 5.5).toFixed(2).replace(".", ",")};${25 + row * 9}`;
});

export const seatLists = {
  twoSections: {
    name: "two-sections.csv",
    bytes: utf8(
      "Section,Row,Seat,Category\nStalls,A,1,Full\nStalls,A,2,Full\nCircle,A,1,Reduced\nCircle,A,2,Reduced\n",
    ),
  },
  numericRows: {
    name: "numeric-rows.csv",
    bytes: utf8("row,seat,category,notes\n12,1,Full,\n12,2,Full,by the door\n2,1,Full,\n1,1,Full,\n"),
  },
  german: {
    name: "saalplan.csv",
    bytes: utf8(
      `\uFEFF${lines(
        "Bereich;Reihe;Platz-Nr.;Preiskategorie;X;Y;Rollstuhl;Begleitung",
        "Parkett;1;1;PK 1;-2,75;25;;",
        "Parkett;1;2;PK 1;2,75;25;ja;nein",
        "Rang links;Ä;1;PK 2;-2,75;34,5;nein;x",
      )}`,
    ),
  },
  french: {
    name: "plan-de-salle.csv",
    bytes: utf8(
      "Secteur;Rang;Siège;Catégorie;PMR;Visibilité réduite\nParterre;A;1;1re série;oui;\nParterre;A;1bis;1re série;;oui\nLoge d’honneur;A;1;Loge;non;non\n",
    ),
  },
  excelUnicode: {
    name: "excel-unicode.csv",
    bytes: utf16(lines("sep=;", "Сектор;Ряд;Место;Category", "Партер;Ж;1;Партер", "Партер;Ж;2;Партер")),
  },
  windows: {
    name: "grosses-haus.csv",
    bytes: latin(
      lines(
        "Bereich;Reihe;Sitz;Kategorie",
        "B\xfchne S\xfcd;\xd6;1;Erm\xe4\xdfigt",
        "B\xfchne S\xfcd;\xd6;2;Erm\xe4\xdfigt",
      ),
    ),
  },
  oddLabels: {
    name: "labels.csv",
    bytes: utf8("Row,Seat,Category\nA,0,Full\nA,12,Full\nA,12A,Full\nA,12bis,Full\nB,A,Full\nB,B,Full\nB,007,Full\n"),
  },
  oddEven: {
    name: "odd-even.csv",
    bytes: utf8(
      `Row,Seat,Category,x,y\n${[5, 3, 1, 2, 4, 6].map((seat, at) => `A,${seat},Full,${(at - 2.5) * 5.5},25`).join("\n")}\n`,
    ),
  },
  boxes: {
    name: "boxes.txt",
    bytes: utf8(
      "Grand Theatre, boxes\n\nBox\tSeat\tPrice category\tStep-free\nBox 3\t1\tBox\tyes\nBox 3\t2\tBox\tyes\nBox 4\t1\tBox\tno\n",
    ),
  },
  large: {
    name: "large.csv",
    bytes: utf8(lines("Bereich;Reihe;Platz;Kategorie;x;y", ...many)),
  },
  openQuote: {
    name: "open-quote.csv",
    bytes: utf8('Section,Row,Seat,Category\nStalls,A,1,Full\nStalls,A,"2,Full\nStalls,A,3,Full\n'),
  },
  zonesInCase: {
    name: "zones.csv",
    bytes: utf8(
      "Section,Row,Seat,Zone\nParkett,A,1,Zone 1\nparkett,A,2,zone 1\nPARKETT ,A,3,Zone 1\nGalerie,A,1,Zone 2\nGalérie,A,2,ZONE 2\nGalerie,A,3,Zone 2\n",
    ),
  },
} as const satisfies Record<string, SeatListFile>;
