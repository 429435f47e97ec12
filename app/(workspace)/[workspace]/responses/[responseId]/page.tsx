import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { z } from "zod";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { KeyValueList } from "#app/_ui/key-value-list.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { CustomerQuote } from "#app/(workspace)/_nps/customer-quote.tsx";
import { GroupMark } from "#app/(workspace)/_nps/group-mark.tsx";
import type { evidenceOf } from "#server/evidence/queries.ts";
import { groupOf } from "#server/nps/groups.ts";
import { evidenceInWords } from "../_views/evidence-words.ts";
import { words } from "../words.ts";

export const metadata: Metadata = { title: words()("title") };

/** One answer: what was said, what it said before, and everything that belongs to it. */
export default async function ResponsePage({ params }: PageProps<"/[workspace]/responses/[responseId]">) {
  const { workspace, responseId } = await params;
  if (!z.uuid().safeParse(responseId).success) notFound();
  const { found, frame, seen } = await read(async (api) => ({
    found: await api.response.get({ workspace, responseId }),
    frame: await api.response.frame({ workspace }),
    seen: await api.evidence.of({ workspace, responseId }),
  }));
  const t = words();
  const { response } = found;
  const group = groupOf(response.score);
  const moment = (at: Date) => <Moment at={at} timeZone={frame.timezone} />;
  const name = found.contactName ?? found.contactEmail ?? t("anonymous");

  return (
    <>
      <LiveRefresh kinds={["responses", "cases"]} />
      <PageHeader
        back={<TextLink href={`/${workspace}/responses`}>{t("back")}</TextLink>}
        title={found.accountName ? `${name} · ${found.accountName}` : name}
        status={
          <span className="inline-flex items-baseline gap-2">
            <GroupMark group={group} score={response.score} label={t(`one.${group}`)} />{" "}
            {moment(response.answeredAt)}
          </span>
        }
      />
      {response.withdrawnAt && (
        <div className="mt-6">
          <Notice title={t("withdrawn")}>{moment(response.withdrawnAt)}</Notice>
        </div>
      )}
      <div className="mt-6">
        {response.comment ? (
          <CustomerQuote lang={response.locale}>{response.comment}</CustomerQuote>
        ) : (
          <p className="text-muted">{t("noComment")}</p>
        )}
      </div>
      {found.versions.length > 0 && (
        <Section title={t("versions")}>
          <ol className="grid gap-4">
            {found.versions.map((version) => (
              <li key={version.version}>
                <p className="text-sm text-muted">
                  {t("of10", { score: version.score })} · {moment(version.givenAt)}
                </p>
                {version.comment && <CustomerQuote lang={response.locale}>{version.comment}</CustomerQuote>}
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section title={t("facts")}>
        <div className="max-w-2xl">
          <KeyValueList items={factsOf(workspace, found, seen, moment)} />
        </div>
      </Section>
    </>
  );
}

type Found = Awaited<ReturnType<typeof import("#server/response/queries.ts")["getResponse"]>>;

function factsOf(
  workspace: string,
  found: Found,
  seen: Awaited<ReturnType<typeof evidenceOf>>,
  moment: (at: Date) => ReactNode,
) {
  const t = words();
  const { response } = found;
  return [
    { term: t("survey"), value: found.surveyName },
    { term: t("answered"), value: moment(response.answeredAt) },
    { term: t("lastChanged"), value: response.version > 1 ? moment(response.updatedAt) : null },
    { term: t("drivers"), value: found.drivers.map(({ label }) => label).join(", ") },
    {
      term: t("contactWish"),
      value:
        response.contactBy &&
        [t(`contactBy.${response.contactBy}`), response.contactPhone].filter(Boolean).join(", "),
    },
    { term: t("channel"), value: t(`channels.${response.channel}`) },
    { term: t("byLink"), value: found.linkName },
    { term: t("evidence"), value: [t(`evidences.${response.evidence}`), ...evidenceInWords(seen)].join(" ") },
    { term: t("touchpoint"), value: response.touchpoint },
    {
      term: t("contact"),
      value: response.contactId && (
        <TextLink href={`/${workspace}/contacts/${response.contactId}`}>
          {found.contactName ?? found.contactEmail}
        </TextLink>
      ),
    },
    {
      term: t("case"),
      value: found.caseId ? (
        <TextLink href={`/${workspace}/cases/${found.caseId}`}>{t("openCase")}</TextLink>
      ) : (
        t("noCase")
      ),
    },
    ...Object.entries(response.attributes).map(([term, value]) => ({ term, value })),
  ].filter((fact) => fact.value);
}
