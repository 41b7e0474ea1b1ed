"use client";

import "./globals.css";

/** Replaces the whole document when even the layout failed, so it depends on nothing but the style sheet. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh place-items-center p-6 text-16">
        <main className="flex max-w-[36rem] flex-col items-start gap-4">
          <title>Something went wrong · Evently</title>
          <h1 className="font-semibold text-28">Something went wrong on our side.</h1>
          <p className="text-soft">
            Seats you hold stay held until their time runs out, and you will not be charged twice. Try again, or come
            back in a minute.
          </p>
          <button
            type="button"
            onClick={reset}
            className="min-h-11 rounded-control bg-curtain px-4 font-semibold text-on-curtain"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
