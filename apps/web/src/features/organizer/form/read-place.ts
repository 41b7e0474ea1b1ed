import { Address } from "@evently/core/venue";
import { findTextFault } from "./find-text-fault";
import type { FormFaults } from "./use-form-faults";

/** Where a venue or an event is, as typed. */
export type TypedPlace = { address: string; map_url: string };

const longestLink = 500;

export function findPlaceFaults({ address, map_url }: TypedPlace): FormFaults {
  const addressFault = address.trim() === "" ? null : findTextFault(Address, address);
  return {
    ...(addressFault === null ? {} : { address: addressFault }),
    ...(map_url.trim().length > longestLink ? { map_url: `At most ${longestLink} characters.` } : {}),
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
