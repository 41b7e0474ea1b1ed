import { describe, expect, it } from "vitest";
import { joinWords, surnameOf, turnName } from "./turn-name.mjs";

describe("turnName", () => {
  it.each([
    ["Mahler,  Gustav", "Gustav Mahler"],
    ["Beethoven,  Ludwig  van", "Ludwig van Beethoven"],
    ["de Hartmann,  Thomas", "Thomas de Hartmann"],
    ["Unsung Collective, The", "The Unsung Collective"],
    ["Juilliard Orchestra", "Juilliard Orchestra"],
    ["Jones, Otis, IV", "Otis Jones IV"],
    ["Clinton, Tyrone, Jr.", "Tyrone Clinton, Jr."],
    ["Elgar,  Sir  Edward", "Edward Elgar"],
    ["Bridges, J'Nai", "J’Nai Bridges"],
  ])("turns %s round", (raw, name) => expect(turnName(raw)).toBe(name));

  it.each([
    ["Dvorak,  Antonín", "Antonín Dvořák"],
    ["Bartok [Bartók],  Béla", "Béla Bartók"],
    ["Janacek [Janácek],  Leoš", "Leoš Janáček"],
    ["Kurtag [Kurtág],  Georgy [György]", "György Kurtág"],
    ["Martinez [Martínez] Forteza, Pascual", "Pascual Martínez Forteza"],
    ["Fleming, Renee (Renée)", "Renée Fleming"],
    ["Dohnanyi,  Erno", "Ernő Dohnányi"],
    ["Suppe [Suppé],  Franz  Von", "Franz von Suppé"],
    ["Hiromi [Uehara],  Hiromi", "Hiromi"],
    ["Mathuez, Diego", "Diego Matheuz"],
  ])("spells %s as its owner does", (raw, name) => expect(turnName(raw)).toBe(name));

  it("pairs joint authors", () => {
    expect(turnName("Ashman/Menken,  Howard/Alan")).toBe("Howard Ashman and Alan Menken");
    expect(turnName("Heller/Heller/King,  JJ/Dave/Ross")).toBe("JJ Heller, Dave Heller and Ross King");
  });
});

describe("surnameOf", () => {
  it.each([
    ["Vaughan Williams,  Ralph", "Vaughan Williams"],
    ["Dvorak,  Antonín", "Dvořák"],
    ["Corigliano,  John, Jr.", "Corigliano"],
    ["Bologne,  Joseph  Chevalier de Saint-Georges", "Saint-Georges"],
  ])("calls %s by one name", (raw, name) => expect(surnameOf(raw)).toBe(name));
});

it("joins words as a sentence does", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(joinWords)).toEqual(["", "a", "a and b", "a, b and c"]);
});
