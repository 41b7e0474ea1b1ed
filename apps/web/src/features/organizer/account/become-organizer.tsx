"use client";

import { AccountForm } from "./account-form";

/** What an organizer account is, and the form for one; a guest's own account is turned into it. */
export function BecomeOrganizer({ isGuest }: { isGuest: boolean }) {
  return (
    <div className="grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,1fr)_26rem] lg:gap-16">
      <div className="flex flex-col gap-6">
        <h1 className="display font-semibold text-36 sm:text-48">Sell your own seats</h1>
        <p className="max-w-[55ch] text-18">
          With an organizer account you create venues and events, set the prices, and watch your sales live.
        </p>
        <ul className="flex max-w-[60ch] list-disc flex-col gap-2 pl-5">
          <li>Draw a hall row by row, or upload its seats as a CSV file. Buyers pick their seats on that same map.</li>
          <li>Open a sale now or at a time you choose; pause it, resume it, or cancel the event with full refunds.</li>
          <li>See seats sold, revenue and buyers as they come in.</li>
        </ul>
      </div>
      <AccountForm isGuest={isGuest} />
    </div>
  );
}
