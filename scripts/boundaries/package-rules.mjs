import { onlyCoreSends, restrictFolder } from "./restrict.mjs";

const noHost = {
  regex: "^(hono|@hono/|react|next($|/)|node:http)",
  message: "The routers know no host: what belongs to a request comes through the context, which apps/server fills.",
  breaks: ["hono", "@hono/node-server", "react", "next/headers", "node:http"],
  keeps: ["@trpc/server", "node:crypto"],
};

const noFramework = {
  regex: "^(hono|@hono/|react|next($|/))",
  message: "What site and API do with connections holds for any server of Node, whatever answers behind it.",
  breaks: ["hono", "@hono/node-server", "react", "next"],
  keeps: ["node:http"],
};

const noPages = {
  regex: "^(react|next($|/)|@evently/web)",
  message: "Pages live in apps/web; an on-sale does not share its process with them.",
  breaks: ["react", "next", "next/server"],
  keeps: ["hono", "@evently/api/root"],
};

const noServer = {
  regex: "^@evently/(server|web|demo|local-db)",
  message: "The server imports the API, never back: take what is needed through the context.",
  breaks: ["@evently/server", "@evently/web", "@evently/demo/seed-demo", "@evently/local-db/port"],
  keeps: ["@evently/core/hold/place-hold"],
};

const onlyCore = {
  regex: "^(@trpc/|hono|@hono/|react|next($|/)|@evently/(api|server|web|local-db))",
  message: "The demo is a caller of core's verbs: it knows no API, no host and no engine.",
  breaks: ["@trpc/server", "hono", "react", "next", "@evently/api/root", "@evently/local-db/port"],
  keeps: ["@evently/core/venue/create-venue"],
};

const onlyWords = {
  regex: "^(@trpc/|hono|@hono/|next($|/)|nodemailer|@evently/(api|server|web|demo|local-db))",
  message:
    "What a mail, a ticket or a calendar says follows from the data that it is given: sending and serving are apps/server's.",
  breaks: ["@trpc/client", "hono", "next", "nodemailer", "@evently/api/root", "@evently/server"],
  keeps: ["react-dom/server", "@evently/core/delivery/letter", "@evently/calendar/write-ticket-calendar"],
};

const onlyPayments = {
  regex: "^(@trpc/|hono|@hono/|react|next($|/)|@evently/(api|server|web|demo|local-db|mail|calendar|tickets))",
  message: "What Stripe does is told to core through its port: requests, pages and settings are the server's.",
  breaks: [
    "@trpc/server",
    "hono",
    "react",
    "next",
    "@evently/api/root",
    "@evently/server",
    "@evently/mail/render-mail",
  ],
  keeps: ["stripe", "@evently/core/payment/gateway", "@evently/core/ids"],
};

const onlyStripeCalls = {
  regex: "^stripe($|/)",
  message: "Only packages/stripe calls Stripe: everything else knows the payment gateway of core's port.",
  breaks: ["stripe", 'import Stripe from "stripe";'],
  keeps: ["@evently/core/payment/gateway", "./stripe.ts"],
};

const alone = {
  regex: "^@evently/",
  message: "local-db finds and starts an engine for whoever asks; it knows nothing of Evently.",
  breaks: ["@evently/core/config", "@evently/api/root"],
  keeps: ["node:net"],
};

/** Between packages imports point one way: apps/server to api, demo, mail and stripe, these to calendar and tickets, all to core. */
export const packageBlocks = [
  ...restrictFolder("packages/api/src", [noHost, noServer, onlyCoreSends, onlyStripeCalls]),
  ...restrictFolder("packages/api/src/connections", [noFramework, noServer, onlyCoreSends, onlyStripeCalls]),
  ...restrictFolder("packages/demo/src", [onlyCore, onlyCoreSends, onlyStripeCalls]),
  ...restrictFolder("packages/calendar/src", [onlyWords, onlyCoreSends, onlyStripeCalls]),
  ...restrictFolder("packages/mail/src", [onlyWords, onlyCoreSends, onlyStripeCalls]),
  ...restrictFolder("packages/stripe/src", [onlyPayments, onlyCoreSends]),
  ...restrictFolder("packages/tickets/src", [onlyWords, onlyCoreSends, onlyStripeCalls]),
  ...restrictFolder("packages/local-db/src", [alone]),
  ...restrictFolder("apps/server/src", [noPages, onlyStripeCalls]),
];
