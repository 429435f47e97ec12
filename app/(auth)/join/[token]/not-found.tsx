import { LinkButton } from "#app/_ui/link-button.tsx";
import { Entrance } from "../../_auth/entrance.tsx";
import { t } from "../../_auth/words.ts";

/** The same page for an invitation that was used, taken back, forgotten or made up. */
export default function InvitationGone() {
  return (
    <Entrance title={t("joinGoneTitle")} intro={t("joinGoneText")}>
      <LinkButton href="/sign-in">{t("signIn")}</LinkButton>
    </Entrance>
  );
}
