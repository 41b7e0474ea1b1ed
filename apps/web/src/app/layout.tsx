import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { readEnvironment } from "~/environment";
import { PageTimeProvider } from "~/features/clock/page-time";
import { RenewKept } from "~/features/offline/renew-kept";
import { ConnectionBanner } from "~/features/site/connection-banner";
import { getDateStyle } from "~/features/site/get-date-style";
import { iconPath } from "~/features/site/icon-files";
import { SiteFooter } from "~/features/site/site-footer";
import { SiteHeader } from "~/features/site/site-header";
import { siteWords } from "~/features/site/site-words";
import { themeScript } from "~/features/site/theme";
import { TrpcProvider } from "~/trpc/provider";
import { DateStyleProvider } from "~/ui/format/use-date-style";
import { LiveRegion } from "~/ui/message/live-region";
import { Toaster } from "~/ui/message/toaster";
import { fontVariables } from "./fonts";
import "./globals.css";

/** Links to social images must be absolute; the origin is read at run time. */
export const generateMetadata = (): Metadata => ({
  ...metadata,
  metadataBase: new URL(readEnvironment().publicOrigin),
});

const metadata: Metadata = {
  title: { default: `${siteWords.name}: ${siteWords.promise}`, template: `%s · ${siteWords.name}` },
  description: siteWords.description,
  applicationName: siteWords.name,
  icons: { icon: { url: "/icon.svg", type: "image/svg+xml", sizes: "any" }, apple: iconPath(180) },
  openGraph: { siteName: siteWords.name, type: "website" },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: siteWords.paper },
    { media: "(prefers-color-scheme: dark)", color: siteWords.stage },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The script below sets the theme of a document that has none yet.
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, named by its hash in every policy. */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body className="flex min-h-dvh flex-col text-16 antialiased">
        <a
          href="#main"
          className="sr-only z-50 rounded-control bg-ink px-4 py-2 text-paper focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
        >
          Skip to content
        </a>
        <PageTimeProvider renderedAt={Date.now() / 1000}>
          <DateStyleProvider style={await getDateStyle()}>
            <TrpcProvider>
              <SiteHeader />
              <ConnectionBanner />
              <main id="main" tabIndex={-1} className="flex grow flex-col outline-none">
                {children}
              </main>
              <SiteFooter />
              <Toaster />
              <RenewKept />
              <LiveRegion />
            </TrpcProvider>
          </DateStyleProvider>
        </PageTimeProvider>
      </body>
    </html>
  );
}
