"use client";

import { useSyncExternalStore } from "react";

/** As the variant "phone" of app/globals.css. */
const phone = "screen and (width < 48rem)";

/** Whether the page is as narrow as on a phone at the moment. */
export const isPhone = (): boolean => matchMedia(phone).matches;

/** The same, followed; false on the server and in the first render. */
export const useIsPhone = (): boolean => useSyncExternalStore(follow, isPhone, () => false);

function follow(listener: () => void): () => void {
  const asked = matchMedia(phone);
  asked.addEventListener("change", listener);
  return () => asked.removeEventListener("change", listener);
}
