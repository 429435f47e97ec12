import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { wordsOf } from "#app/_i18n/words.ts";
import { TextLink } from "#app/_ui/text-link.tsx";
import { Entrance } from "../../../_auth/entrance.tsx";
import { openLinkKeys } from "../../../_auth/form-keys.ts";
import { OpenLinkForm } from "../../../_auth/open-link-form.tsx";
import { refusalWords, t } from "../../../_auth/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("openLinkTitle"), referrer: "no-referrer" });

export default withWords(["auth"], OpenLinkPage);

/** Shows the button whatever the token is worth: opening a link says nothing about it and signs nobody in. */
async function OpenLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <Entrance
      title={t("openLinkTitle")}
      intro={t("openLinkText")}
      footer={
        <p>
          <TextLink href="/sign-in/link">{t("anotherLink")}</TextLink>
        </p>
      }
    >
      <OpenLinkForm token={token} words={{ ...wordsOf(t, openLinkKeys), ...(await refusalWords()) }} />
    </Entrance>
  );
}
