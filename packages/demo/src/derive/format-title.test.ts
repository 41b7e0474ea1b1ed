import { describe, expect, it } from "vitest";
import { formatMovement } from "./format-movement.mjs";
import { formatTitle, shortTitle } from "./format-title.mjs";

describe("formatTitle", () => {
  it.each([
    ["SYMPHONY NO.  5 IN C SHARP MINOR", "Symphony No. 5 in C-sharp minor"],
    ["CONCERTO, PIANO NO. 14, E-FLAT MAJOR, K.449", "Piano Concerto No. 14 in E-flat major, K. 449"],
    ["SYMPHONY NO. 6, B MINOR, OP. 74 (PATHÉTIQUE)", "Symphony No. 6 in B minor, Op. 74, “Pathétique”"],
    ["SYMPHONY NO. 15, A MAJOR, OP. 141", "Symphony No. 15 in A major, Op. 141"],
    ["CONCERTO, VIOLIN, NO. 2, OP. 63, G MINOR", "Violin Concerto No. 2 in G minor, Op. 63"],
    ["QUARTET, STRING, OP. 77, NO. 1, G MAJOR, H.III:81", "String Quartet in G major, Op. 77, No. 1, Hob. III:81"],
    ["TRIO, PNO/CL/VA, E-FLAT MAJOR, K.498", "Trio for Piano, Clarinet and Viola in E-flat major, K. 498"],
    ["TRIO, PIANO, VIOLIN, CELLO, NO. 3, C MINOR, OP. 101", "Piano Trio No. 3 in C minor, Op. 101"],
    ["SONATA, PIANO, A MINOR, D.784, OP. POSTH. 143", "Piano Sonata in A minor, D. 784, Op. posth. 143"],
    ["QUARTET, STRING, IN G MAJOR [NO. 1]", "String Quartet No. 1 in G major"],
    ["PARTITA NO. 3, E MAJOR, BWV 1006", "Partita No. 3 in E major, BWV 1006"],
  ])("keeps key and opus of %s", (raw, title) => expect(formatTitle(raw)).toBe(title));

  it.each([
    ["NUTCRACKER, THE: SUITE, OP. 71A", "The Nutcracker: Suite, Op. 71a"],
    ["VALSE, LA", "La Valse"],
    ["AMERICAN IN PARIS, AN (TRADITIONAL VERSION)", "An American in Paris (traditional version)"],
    ["'TWAS THE NIGHT BEFORE CHRISTMAS", "’Twas the Night Before Christmas"],
    ["HARRY POTTER AND THE SORCERER'S STONE", "Harry Potter and the Sorcerer’s Stone"],
    ["PSYCHO - LIVE TO FILM", "Psycho: Live to Film"],
  ])("writes %s in title case, its article in front", (raw, title) => expect(formatTitle(raw)).toBe(title));

  it.each([
    ["NUITS D'ETE, OP.7", "Les Nuits d’été, Op. 7"],
    ["MER, LA [THE SEA]", "La Mer"],
    ["AMERIQUES [AMÉRIQUES]", "Amériques"],
    ["DANZON NO. 2 (ARR. Gomez-Tagle)", "Danzón No. 2 (arr. Gomez-Tagle)"],
  ])("gives %s its accents back", (raw, title) => expect(formatTitle(raw)).toBe(title));

  it("names the arranger where there is one", () => {
    expect(formatTitle("SUITE FOR ORCHESTRA (ARR. Mahler)")).toBe("Suite for Orchestra (arr. Mahler)");
    expect(formatTitle("Smith, Richard B. / WINTER WONDERLAND (ARR. Unspecified)")).toBe("Winter Wonderland");
    expect(formatTitle("MAPLE LEAF RAG (ARR. STRING QUARTET)")).toBe("Maple Leaf Rag (arr. for string quartet)");
  });

  it("puts the words in italics back into the title", () => {
    const handel = { _: "FROM  (QUARTET)", em: ["ARRIVAL OF THE QUEEN OF SHEBA", "SOLOMON"] };
    const spring = {
      _: "CONCERTO, VIOLIN, E MAJOR, RV 269 ( FROM ) (ARR. STRING QUARTET)",
      em: ["SPRING", "THE FOUR SEASONS"],
    };
    expect(formatTitle(handel)).toBe("Arrival of the Queen of Sheba from Solomon");
    expect(formatTitle(spring)).toBe(
      "Violin Concerto in E major, RV 269 (“Spring” from The Four Seasons) (arr. for string quartet)",
    );
  });
});

describe("shortTitle", () => {
  it.each([
    ["Symphony No. 6 in B minor, Op. 74, “Pathétique”", "Symphony No. 6, “Pathétique”"],
    ["Piano Concerto No. 14 in E-flat major, K. 449", "Piano Concerto No. 14"],
    ["String Quartet in G major, Op. 77, No. 1, Hob. III:81", "String Quartet"],
    ["Rhapsody in Blue (original version) (arr. Grofé)", "Rhapsody in Blue"],
    ["Maestra Vida, Part 2", "Maestra Vida"],
  ])("makes %s what people call it", (title, short) => expect(shortTitle(title)).toBe(short));
});

describe("formatMovement", () => {
  it("knows excerpts, brackets and italics", () => {
    expect(formatMovement("Unspecified Excerpts")).toBe("excerpts");
    expect(formatMovement("[Allegro]")).toBe("Allegro");
    expect(formatMovement(undefined)).toBe("");
    expect(formatMovement({ _: "No. 12 in C minor,", em: "Revolutionary" })).toBe("No. 12 in C minor, “Revolutionary”");
    expect(formatMovement({ em: "The Swan of Tuonela" })).toBe("The Swan of Tuonela");
    expect(formatMovement({ _: "Prologue to", em: "A Mad Tea Party" })).toBe("Prologue to “A Mad Tea Party”");
  });
});
