const names: Readonly<Record<string, string>> = {
  name: "name",
  description: "description",
  programme: "programme",
  artists: "artists",
  tags: "tags",
  min_age: "minimum age",
  address: "address",
  map_url: "map",
  poster_seed: "poster",
  start_time: "start",
  duration: "duration",
  doors_time: "doors",
  sales_start: "start of the sale",
  sales_end: "end of the sale",
  seat_type_prices: "prices",
  cancellation_policy: "cancelling",
  currency: "currency",
  venue_id: "venue",
  status: "status",
  series_id: "series",
  seats: "seats",
  labels: "seat labels",
  copies: "dates",
  made: "events",
  price_revision: "version of the prices",
  city: "city",
  timezone: "time zone",
  seat_types: "seat types",
};

/** The fields of an event or venue in words: "start, prices". */
export const nameFields = (fields: readonly string[]): string =>
  fields.map((field) => names[field] ?? field.replaceAll("_", " ")).join(", ");
