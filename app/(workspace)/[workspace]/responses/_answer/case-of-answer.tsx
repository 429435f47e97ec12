import { TextLink } from "#app/_ui/text-link.tsx";
import { words } from "../words.ts";
import type { AnswerDetailProps } from "./answer-detail.tsx";
import { CaseShown } from "./case-shown.tsx";
import { OpenCase } from "./open-case.tsx";

/** The case about an answer, or the way to open one. */
export function CaseOfAnswer({
  workspace,
  found,
  mayOpenCases,
}: Pick<AnswerDetailProps, "workspace" | "found" | "mayOpenCases">) {
  const t = words();
  const { response } = found;
  if (found.case) {
    return (
      <p className="flex flex-wrap items-center gap-3 text-sm">
        <CaseShown one={found.case} now={new Date()} />
        <TextLink href={`/${workspace}/cases/${found.case.id}`}>{t("toCase")}</TextLink>
      </p>
    );
  }
  if (response.withdrawnAt) return null;
  if (!response.contactId) return <p className="text-sm text-muted">{t("nobodyKnown")}</p>;
  if (!mayOpenCases) return <p className="text-sm text-muted">{t("noCase")}</p>;
  return (
    <div>
      <OpenCase workspace={workspace} responseId={response.id} />
    </div>
  );
}
