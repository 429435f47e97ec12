import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { withinSentence } from "#app/_i18n/format.ts";
import { withWords } from "#app/_i18n/with-words.tsx";
import { wordsOf } from "#app/_i18n/words.ts";
import { ApiProvider } from "#app/_trpc/client.tsx";
import { pageContext, read } from "#app/_trpc/server.ts";
import { TextLink } from "#app/_ui/text-link.tsx";
import { roleName } from "#app/(workspace)/role-name.ts";
import { Entrance } from "../../_auth/entrance.tsx";
import { joinKeys, joinSignUpKeys } from "../../_auth/form-keys.ts";
import { JoinForm } from "../../_auth/join-form.tsx";
import { JoinSignUpForm } from "../../_auth/join-sign-up-form.tsx";
import { SignOutButton } from "../../_auth/sign-out-button.tsx";
import { refusalWords, t } from "../../_auth/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("join"), referrer: "no-referrer" });

export default withWords(["auth"], JoinPage);

async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await read((api) => api.workspace.invitation({ token }));
  if (!invitation) notFound();
  const { user } = await pageContext();
  const { email, invitedBy, workspace } = invitation;
  const role = withinSentence(roleName(invitation.role));
  return (
    <Entrance
      title={t("joinTitle", { workspace })}
      intro={invitedBy ? t("joinBy", { name: invitedBy, role }) : t("joinBySomebody", { role })}
    >
      <ApiProvider>
        <WayIn token={token} email={email} mine={user?.email.toLowerCase()} />
      </ApiProvider>
    </Entrance>
  );
}

async function WayIn({ token, email, mine }: { token: string; email: string; mine: string | undefined }) {
  const here = `/join/${token}`;
  const refusals = await refusalWords();
  if (mine === email.toLowerCase()) {
    const words = { ...wordsOf(t, joinKeys), unreachable: refusals.unreachable };
    return (
      <>
        <p className="mb-4">{t("joinAs", { email })}</p>
        <JoinForm token={token} words={words} />
      </>
    );
  }
  if (mine) {
    return (
      <>
        <p className="mb-4">{t("joinOther", { email, mine })}</p>
        <SignOutButton next={here}>{t("joinSignOut", { email })}</SignOutButton>
      </>
    );
  }
  return (
    <>
      <h2 className="mb-4 text-lg font-bold">{t("joinNew")}</h2>
      <JoinSignUpForm token={token} email={email} words={{ ...wordsOf(t, joinSignUpKeys), ...refusals }} />
      <p className="mt-8 border-t border-line pt-6 text-muted">
        {t("joinHave")} <TextLink href={`/sign-in?next=${here}`}>{t("signIn")}</TextLink>
      </p>
    </>
  );
}
