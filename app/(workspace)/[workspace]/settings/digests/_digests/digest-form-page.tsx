import type { ReactNode } from "react";
import { read } from "#app/_trpc/server.ts";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { ResponseFilter } from "#server/response/schema.ts";
import { AboutFields } from "./about-fields.tsx";
import { t } from "./words.ts";

type DigestFormPageProps = {
  workspace: string;
  title: string;
  filter: ResponseFilter;
  /** Absent: a new one. */
  digestId?: string;
  /** The form of when it comes. */
  children: ReactNode;
};

/** The page of one digest: of what it tells, which is the page's address, and when it comes. */
export async function DigestFormPage({ workspace, title, filter, digestId, children }: DigestFormPageProps) {
  const { choices, surveys } = await read(async (api) => ({
    choices: await api.response.choices({ workspace }),
    surveys: (await api.response.frame({ workspace })).surveys,
  }));
  return (
    <>
      <PageHeader
        back={<TextLink href={`/${workspace}/settings/digests`}>{t("back")}</TextLink>}
        title={title}
      />
      <div className="max-w-xl">
        <Section title={t("about")}>
          <p className="text-sm text-muted">{t("aboutText")}</p>
          <AboutFields
            workspace={workspace}
            digestId={digestId}
            filter={filter}
            choices={choices}
            surveys={surveys}
          />
        </Section>
        <Section title={t("timing")} space="rule">
          {children}
        </Section>
      </div>
    </>
  );
}
