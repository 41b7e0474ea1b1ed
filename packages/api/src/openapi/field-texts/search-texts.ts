import type { FieldTexts } from "./field-texts.ts";

export const searchTexts: readonly FieldTexts[] = [
  {
    owners: ["event.search"],
    fields: {
      search:
        "Words to look for in names, artists, tags, venues and cities, in any script; typing errors are forgiven.",
      mine: "`true` lists your own, newest first: drafts, paused, cancelled and archived ones too. Beside it only venue_id, series_id, limit and cursor are taken.",
      city: "Only events in this city. Whole names, whatever their case and accents.",
      artist: "Only events of this artist, one of the first 12. Whole names, whatever their case and accents.",
      tag: "Only events with this tag. Whole tags, whatever their case and accents.",
      venue_id: "Only events in this venue.",
      by_series:
        "`true` lists each series once, as its first date that matches, in the chosen order, and says in `dates` what its other " +
        "matching dates have to offer. All counts of the answer are of such rows.",
      start_date: "Only events on this calendar date or later, in their venue's time zone.",
      end_date: "Only events on this calendar date or earlier, in their venue's time zone.",
      price_min: "Only events with a seat type at this price or above, in the minor unit of `currency`.",
      price_max: "Only events with a seat type at this price or below, in the minor unit of `currency`.",
      currency:
        "The currency of the price range, which matches no event in another one; in the order by price, events in it come first. By " +
        "default that of most events which match the other filters.",
      sort: "`date`: the next one first. `price`: the cheapest first. `relevance`: the best match first. By default relevance for a search, else date.",
    },
  },
  {
    owners: ["EventList"],
    fields: {
      total: "How many events match, on all pages together; with by_series how many rows.",
      facets: "What can be chosen in each filter, and how many events each choice would find.",
      matched:
        "`all`: the events have all words of the search. `some`: none has, these have the most of them. `no_words`: the search has no " +
        "letter and no number, so nothing is found.",
      hints: "If nothing matches: the filters in the way, the one with the most events behind it first.",
      previous_date:
        "If nothing matches: the last date before those asked for on which an event matches all else; null if there is none.",
      next_date:
        "If nothing matches: the first date after those asked for on which an event matches all else; null if there is none.",
    },
  },
  {
    owners: ["Facets"],
    fields: {
      cities: "The cities with the most events, at most 50, and the chosen one.",
      artists: "The artists with the most events, at most 50, and the chosen one.",
      tags: "The tags with the most events, at most 50, and the chosen one.",
      venues: "The venues with the most events, at most 50, and the chosen one: by id, with their name as `label`.",
      currencies: "The currencies of the events, whatever the price range.",
      price: "The range of the prices that can be chosen; null if there is no event.",
    },
  },
  {
    owners: ["Facets.price"],
    fields: {
      min: "The lowest price, in the minor unit.",
      max: "The highest price, in the minor unit.",
      currency: "The currency of this range: the one asked for, else that of most events.",
    },
  },
  {
    owners: ["FacetValue"],
    fields: {
      value: "What to send in the filter.",
      label: "What to show for it; absent where that is the value itself.",
      count: "How many events it would find, with all other filters as they are; with by_series how many rows.",
    },
  },
  {
    owners: ["Hint"],
    fields: {
      without: "The filter to remove; `dates` and `price` stand for both ends of their range.",
      count: "How many events there are without it; with by_series how many rows.",
    },
  },
];
