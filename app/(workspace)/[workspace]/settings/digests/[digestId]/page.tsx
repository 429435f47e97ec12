import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { frameOf } from "#app/(workspace)/[workspace]/_frame/frame.ts";
import { pickLocale } from "#server/i18n/locales.ts";
import { ResponseFilter } from "#server/response/schema.ts";
import { DigestForm } from "../_digests/digest-form.tsx";
import { DigestFormPage } from "../_digests/digest-form-page.tsx";
import { filterWords } from "../_digests/filter-words.ts";
import { t } from "../_digests/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("changeTitle") });

export default withWords(["digests"], ChangeDigestPage);

/** Changes a digest. The address says of what it tells, so that a filter can be tried out before it is kept. */
async function ChangeDigestPage({
  params,
  searchParams,
}: PageProps<"/[workspace]/settings/digests/[digestId]">) {
  const { workspace, digestId } = await params;
  if (!z.uuid().safeParse(digestId).success) notFound();
  const filter = ResponseFilter.parse(await searchParams);
  const { workspace: here } = await frameOf(workspace);
  const digest = await read((api) => api.digest.get({ workspace, digestId }));
  const { rhythm, weekday, hour, locale } = digest;
  return (
    <DigestFormPage workspace={workspace} title={t("changeTitle")} filter={filter} digestId={digestId}>
      <DigestForm
        workspace={workspace}
        digestId={digestId}
        filter={filterWords(filter)}
        timezone={here.timezone}
        colleagues={[]}
        begin={{ rhythm, weekday: weekday ?? 1, hour, locale: pickLocale(locale, "en") }}
      />
    </DigestFormPage>
  );
}
