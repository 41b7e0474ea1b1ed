import type { SeatProperty } from "@evently/core/seat";
import { formatCount } from "~/ui/format/format-count";
import type { Hall, SeatKind } from "./hall";

/** What sets a seat apart from the others of its type. */
export type SeatFeature = "accessible" | SeatProperty;

type Featured = { accessible?: boolean | undefined; properties?: readonly SeatProperty[] | undefined };

/** In the order in which they are listed. */
export const featureNames: Record<SeatFeature, string> = {
  accessible: "Wheelchair space",
  companion: "Companion seat",
  step_free: "Step-free access",
  hearing_loop: "Hearing loop",
  restricted_view: "Restricted view",
};

/** One seat that has a feature, and several. */
const featureCounts: Record<SeatFeature, readonly [singular: string, plural: string]> = {
  accessible: ["wheelchair space", "wheelchair spaces"],
  companion: ["companion seat", "companion seats"],
  step_free: ["step-free seat", "step-free seats"],
  hearing_loop: ["seat with a hearing loop", "seats with a hearing loop"],
  restricted_view: ["seat with a restricted view", "seats with a restricted view"],
};

/** "4 wheelchair spaces, 1 companion seat"; empty where no seat has a feature. */
export function countFeatures(seats: readonly Featured[]): string {
  return features
    .flatMap((feature) => {
      const count = seats.filter((seat) => hasFeature(seat, feature)).length;
      const [singular, plural] = featureCounts[feature];
      return count === 0 ? [] : [`${formatCount(count)} ${count === 1 ? singular : plural}`];
    })
    .join(", ");
}

/** What someone may look for: a feature, or a view that is not restricted. */
export type SeatNeed = Exclude<SeatFeature, "restricted_view"> | "full_view";

const { restricted_view: _, ...wanted } = featureNames;
export const needNames: Record<SeatNeed, string> = { ...wanted, full_view: "Full view" };

const features = Object.keys(featureNames) as SeatFeature[];
const needs = Object.keys(needNames) as SeatNeed[];

/** A seat's features in words. */
export function nameFeatures(seat: Featured): string[] {
  return features.filter((feature) => hasFeature(seat, feature)).map((feature) => featureNames[feature]);
}

/** Each feature in words with the seats that have it. */
export function groupByFeature<S extends Featured>(seats: readonly S[]): { name: string; seats: S[] }[] {
  return features
    .map((feature) => ({ name: featureNames[feature], seats: seats.filter((seat) => hasFeature(seat, feature)) }))
    .filter((group) => group.seats.length > 0);
}

const hasFeature = ({ accessible = false, properties = [] }: Featured, feature: SeatFeature): boolean =>
  feature === "accessible" ? accessible : properties.includes(feature);

export function featuresInHall({ hall }: { readonly hall: Hall }, seat: number): string[] {
  return nameFeatures({ accessible: hall.accessible[seat] === 1, properties: hall.properties[seat] ?? [] });
}

/** The needs that some seats of the hall meet and others don't. */
export function listNeeds({ kinds }: Hall): SeatNeed[] {
  return needs.filter((need) => {
    const met = kinds.filter((kind) => meetsNeed(kind, need)).length;
    return met > 0 && met < kinds.length;
  });
}

export const meetsNeed = (kind: SeatKind, need: SeatNeed): boolean =>
  need === "full_view" ? !hasFeature(kind, "restricted_view") : hasFeature(kind, need);
