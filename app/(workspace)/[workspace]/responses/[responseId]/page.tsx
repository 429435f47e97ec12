import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { withWords } from "#app/_i18n/with-words.tsx";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { GetResponse } from "#server/response/schema.ts";
import { frameOf } from "../../_frame/frame.ts";
import { AnswerDetail, ScoreAndTime, titleOf } from "../_answer/answer-detail.tsx";
import { asSent } from "../_answer/sent.ts";
import { mayOpenCases, words } from "../words.ts";

export const generateMetadata = (): Metadata => ({ title: words()("title") });

export default withWords(["responses"], ResponsePage);

/** One answer: what was said, what it said before, and everything that belongs to it. */
async function ResponsePage({ params, searchParams }: PageProps<"/[workspace]/responses/[responseId]">) {
  const { workspace, responseId } = await params;
  const parsed = GetResponse.safeParse({ responseId, q: (await searchParams).q });
  if (!parsed.success) notFound();
  const { member } = await frameOf(workspace);
  const { found, frame, seen, thanks } = await read(async (api) => ({
    found: asSent(await api.response.get({ workspace, ...parsed.data })),
    frame: await api.response.frame({ workspace }),
    seen: asSent(await api.evidence.of({ workspace, responseId })),
    thanks: asSent(await api.thanks.of({ workspace, responseId })),
  }));
  return (
    <>
      <LiveRefresh kinds={["responses", "cases"]} />
      <PageHeader
        back={<TextLink href={`/${workspace}/responses`}>{words()("back")}</TextLink>}
        title={titleOf(found)}
        status={<ScoreAndTime found={found} timeZone={frame.timezone} />}
      />
      <AnswerDetail
        workspace={workspace}
        found={found}
        seen={seen}
        thanks={thanks}
        timeZone={frame.timezone}
        mayOpenCases={mayOpenCases(member.role)}
        level={2}
      />
    </>
  );
}
