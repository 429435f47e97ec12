import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { Notice } from "#app/_ui/notice.tsx";
import { Section } from "#app/_ui/section.tsx";
import { frameOf } from "#app/(workspace)/[workspace]/_frame/frame.ts";
import { formatDateTime } from "#server/i18n/format.ts";
import { readersLanguage } from "#server/i18n/speech.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { t as ofSettings } from "../_settings/words.ts";
import { AddDomainForm } from "./add-domain-form.tsx";
import { CompanyDomain } from "./company-domain.tsx";
import { JoiningChoice } from "./joining-choice.tsx";
import { ProviderForm } from "./provider-form.tsx";
import { RemoveProvider } from "./remove-provider.tsx";
import { TryButton } from "./try-button.tsx";
import { UseSwitches } from "./use-switches.tsx";
import { t } from "./words.ts";

export const generateMetadata = (): Metadata => ({ title: ofSettings("signIn") });

export default withWords(["settings", "shell", "singleSignOn"], SignInSettingsPage);

/** The company's own sign-in: its provider, its domains, and who must use it. */
async function SignInSettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return (
    <SettingsPage workspace={workspace} section="signIn" status={t("status")}>
      {() => <SignIn workspace={workspace} />}
    </SettingsPage>
  );
}

async function SignIn({ workspace }: { workspace: string }) {
  const { workspace: place } = await frameOf(workspace);
  const found = await read((api) => api.singleSignOn.get({ workspace }));
  const { provider, domains, administrators, returnTo } = found;
  const when = (at: Date | null) => (at ? formatDateTime(at, readersLanguage(), place.timezone) : "");
  const kept = administrators.find(({ userId }) => userId === provider?.keptId)?.name;
  return (
    <>
      <LiveRefresh kinds={["domains"]} />
      <div className="mt-6 max-w-3xl">
        <Standing
          issuer={provider?.onAt ? provider.issuer : null}
          onText={t("onText", { when: when(provider?.onAt ?? null) })}
          demandedText={
            provider?.demandedAt
              ? t("demandedText", { when: when(provider.demandedAt), name: kept ?? "–" })
              : null
          }
          isKept={kept !== undefined}
        />
      </div>
      <Section title={t("providerTitle")}>
        <ProviderForm
          workspace={workspace}
          returnTo={returnTo}
          issuer={provider?.issuer ?? ""}
          clientId={provider?.clientId ?? ""}
          isSet={provider !== null}
        />
      </Section>
      <Section title={t("domainsTitle")} space="rule">
        <p className="max-w-xl text-muted">{t("domainsText")}</p>
        <ul className="mt-4 max-w-3xl">
          {domains.map((domain) => (
            <CompanyDomain key={domain.id} workspace={workspace} domain={domain} />
          ))}
        </ul>
        <div className="mt-4">
          <AddDomainForm workspace={workspace} />
        </div>
      </Section>
      {provider && (
        <>
          <Section title={t("useTitle")} space="rule">
            <div className="grid max-w-xl gap-5">
              <TryButton
                workspace={workspace}
                said={
                  provider.problem
                    ? t("triedNot", { problem: provider.problem })
                    : provider.triedAt
                      ? t("tried", { when: when(provider.triedAt) })
                      : t("untried")
                }
              />
              <UseSwitches
                workspace={workspace}
                on={provider.onAt !== null}
                demanded={provider.demandedAt !== null}
                keptId={kept ? provider.keptId : null}
                administrators={administrators}
              />
            </div>
          </Section>
          <Section title={t("joiningTitle")} space="rule">
            <div className="max-w-xl">
              <JoiningChoice workspace={workspace} role={provider.joinsAs} />
            </div>
          </Section>
          <div className="mt-8 border-t border-line pt-8">
            <RemoveProvider workspace={workspace} issuer={provider.issuer} />
          </div>
        </>
      )}
    </>
  );
}

type StandingProps = {
  issuer: string | null;
  onText: string;
  demandedText: string | null;
  isKept: boolean;
};

/** What holds now, in a sentence. */
function Standing({ issuer, onText, demandedText, isKept }: StandingProps) {
  if (!issuer) return <Notice title={t("offTitle")}>{t("offText")}</Notice>;
  if (!demandedText)
    return (
      <Notice tone="ok" title={t("onTitle", { issuer })}>
        {onText}
      </Notice>
    );
  return (
    <Notice tone={isKept ? "ok" : "warn"} title={t("demandedTitle", { issuer })}>
      {isKept ? demandedText : t("nobodyKept")}
    </Notice>
  );
}
