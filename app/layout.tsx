import "@fontsource-variable/schibsted-grotesk";
import "@fontsource-variable/source-serif-4";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { WordsFor } from "#app/_i18n/words-for.tsx";
import { currentTheme } from "#app/_theme/current-theme.ts";
import { readersLanguage } from "#server/i18n/speech.ts";

/** No page is made before somebody asks for it: each is in its reader's language and theme. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Svar", template: "%s · Svar" },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#0c1513" },
  ],
};

/** The theme stands on `html` before the first paint because the server reads it from the cookie. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={readersLanguage()} data-theme={await currentTheme()}>
      <body>
        <WordsFor areas={["errors"]}>{children}</WordsFor>
      </body>
    </html>
  );
}
