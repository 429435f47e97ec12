import { Moment } from "#app/_ui/moment.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { listProvisional } from "#server/evidence/queries.ts";
import { isOneScore } from "#server/evidence/rules.ts";
import { words } from "../words.ts";
import { Decide } from "./decide.tsx";

type Provisional = Awaited<ReturnType<typeof listProvisional>>["answers"][number];
type ProvisionalRowProps = { workspace: string; answer: Provisional; timeZone: string };

/** One provisional answer, in grey: whose links, which number, why it is not counted, and what a person may decide. */
export function ProvisionalRow({ workspace, answer, timeZone }: ProvisionalRowProps) {
  const t = words();
  const known = isOneScore(answer);
  const name = answer.contactName ?? answer.contactEmail ?? t("anonymous");
  return (
    <li className="grid gap-x-6 gap-y-2 border-t border-line py-4 sm:grid-cols-[3.5rem_minmax(0,1fr)_auto]">
      <span className="text-xl tabular-nums text-muted">
        {known ? answer.score : "?"}
        <span className="sr-only">{t(known ? "setAside.notCounted" : "setAside.noNumber")}</span>
      </span>
      <div className="min-w-0">
        <p>
          <TextLink href={`/${workspace}/contacts/${answer.contactId}`}>{name}</TextLink>
          {answer.accountName && ` · ${answer.accountName}`}
          <span className="text-muted">
            {` · ${answer.surveyName} · `}
            <Moment at={answer.lastAt} timeZone={timeZone} />
          </span>
        </p>
        <ul className="mt-1 list-disc pl-5 text-sm text-muted">
          {answer.doubts.map((doubt) => (
            <li key={doubt}>
              {doubt === "many_scores"
                ? t("doubts.many_scores", { scores: answer.requested.join(", ") })
                : t(`doubts.${doubt}`)}
            </li>
          ))}
        </ul>
      </div>
      <Decide
        workspace={workspace}
        invitationId={answer.invitationId}
        score={known ? answer.score : null}
        name={name}
      />
    </li>
  );
}
