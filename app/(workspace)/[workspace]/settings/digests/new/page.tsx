import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { frameOf } from "#app/(workspace)/[workspace]/_frame/frame.ts";
import { mayMailColleagues } from "#server/digest/rules.ts";
import { pickLocale } from "#server/i18n/locales.ts";
import { ResponseFilter } from "#server/response/schema.ts";
import { DigestForm } from "../_digests/digest-form.tsx";
import { DigestFormPage } from "../_digests/digest-form-page.tsx";
import { filterWords } from "../_digests/filter-words.ts";
import { t } from "../_digests/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("newTitle") });

export default withWords(["digests"], NewDigestPage);

/** Sets up a digest of what the page's address narrows the answers to. */
async function NewDigestPage({ params, searchParams }: PageProps<"/[workspace]/settings/digests/new">) {
  const { workspace } = await params;
  const filter = ResponseFilter.parse(await searchParams);
  const { member, workspace: here } = await frameOf(workspace);
  const { locale, members } = await read(async (api) => ({
    locale: (await api.response.frame({ workspace })).locale,
    members: mayMailColleagues(member.role) ? await api.workspace.members({ workspace }) : [],
  }));
  const colleagues = members.filter(({ email }) => email !== member.email);
  return (
    <DigestFormPage workspace={workspace} title={t("newTitle")} filter={filter}>
      <DigestForm
        workspace={workspace}
        filter={filterWords(filter)}
        timezone={here.timezone}
        colleagues={colleagues.map(({ userId, name }) => ({ userId, name }))}
        begin={{ rhythm: "weekly", weekday: 1, hour: 8, locale: pickLocale(locale, "en") }}
      />
    </DigestFormPage>
  );
}
