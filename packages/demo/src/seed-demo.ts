import type { Core } from "@evently/core/core";
import { isFailure } from "@evently/core/errors";
import type { CreateEvent } from "@evently/core/event";
import { draftEvent } from "@evently/core/event/draft-event";
import { isSaleOver } from "@evently/core/event/event.rules";
import { findEvent } from "@evently/core/event/find-event";
import { copySeats } from "@evently/core/event-seats/copy-seats";
import type { EventId, VenueId } from "@evently/core/ids";
import { UserId } from "@evently/core/ids";
import { addVenueSeats } from "@evently/core/layout/add-venue-seats";
import { makeOwnOrganization } from "@evently/core/membership/make-own-organization";
import { seriesOf } from "@evently/core/series/copy-event";
import { keys } from "@evently/core/table/keys";
import { readItem } from "@evently/core/table/read-item";
import { transact } from "@evently/core/table/transact";
import { toInstant } from "@evently/core/time";
import type { Actor } from "@evently/core/user";
import { setQuota } from "@evently/core/user/set-quota";
import { claimEmail, putUser } from "@evently/core/user/user.table";
import { createVenue } from "@evently/core/venue/create-venue";
import { getVenue } from "@evently/core/venue/get-venue";
import { listDates, readCatalog } from "./catalog.ts";
import { findOrganizer } from "./find-organizer.ts";
import type { Hall } from "./halls/hall.ts";
import { getHall } from "./halls.ts";
import { findScene, listScenes, playScene, type Scenes } from "./play-scene.ts";
import { scheduleEvents } from "./schedule.ts";
import { readSeason, type Scene, type SeasonEvent, scenes } from "./season.ts";
import {
  findProgress,
  noteCopied,
  noteDraft,
  noteOrganizer,
  noteSeated,
  noteVenue,
  type Progress,
} from "./seed-progress.ts";

type Concert = SeasonEvent & { start_time: string };

export type SeedDemo = {
  /** The concerts to sell; by default the whole season. */
  events?: SeasonEvent[];
  /** Return once this many are on sale, before any scene is played. */
  until?: number;
  /** Stops between two steps. */
  signal?: AbortSignal;
  /** How long to wait for a concurrent process that adds the same seats, and for seats that someone holds. */
  pause?: () => Promise<void>;
};

/** More concerts than an account usually may have, and an arena. */
const quotas = { events: 1_000, venues: 100, seats: 500_000 };
const email = "demo@evently.example";
const seatsAtOnce = 10_000;
const copyLease = 60;

/**
 * Fills an empty table once with the demo, earliest concert first, each on sale as soon as its seats are copied and, if
 * it has a scene, that played next; a table already in use is left alone. Every step follows from what the table
 * contains, so a call after an interruption continues there, and concurrent calls give the same result. Returns the
 * events that have a scene, once all is there; null where it was stopped or the table is another's.
 */
export async function seedDemo(core: Core, options: SeedDemo = {}): Promise<Scenes | null> {
  const { until, signal, pause = wait } = options;
  let progress = await findProgress(core);
  if (!progress) return null;
  const concerts = listConcerts(progress, options.events);
  const wanted = Math.min(until ?? concerts.length, concerts.length);
  const nextScene = (at: Progress) => (until === undefined ? findScene(at, concerts) : undefined);
  let isHeldUp = false;
  // What the version before began has no quota of its own.
  if (progress.organizer && progress.copied < concerts.length) await setQuota(core, progress.organizer, quotas);
  while ((progress.copied < wanted || nextScene(progress)) && !signal?.aborted) {
    const before: Progress = progress;
    // A scene whose seats someone holds waits, while the next concerts are added.
    const scene = isHeldUp && before.copied < wanted ? undefined : nextScene(before);
    const step = scene ? playScene(core, before, scene, signal) : takeStep(core, before, concerts);
    const error = await step.then(() => null, toError);
    isHeldUp = isFailure(error, "SEATS_UNAVAILABLE");
    const isBusy = isHeldUp || isFailure(error, "VENUE_BUSY");
    if (isBusy) await pause();
    progress = (await findProgress(core)) ?? before;
    if (error && !isBusy && isSame(before, progress)) throw error;
  }
  return progress.copied < wanted || nextScene(progress) ? null : listScenes(progress, concerts);
}

/** In the order of the table's first call; one begun by a version that knew no scenes is finished as it was begun. */
function listConcerts({ anchor, staged }: Progress, events?: SeasonEvent[]): Concert[] {
  const season = events ?? (staged ? readSeason() : listDates(readCatalog().productions));
  return scheduleEvents(season, anchor).sort((a, b) => (a.start_time < b.start_time ? -1 : 1));
}

/**
 * The next missing thing. What a concurrent process did first is refused, and found when the progress is read again.
 */
async function takeStep(core: Core, progress: Progress, concerts: Concert[]): Promise<void> {
  if (!progress.organizer) return noteOrganizer(core, await ensureOrganizer(core));
  const actor = await findOrganizer(core, progress.organizer);
  if (progress.last && progress.copied < progress.drafted) {
    await finishCopy(core, progress.last);
    return noteCopied(core, progress.drafted);
  }
  const concert = concerts[progress.drafted];
  if (!concert) throw new RangeError(`no concert ${progress.drafted}`);
  const hall = getHall(concert.venue);
  const venue_id = progress.venues[hall.key];
  if (!venue_id) return openVenue(core, actor, hall);
  if (!progress.seated[hall.key]) return addSeats(core, actor, hall, venue_id);
  const { first, isSeries } = findSeries(concerts, progress.drafted);
  const inSeries = isSeries && progress.series !== undefined;
  const isFirst = first === progress.drafted;
  await draftEvent(core, actor, describe(concert, hall, venue_id, core.clock()), {
    look_at: core.clock() + copyLease,
    seriesOf: (event_id) => (inSeries ? seriesOf(isFirst ? event_id : known(progress.series?.[first])) : null),
    alongside: (event_id) => [
      noteDraft(progress.drafted, event_id, [
        ...(concert.scene ? (["staged"] as const) : []),
        ...(inSeries && isFirst ? (["series"] as const) : []),
      ]),
    ],
  });
}

/** A series is the dates of one name in one hall: the index of its first one, and whether there are others. */
function findSeries(concerts: Concert[], index: number): { first: number; isSeries: boolean } {
  const isSame = (concert: Concert) =>
    concert.name === concerts[index]?.name && concert.venue === concerts[index]?.venue;
  return { first: concerts.findIndex(isSame), isSeries: concerts.filter(isSame).length > 1 };
}

function known(first: EventId | undefined): EventId {
  if (!first) throw new RangeError("the first date of the series is not drafted");
  return first;
}

/** The account that owns the demo, without a session; if an earlier call created it, the one that has the e-mail. */
async function ensureOrganizer(core: Core): Promise<UserId> {
  const id = await core.ids.next("user");
  const created_at = toInstant(core.clock());
  const user = { user_id: id, email, phone: null, name: "Evently demo", role: "organizer", created_at } as const;
  await transact(core.table, [claimEmail(email, id), putUser(user)]);
  const user_id = UserId.parse((await readItem(core.table, keys.email(email)))?.user_id);
  await makeOwnOrganization(core, user_id);
  await setQuota(core, user_id, quotas);
  return user_id;
}

async function openVenue(core: Core, actor: Actor, hall: Hall): Promise<void> {
  const { name, city, description, seat_types, timezone } = hall;
  const input = { name, city, description, seat_types, timezone };
  await createVenue(core, actor, input, null, (venue_id) => [noteVenue(hall.key, venue_id)]);
}

/** Each addition is all or none, so the venue's seat count shows which come next. */
async function addSeats(core: Core, actor: Actor, hall: Hall, venue_id: VenueId): Promise<void> {
  const seats = hall.seats();
  for (;;) {
    const { seat_count } = await getVenue(core, { venue_id });
    if (seat_count >= seats.length) return noteSeated(core, hall.key);
    await addVenueSeats(core, actor, { venue_id, seats: seats.slice(seat_count, seat_count + seatsAtOnce) });
  }
}

async function finishCopy(core: Core, event_id: EventId): Promise<void> {
  const event = await findEvent(core.table, event_id);
  if (event?.after_copy === "publish") await copySeats(core, event);
}

/** A concert that has passed while the seeding was interrupted stays a draft; one about to begin has no window of its scene's. */
function describe(concert: Concert, hall: Hall, venue_id: VenueId, now: number): CreateEvent {
  const { name, start_time, duration, artists, tags, description, programme } = concert;
  const { opensAfter = 0, endsAfter = 0, isFree }: Scene = concert.scene ? scenes[concert.scene] : {};
  const hasWindow = !isSaleOver({ start_time }, now + Math.max(opensAfter, endsAfter));
  const free = Object.fromEntries(Object.keys(hall.prices).map((type) => [type, 0]));
  return {
    venue_id,
    name,
    start_time,
    duration,
    artists,
    tags,
    description,
    programme,
    seat_type_prices: isFree ? free : hall.prices,
    currency: hall.currency,
    ...(hasWindow && opensAfter && { sales_start: toInstant(now + opensAfter) }),
    ...(hasWindow && endsAfter && { sales_end: toInstant(now + endsAfter) }),
    status: isSaleOver({ start_time }, now) ? "draft" : "published",
  };
}

const isSame = (a: Progress, b: Progress): boolean => JSON.stringify(a) === JSON.stringify(b);
const toError = (error: unknown): unknown => error ?? new Error("the step failed");
const wait = () => new Promise<void>((resume) => setTimeout(resume, 500));
