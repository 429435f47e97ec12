import { LinkButton } from "#app/_ui/link-button.tsx";
import { Entrance } from "#app/(auth)/_auth/entrance.tsx";
import { SignOutButton } from "#app/(auth)/_auth/sign-out-button.tsx";
import type { SignedIn } from "#server/entry.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";

const t = appTranslator("auth");

/** For somebody who is signed in and a member of nothing. */
export function NoWorkspace({ user }: { user: SignedIn }) {
  return (
    <Entrance
      title={t("noneTitle", { name: user.name })}
      intro={t("noneText")}
      footer={<p>{t("signedInAs", { email: user.email })}</p>}
    >
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/sign-up" variant="primary">
          {t("createWorkspace")}
        </LinkButton>
        <SignOutButton next="/">{t("signOut")}</SignOutButton>
      </div>
    </Entrance>
  );
}
