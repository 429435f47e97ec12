import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { ListDrawing } from "#app/_ui/list-drawing.tsx";
import { Section } from "#app/_ui/section.tsx";
import { frameOf } from "#app/(workspace)/[workspace]/_frame/frame.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { t as settings } from "../_settings/words.ts";
import { DigestRow } from "./_digests/digest-row.tsx";
import { EndedRow } from "./_digests/ended-row.tsx";
import { t } from "./_digests/words.ts";

export const generateMetadata = (): Metadata => ({ title: settings("digests") });

export default withWords(["digests"], DigestsPage);

/** The mails with the figures that a member gets, and those that they set up for colleagues. */
async function DigestsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return (
    <SettingsPage workspace={workspace} section="digests" status={t("status")}>
      {() => <Digests workspace={workspace} />}
    </SettingsPage>
  );
}

async function Digests({ workspace }: { workspace: string }) {
  const frame = await frameOf(workspace);
  const { digests, choices, surveys } = await read(async (api) => ({
    digests: await api.digest.list({ workspace }),
    choices: await api.response.choices({ workspace }),
    surveys: (await api.response.frame({ workspace })).surveys,
  }));
  const naming = { workspaceName: frame.workspace.name, surveys, choices };
  const create = (
    <LinkButton variant="primary" href={`/${workspace}/settings/digests/new`}>
      {t("new")}
    </LinkButton>
  );
  const running = digests.filter(({ endedAt }) => !endedAt);
  const ended = digests.filter(({ endedAt }) => endedAt);
  const groups = [
    { title: t("yours"), rows: running.filter(({ mine }) => mine) },
    { title: t("colleagues"), rows: running.filter(({ mine }) => !mine) },
  ];
  return (
    <>
      {running.length === 0 ? (
        <EmptyState title={t("emptyTitle")} actions={create} drawing={<ListDrawing />}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <div className="mt-6">{create}</div>
      )}
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, rows }) => (
          <Section key={title} title={title}>
            <ul aria-label={title}>
              {rows.map((digest) => (
                <DigestRow key={digest.id} workspace={workspace} digest={digest} naming={naming} />
              ))}
            </ul>
          </Section>
        ))}
      {ended.length > 0 && (
        <Section title={t("ended")}>
          <ul aria-label={t("ended")}>
            {ended.map((digest) => (
              <EndedRow key={digest.id} digest={digest} naming={naming} timezone={frame.workspace.timezone} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
