import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create } from "fontkit";

const { resolve } = createRequire(import.meta.url);
const readFace = (file: string) => readFileSync(resolve(`@expo-google-fonts/inter/${file}.ttf`));

/** Static files of the site's face, which the writer of PDF can embed; both have the same letters. */
export const faces = {
  regular: readFace("400Regular/Inter_400Regular"),
  semibold: readFace("600SemiBold/Inter_600SemiBold"),
};

/** Stands for a letter that the face lacks. */
export const missingLetter = "□";

const letters = new Set(listLetters(faces.regular));
const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]+/gu;

/** A line as the face can print it, each letter that it lacks as one box: without it, signs by chance would be printed. */
export function fitToFace(text: string): string {
  return [...text.normalize("NFC").replace(controls, " ").trim()]
    .map((letter) => (letters.has(letter.codePointAt(0) ?? 0) ? letter : missingLetter))
    .join("");
}

function listLetters(face: Buffer): number[] {
  const font = create(face);
  return "characterSet" in font ? font.characterSet : [];
}
