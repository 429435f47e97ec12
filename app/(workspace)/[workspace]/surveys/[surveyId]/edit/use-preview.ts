"use client";

import { useEffect, useState } from "react";
import type { Driver } from "#server/driver/schema.ts";
import type { Locale, Tone } from "#server/i18n/locales.ts";
import type { StoredTexts } from "#server/survey/rules.ts";
import type { Drawn } from "../preview/draw-preview.ts";
import type { Look } from "../preview/in-look.ts";

export type PreviewPart = "mail" | "reminder" | "answer" | "thanks";
export type PreviewScore = "3" | "7" | "9";

export type PreviewWish = {
  part: PreviewPart;
  look: Look;
  score: PreviewScore;
  locale: Locale;
  tone: Tone;
  texts: StoredTexts;
  drivers: Driver[];
};

const quietMs = 120;

/** The page at `path` drawn as `wish` has it; asked for again when typing rests, the last one stays meanwhile. */
export function usePreview(path: string, wish: PreviewWish) {
  const [drawn, setDrawn] = useState<Drawn>({ html: "", subject: "", order: [], checks: [] });
  const [failed, setFailed] = useState(false);
  const asked = JSON.stringify(wish);

  useEffect(() => {
    const outdated = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(path, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: asked,
          signal: outdated.signal,
        });
        if (!answer.ok) throw new Error(`answered ${answer.status}`);
        setDrawn(await answer.json());
        setFailed(false);
      } catch {
        if (!outdated.signal.aborted) setFailed(true);
      }
    }, quietMs);
    return () => {
      outdated.abort();
      clearTimeout(timer);
    };
  }, [path, asked]);

  return { ...drawn, failed };
}
