import { Entrance } from "#app/(auth)/_auth/entrance.tsx";
import { t } from "#app/(public)/_share/words.ts";

/** The same page for a link that was ended, is over, was never made, or was copied in part. */
export default function ShareGone() {
  return (
    <Entrance title={t("reader.goneTitle")} intro={t("reader.goneText")}>
      {null}
    </Entrance>
  );
}
