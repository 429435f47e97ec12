"use client";

import { useEffect, useState } from "react";

/** Whole seconds that are left of `ms`, counted down from when it was given, by this computer's own clock. */
export function useSecondsLeft(ms: number): number {
  const [seconds, setSeconds] = useState(() => whole(ms));
  useEffect(() => {
    const end = performance.now() + ms;
    const count = () => setSeconds(whole(end - performance.now()));
    count();
    const counting = setInterval(count, 250);
    return () => clearInterval(counting);
  }, [ms]);
  return seconds;
}

const whole = (ms: number) => Math.max(0, Math.ceil(ms / 1000));
