import type { ReactNode } from "react";
import { withWords } from "#app/_i18n/with-words.tsx";
import { pagePosition, read } from "#app/_trpc/server.ts";
import { Acting } from "./_act/acting.tsx";
import { Presences } from "./_row/presences.tsx";
import { ReadsProvider } from "./_row/reads.tsx";

type Props = { params: Promise<{ workspace: string }>; children: ReactNode };

export default withWords(["cases"], CasesLayout);

/**
 * Around the queue and every case: what can be done with cases, and taken back on whichever of these pages one is; who is
 * at them, and what is read of them.
 */
async function CasesLayout({ params, children }: Props) {
  const { workspace } = await params;
  const frame = await read((api) => api.case.frame({ workspace }));
  return (
    <Acting workspace={workspace} frame={frame}>
      <Presences workspace={workspace} since={await pagePosition()}>
        <ReadsProvider workspace={workspace}>{children}</ReadsProvider>
      </Presences>
    </Acting>
  );
}
