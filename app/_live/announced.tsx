"use client";

import { useEffect, useRef, useState } from "react";

/** So that who listens to a page is not talked to without a pause while answers come. */
const quietMs = 10_000;

/** Reads a sentence out when it has changed, politely and not more often than every ten seconds; it cannot be seen. */
export function Announced({ sentence }: { sentence: string }) {
  const [said, say] = useState("");
  const last = useRef({ sentence, at: Number.NEGATIVE_INFINITY });
  useEffect(() => {
    if (sentence === last.current.sentence) return;
    const timer = setTimeout(
      () => {
        last.current = { sentence, at: performance.now() };
        say(sentence);
      },
      Math.max(0, last.current.at + quietMs - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
