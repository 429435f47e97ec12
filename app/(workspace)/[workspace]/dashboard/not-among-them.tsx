import { openChannels } from "#server/response/schema.ts";
import { Linked } from "./linked.tsx";
import type { Shown } from "./places.ts";
import { words } from "./words.ts";

/** Beside the number of answers: those of people who were not asked, and what was set aside. */
export function NotAmongThem({ found, places }: Pick<Shown, "found" | "places">) {
  const t = words();
  const unasked = openChannels.filter((channel) => found.notInvited[channel] > 0);
  return (
    <>
      {unasked.length > 0 && (
        <p className="mt-2 text-sm text-muted">
          {unasked.map((channel, place) => (
            <span key={channel}>
              {place > 0 && ", "}
              <Linked to={places.answers?.({ ...found.days, channel })}>
                {t(`notInvited.${channel}`, { n: found.notInvited[channel] })}
              </Linked>
            </span>
          ))}{" "}
          {t("notInvited.of")}
        </p>
      )}
      {found.setAside > 0 && (
        <p className="mt-2 text-sm text-muted">
          <Linked to={places.setAside}>{t("setAside.n", { n: found.setAside })}</Linked>{" "}
          {t("setAside.why", { n: found.setAside })}
        </p>
      )}
    </>
  );
}
