import { Moment } from "#app/_ui/moment.tsx";
import type { getSight } from "#server/team/set-sight.ts";
import { t } from "./words.ts";

type Standing = NonNullable<Awaited<ReturnType<typeof getSight>>>;

/** Since when it is so, and who said it. */
export function SightNow({ sight: { by, since }, timeZone }: { sight: Standing; timeZone: string }) {
  return (
    <p className="mt-3 text-sm text-muted">
      {by ? t("setBy", { name: by }) : t("setSince")} <Moment at={since} timeZone={timeZone} style="date" />.
    </p>
  );
}
