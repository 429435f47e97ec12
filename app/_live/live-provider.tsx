import type { ReactNode } from "react";
import { wordsOf } from "#app/_i18n/words.ts";
import { pagePosition } from "#app/_trpc/server.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";
import type { LiveKind } from "#server/live/events.ts";
import { LiveChanges } from "./live.tsx";
import { LiveWords } from "./live-words.tsx";
import { type Pace, Refresher } from "./refresher.tsx";

const t = appTranslator("live");

/** Tells everything below it what changes in the workspace. */
export async function LiveProvider({ workspace, children }: { workspace: string; children: ReactNode }) {
  const words = wordsOf(t, [
    "removedTitle",
    "removedText",
    "home",
    "factorTitle",
    "factorText",
    "setUp",
    "signedOutTitle",
    "signedOutText",
    "signIn",
    "newTab",
  ]);
  return (
    <LiveChanges workspace={workspace} since={await pagePosition()} words={words}>
      {children}
    </LiveChanges>
  );
}

/**
 * Renders nothing; reads the page again from the server when something of `kinds` changed. Focus, scroll and what is
 * typed stay.
 */
export async function LiveRefresh({ kinds, pace }: { kinds: LiveKind[]; pace?: Pace }) {
  return <Refresher kinds={kinds} pace={pace} since={await pagePosition()} />;
}

/** The state of the page in a word, and the way to pause it. */
export function LiveStatus() {
  return (
    <LiveWords
      words={wordsOf(t, [
        "connecting",
        "live",
        "reconnecting",
        "polling",
        "paused",
        "stopped",
        "pause",
        "resume",
      ])}
    />
  );
}
