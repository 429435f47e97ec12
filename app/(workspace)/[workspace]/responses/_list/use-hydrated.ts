"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the page's script runs: false on the server and in the first render, so that both are the same. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
