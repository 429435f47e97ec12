"use client";

import { useEffect, useRef } from "react";
import { type Heard, useReads } from "../_row/reads.tsx";

/** Renders nothing; notes that the case is before its reader, as soon as the tab is looked at. */
export function SeeCase({ id, heardAt, unread }: Heard) {
  const reads = useReads();
  const latest = useRef(reads);
  useEffect(() => {
    latest.current = reads;
  });
  const at = heardAt.getTime();

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") latest.current.see({ id, heardAt: new Date(at), unread });
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [id, at, unread]);

  useEffect(() => () => latest.current.leave(id), [id]);
  return null;
}
