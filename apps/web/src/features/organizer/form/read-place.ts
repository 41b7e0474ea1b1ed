import type { FormFaults } from "./use-form-faults";

/** Where a venue or an event is, as typed. */
export type TypedPlace = { address: string; map_url: string };

const longest = { address: 200, map_url: 500 } as const;

export function findPlaceFaults({ address, map_url }: TypedPlace): FormFaults {
  return {
    ...(address.trim().length > longest.address ? { address: `At most ${longest.address} characters.` } : {}),
    ...(map_url.trim().length > longest.map_url ? { map_url: `At most ${longest.map_url} characters.` } : {}),
    ...(isSafeLink(map_url.trim()) ? {} : { map_url: "Enter an address on the web that begins with https://." }),
  };
}

/** Without what is left empty. */
export function readPlace({ address, map_url }: TypedPlace): Partial<TypedPlace> {
  return {
    ...(address.trim() === "" ? {} : { address: address.trim() }),
    ...(map_url.trim() === "" ? {} : { map_url: map_url.trim() }),
  };
}

function isSafeLink(text: string): boolean {
  if (text === "") return true;
  return URL.canParse(text) && new URL(text).protocol === "https:";
}
