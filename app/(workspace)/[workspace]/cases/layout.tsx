import type { ReactNode } from "react";
import { read } from "#app/_trpc/server.ts";
import { Acting } from "./_act/acting.tsx";

type Props = { params: Promise<{ workspace: string }>; children: ReactNode };

/** Around the queue and every case: what can be done with cases, and taken back on whichever of these pages one is. */
export default async function CasesLayout({ params, children }: Props) {
  const { workspace } = await params;
  const frame = await read((api) => api.case.frame({ workspace }));
  return (
    <Acting workspace={workspace} frame={frame}>
      {children}
    </Acting>
  );
}
