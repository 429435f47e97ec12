import { Moment } from "#app/_ui/moment.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { t } from "../words.ts";
import type { FoundContact } from "./page.tsx";

/** Whether this customer may be asked now, and if not why and until when. */
export function AskingNotice({ found }: { found: FoundContact }) {
  const { asking, suppressions, timezone, gapAnyDays, lawReason } = found;
  if (asking.now) {
    if (!asking.neutralOnly) return <Notice tone="ok" title={t("asking.now")} />;
    return <Notice title={t("asking.neutralOnly")}>{lawReason}</Notice>;
  }
  if (asking.because === "no_ground") {
    return (
      <Notice tone="warn" title={t("asking.noGround")}>
        {lawReason}
      </Notice>
    );
  }
  if (asking.because === "no_address") return <Notice tone="warn" title={t("asking.noAddress")} />;
  const until = asking.until && <Moment at={asking.until} timeZone={timezone} style="date" />;
  if (asking.because === "rests") {
    return (
      <Notice title={t("asking.rests", { days: gapAnyDays })}>
        {t("asking.next")} {until}.
      </Notice>
    );
  }
  return (
    <Notice title={t("stoppedTitle")}>
      {suppressions.map(({ reason, at }) => (
        <p key={reason}>
          {t(`suppression.${reason}`)} <Moment at={at} timeZone={timezone} style="date" />.
        </p>
      ))}
      {until ? (
        <p>
          {t("asking.next")} {until}.
        </p>
      ) : (
        <p>{t("asking.forGood")}</p>
      )}
    </Notice>
  );
}
