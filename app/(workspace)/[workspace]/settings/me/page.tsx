import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { wordsOf } from "#app/_i18n/words.ts";
import { t as ofFactor } from "#app/_second-factor/words.ts";
import { currentTheme } from "#app/_theme/current-theme.ts";
import { pageContext, read } from "#app/_trpc/server.ts";
import { Section } from "#app/_ui/section.tsx";
import { ThemeSwitch } from "#app/_ui/theme-switch.tsx";
import { readersLanguage } from "#server/i18n/speech.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";
import { Absences } from "../../_absences/absences.tsx";
import { t as away } from "../../_absences/words.ts";
import { frameOf } from "../../_frame/frame.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { t } from "../_settings/words.ts";
import { AfterClosingChoice } from "./after-closing.tsx";
import { KeysSwitch } from "./keys-switch.tsx";
import { LanguageForm } from "./language-form.tsx";
import { NameForm } from "./name-form.tsx";
import { Passkeys } from "./passkeys.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { Sessions } from "./sessions.tsx";
import { UndoChoice } from "./undo-choice.tsx";

export const generateMetadata = (): Metadata => ({ title: t("me") });

export default withWords(["absences", "secondFactor", "settings"], MePage);

async function MePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return (
    <SettingsPage workspace={workspace} section="me">
      {() => <Account workspace={workspace} />}
    </SettingsPage>
  );
}

const ofCases = appTranslator("cases");

async function Account({ workspace }: { workspace: string }) {
  const undo = await read((api) => api.workspace.undo({ workspace }));
  const { afterClosing, mayAct } = await read((api) => api.case.frame({ workspace }));
  const { user } = await pageContext();
  const { workspace: here } = await frameOf(workspace);
  const { sessions, factor, passkeys } = await read(async (api) => ({
    sessions: await api.auth.sessions(),
    factor: await api.auth.secondFactor(),
    passkeys: await api.auth.passkeys(),
  }));
  return (
    <div className="max-w-xl">
      <Section title={t("profile")}>
        <NameForm name={user?.name ?? ""} email={user?.email ?? ""} />
      </Section>
      <Section title={t("myLanguageTitle")} space="rule">
        <LanguageForm current={readersLanguage()} />
      </Section>
      {user && <OwnAbsences workspace={workspace} userId={user.id} />}
      <Section title={t("look")} space="rule">
        <ThemeSwitch
          current={await currentTheme()}
          legend={t("theme")}
          words={{ light: t("themeLight"), dark: t("themeDark"), system: t("themeSystem") }}
        />
      </Section>
      <div id="keys">
        <Section title={t("keys")} space="rule">
          <KeysSwitch on={user?.singleKeys ?? true} />
        </Section>
      </div>
      <Section title={t("undo")} space="rule">
        <UndoChoice workspace={workspace} seconds={undo.seconds} />
      </Section>
      {mayAct && (
        <Section title={ofCases("afterClosing.title")} space="rule">
          <AfterClosingChoice
            workspace={workspace}
            chosen={afterClosing}
            words={{
              ...wordsOf(
                (key) => ofCases(`afterClosing.${key}`),
                ["next", "list", "stay", "legend", "saved"],
              ),
              failed: ofCases("failed"),
            }}
          />
        </Section>
      )}
      <Section title={t("password")} space="rule">
        <PasswordForm email={user?.email ?? ""} />
      </Section>
      <Section title={ofFactor("title")} space="rule">
        <SecondFactor email={user?.email ?? ""} timeZone={here.timezone} {...factor} />
      </Section>
      <Section title={ofFactor("passkeys")} space="rule">
        <Passkeys
          email={user?.email ?? ""}
          proven={factor.proven}
          passkeys={passkeys}
          timeZone={here.timezone}
        />
      </Section>
      <Section title={t("sessions")} space="rule">
        <p className="mb-2 text-sm text-muted">{t("sessionsText")}</p>
        <Sessions sessions={sessions} timeZone={here.timezone} />
      </Section>
    </div>
  );
}

/** When one is away oneself; whoever only looks has nothing to be stood in for. */
async function OwnAbsences({ workspace, userId }: { workspace: string; userId: string }) {
  const { member } = await frameOf(workspace);
  if (member.role === "viewer") return null;
  const { found, members } = await read(async (api) => ({
    found: await api.absence.list({ workspace }),
    members: await api.workspace.members({ workspace }),
  }));
  const people = members.map(({ userId: id, name }) => ({ userId: id, name }));
  return (
    <Section title={away("title")} space="rule">
      <p className="mb-2 text-sm text-muted">{away("ownText")}</p>
      <Absences
        workspace={workspace}
        absences={found.absences.filter((one) => one.userId === userId)}
        members={people}
        people={people.filter((one) => one.userId === userId)}
        none={away("notAway")}
      />
    </Section>
  );
}
