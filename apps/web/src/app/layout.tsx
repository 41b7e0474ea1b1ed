import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { PageTimeProvider } from "~/features/clock/page-time";
import { ConnectionBanner } from "~/features/site/connection-banner";
import { getDateStyle } from "~/features/site/get-date-style";
import { iconPath } from "~/features/site/icon-files";
import { readOrigin } from "~/features/site/read-origin";
import { SiteFooter } from "~/features/site/site-footer";
import { SiteHeader } from "~/features/site/site-header";
import { siteWords } from "~/features/site/site-words";
import { readTheme, themeCookie } from "~/features/site/theme";
import { TrpcProvider } from "~/trpc/provider";
import { DateStyleProvider } from "~/ui/format/use-date-style";
import { LiveRegion } from "~/ui/message/live-region";
import { Toaster } from "~/ui/message/toaster";
import { fontVariables } from "./fonts";
import "./globals.css";

/** Links to social images must be absolute, and only the request knows under which name the site is reached. */
export async function generateMetadata(): Promise<Metadata> {
  return { ...metadata, metadataBase: new URL(readOrigin(await headers())) };
}

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
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="en" className={fontVariables} data-theme={theme === "system" ? undefined : theme}>
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
              <SiteHeader theme={theme} />
              <ConnectionBanner />
              <main id="main" tabIndex={-1} className="flex grow flex-col outline-none">
                {children}
              </main>
              <SiteFooter />
              <Toaster />
              <LiveRegion />
            </TrpcProvider>
          </DateStyleProvider>
        </PageTimeProvider>
      </body>
    </html>
  );
}
