import { total } from "#server/nps/groups.ts";
import type { Shown } from "./places.ts";
import { words } from "./words.ts";

/** Why numbers may not add up: what no figure has, and what is counted in one place and not in another. */
export function Counted({ view, found }: Pick<Shown, "view" | "found">) {
  const t = words();
  const { setAside, unsettled, withdrawn, notInvited, counts } = found;
  const unasked = notInvited.link + notInvited.kiosk;
  const n = view.group ? counts[`${view.group}s`] : total(counts);
  return (
    <>
      <p className="font-medium">{t("counted.title")}</p>
      <ul className="grid list-disc gap-1 pl-4">
        <li>{t("counted.counted", { n })}</li>
        <li>{t("counted.setAside", { n: setAside })}</li>
        <li>{t("counted.unsettled", { n: unsettled })}</li>
        <li>{t("counted.withdrawn", { n: withdrawn })}</li>
        <li>{t("counted.notInvited", { n: unasked })}</li>
        <li>{t("counted.rate")}</li>
        <li>{t("counted.without")}</li>
        <li>{t("counted.rounding")}</li>
      </ul>
    </>
  );
}
