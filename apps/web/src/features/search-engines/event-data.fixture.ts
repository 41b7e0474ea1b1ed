import * as z from "zod";

// What search engines demand of an event, and what they advise, as strict shapes: a field that is not here is not ours.
// Facts from schema.org/Event and from developers.google.com/search/docs/appearance/structured-data/event.

const text = z.string().trim().min(1);
const address = z.url({ protocol: /^https?$/ });
const local = z.iso.datetime({ offset: true }).refine((instant) => !instant.endsWith("Z"), "the venue's own offset");
const oneOf = <const N extends string>(...names: N[]) => z.enum(names.map((name) => `https://schema.org/${name}`));

const Offer = z.strictObject({
  "@type": z.literal("Offer"),
  name: text,
  url: address,
  price: z.string().regex(/^\d+(\.\d{2,3})?$/),
  priceCurrency: z.string().regex(/^[A-Z]{3}$/),
  availability: oneOf("InStock", "PreOrder", "SoldOut"),
  validFrom: local,
  validThrough: local,
});

const Place = z.strictObject({
  "@type": z.literal("Place"),
  name: text,
  address: z.strictObject({
    "@type": z.literal("PostalAddress"),
    streetAddress: text.optional(),
    addressLocality: text,
  }),
  hasMap: address.optional(),
});

export const EventData = z
  .strictObject({
    "@context": z.literal("https://schema.org"),
    "@type": z.literal("Event"),
    "@id": address,
    url: address,
    name: text,
    description: text.optional(),
    image: z.array(address).min(1),
    startDate: local,
    endDate: local,
    doorTime: local.optional(),
    eventStatus: oneOf("EventScheduled", "EventCancelled", "EventRescheduled"),
    previousStartDate: local.optional(),
    eventAttendanceMode: oneOf("OfflineEventAttendanceMode"),
    location: Place,
    performer: z.array(z.strictObject({ "@type": z.literal("PerformingGroup"), name: text })).optional(),
    organizer: z
      .strictObject({ "@type": z.literal("Organization"), name: text, legalName: text.optional() })
      .optional(),
    typicalAgeRange: z
      .string()
      .regex(/^\d+-$/)
      .optional(),
    isAccessibleForFree: z.boolean(),
    offers: z.array(Offer).min(1).optional(),
  })
  .refine((event) => event.eventStatus.endsWith("EventRescheduled") === (event.previousStartDate !== undefined), {
    error: "an earlier date is that of a moved event, and of no other",
  })
  .refine((event) => Date.parse(event.endDate) > Date.parse(event.startDate), { error: "it ends after it begins" });
