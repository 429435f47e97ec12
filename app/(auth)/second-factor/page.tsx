import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { withWords } from "#app/_i18n/with-words.tsx";
import { NeededSetUp } from "#app/_second-factor/needed-set-up.tsx";
import { t } from "#app/_second-factor/words.ts";
import { ApiProvider } from "#app/_trpc/client.tsx";
import { pageContext, read } from "#app/_trpc/server.ts";
import { TextLink } from "#app/_ui/text-link.tsx";
import { Entrance } from "../_auth/entrance.tsx";

export const generateMetadata = (): Metadata => ({ title: t("neededTitle") });

export default withWords(["secondFactor"], SecondFactorPage);

/** Where people are led whose workspace demands a second factor that they do not have yet. */
async function SecondFactorPage() {
  const { user } = await pageContext();
  if (!user) redirect("/sign-in?next=/second-factor");
  const { since, proven } = await read((api) => api.auth.secondFactor());
  if (since) redirect("/");
  return (
    <Entrance
      title={t("neededTitle")}
      intro={t("neededText")}
      footer={
        <p>
          <TextLink href="/?choose">{t("neededElse")}</TextLink>
        </p>
      }
    >
      <ApiProvider>
        <NeededSetUp email={user.email} proven={proven} />
      </ApiProvider>
    </Entrance>
  );
}
