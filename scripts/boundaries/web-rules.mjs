import { onlyCoreSends, restrictFolder } from "./restrict.mjs";

const web = "apps/web/src";

/** Read like a .gitignore: everything of core, save the schemas and the rules. */
const noVerb = {
  group: [
    "@evently/core/**",
    "!@evently/core/{accounting,analytics,booking,box-office,door,door-key,errors,event,hold,ids,journal,layout,mail,organization,payment,search,seat,ticket,ticket-code,user,venue}",
    "!@evently/core/*/*.rules",
    "!@evently/core/organization/may",
    "!@evently/core/text/{csv,fold,normalize-email}",
    "!@evently/core/format/*",
    "!@evently/core/testing/draw-text",
  ],
  message:
    "The site may import the schemas and rules of @evently/core/<noun>; everything else of core runs in the API process: call it over tRPC.",
  breaks: [
    "@evently/core/hold/place-hold",
    "@evently/core/seat/seat.table",
    "@evently/core/core",
    "@evently/core/table/keys",
  ],
  keeps: [
    "@evently/core/hold",
    "@evently/core/ids",
    "@evently/core/event/event.rules",
    "@evently/core/organization/may",
    "@evently/core/text/csv",
    "@evently/core/format/format-time",
  ],
};

/** The same where core's generated halls are used. */
const noVerbInTests = {
  ...noVerb,
  group: [...noVerb.group, "!@evently/core/testing/*"],
  keeps: [...noVerb.keeps, "@evently/core/testing/check-halls"],
};

/** What an address and a connection are worth is said once, for the API and the site's own server. */
const onlyRouterType = {
  group: [
    "@evently/{server,demo,local-db}",
    "@evently/{server,demo,local-db}/**",
    "@evently/api/**",
    "!@evently/api/{client-address,connections/limited-server}",
  ],
  allowTypeImports: true,
  message: "The site knows the API by its type alone: import type { AppRouter }, and call it over tRPC.",
  breaks: [
    'import { appRouter } from "@evently/api/root";',
    'import { readToken } from "@evently/api/middleware/read-token";',
    'import { cutOffSlowReader } from "@evently/api/connections/cut-off-slow-reader";',
    'import "@evently/server";',
  ],
  keeps: [
    'import type { AppRouter } from "@evently/api/root";',
    'import { findClient } from "@evently/api/client-address";',
    'import { createLimitedServer } from "@evently/api/connections/limited-server";',
  ],
};

const noRoute = {
  regex: "^[~.].*/app/",
  message: "Routes are made of features, never back: move the part that both need into this feature or into ui.",
  breaks: ["~/app/fonts.ts", "../../app/fonts.ts"],
  keeps: ["~/ui/button", "./app.ts"],
};

const noFeature = {
  regex: "^[~.].*/features/",
  message: "The client of the API knows no page: let the feature that needs this import it.",
  breaks: ["~/features/hold/countdown", "../features/hold/countdown"],
  keeps: ["~/environment"],
};

const noPicker = {
  regex: "^(~/features|(\\.\\./)*\\.\\.)/picker/",
  message:
    "The hall is drawn for the picker, the heat map and the plan editor: take what a seat is here to its buyer as an argument.",
  breaks: ["~/features/picker/picker", "../picker/picker", "../../picker/seats/seat-name"],
  keeps: ["~/features/hall/hall", "./picker.ts"],
};

const noPage = {
  regex: "^([~.].*/(app|features|trpc)/|@trpc/)",
  message: "A part of ui knows no page and no API: take what it shows as props, or move it into a feature.",
  breaks: ["~/app/fonts", "../features/hold/countdown", "~/trpc/client", "@trpc/client"],
  keeps: ["./button", "~/ui/button"],
};

/** Every product has money, dates and times. */
const noProduct = {
  group: ["@evently/**", "!@evently/core/money/money.rules", "!@evently/core/format/*"],
  message:
    "A part of ui could ship in a different product: it knows no concert; take what it shows as props, or move it into a feature.",
  breaks: ["@evently/core/errors", "@evently/core/event/event.rules", "@evently/api/root"],
  keeps: ["@evently/core/money/money.rules", "@evently/core/format/format-money"],
};

const site = [noVerb, onlyRouterType, onlyCoreSends];

/** Inside the site imports point from app to features to trpc and ui. */
export const webBlocks = [
  ...restrictFolder(web, site),
  ...restrictFolder(`${web}/features`, [noRoute, ...site], [noRoute, noVerbInTests, onlyRouterType, onlyCoreSends]),
  ...restrictFolder(`${web}/features/hall`, [noPicker, noRoute, ...site]),
  ...restrictFolder(`${web}/trpc`, [noRoute, noFeature, ...site]),
  ...restrictFolder(`${web}/ui`, [noPage, noProduct, onlyCoreSends]),
];
