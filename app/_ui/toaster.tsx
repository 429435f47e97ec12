"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { afterLoad } from "./after-load.ts";
import { whenMessageWaits } from "./toast.ts";

const fetchMessages = () => import("./messages.tsx");
const Messages = lazy(fetchMessages);

/**
 * Where short messages appear; show one with `toast`. What shows them is fetched when the page is there, so that it can
 * also say that the server cannot be reached.
 */
export function Toaster({ label }: { label: string }) {
  const [here, setHere] = useState(false);
  useEffect(() => {
    const bring = () => {
      fetchMessages().then(
        () => setHere(true),
        // The next message asks for it again.
        () => {},
      );
    };
    const callOff = [afterLoad(bring), whenMessageWaits(bring)];
    return () => {
      for (const one of callOff) one();
    };
  }, []);
  if (!here) return null;
  return (
    <Suspense>
      <Messages label={label} />
    </Suspense>
  );
}
