"use client";

import { useEffect, useState } from "react";
import { type Draft, same } from "./draft.ts";

/**
 * The draft of a survey, kept in this browser with every change until it is saved, so that a closed tab or
 * a crash loses nothing. `restored` says that it was there when the page opened.
 */
export function useSurveyDraft(surveyId: string, fromServer: Draft) {
  const [saved, setSaved] = useState(fromServer);
  const [draft, setDraft] = useState(fromServer);
  const [restored, setRestored] = useState(false);
  const key = `svar.survey.${surveyId}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was kept when the page opened is taken back
  useEffect(() => {
    const kept = keptDraft(key, saved);
    if (!kept || same(kept, saved)) return;
    setDraft(kept);
    setRestored(true);
  }, [key]);

  function change(next: Draft) {
    setDraft(next);
    keep(key, same(next, saved) ? null : next);
  }

  function settle(now: Draft) {
    setSaved(now);
    setDraft(now);
    setRestored(false);
    keep(key, null);
  }

  return { draft, saved, change, settle, restored, unsaved: !same(draft, saved) };
}

/** What was kept before the survey had more to edit goes on with that as it is `saved`. */
function keptDraft(key: string, saved: Draft): Draft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null");
    return kept && { ...saved, ...kept };
  } catch {
    return null;
  }
}

/** A browser that refuses to keep anything costs the comfort, not the page. */
function keep(key: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {}
}
