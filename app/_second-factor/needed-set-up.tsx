"use client";

import { SetUp } from "./set-up.tsx";

/** The set-up for somebody who cannot go on without it; leads to their workspace. */
export function NeededSetUp({ email, proven }: { email: string; proven: boolean }) {
  return <SetUp email={email} proven={proven} onDone={() => location.assign("/")} />;
}
