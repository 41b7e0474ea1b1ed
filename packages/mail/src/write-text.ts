import type { Content, Fact } from "./content.ts";

/** The text part of a mail. */
export function writeText({ heading, paragraphs, code, facts, action, notes, footer = [] }: Content): string {
  const blocks = [
    heading,
    ...paragraphs,
    ...(code === undefined ? [] : [code]),
    ...(facts.length > 0 ? [facts.map(writeFact).join("\n")] : []),
    ...(action ? [`${action.label}:\n${action.href}`] : []),
    ...notes,
    ...(footer.length > 0 ? [footer.join("\n")] : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

const writeFact = ({ label, value, was }: Fact): string =>
  was === undefined ? `${label}: ${value}` : `${label}: ${value} (it was ${was})`;
