import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { Notice } from "#app/_ui/notice.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { frameOf } from "#app/(workspace)/[workspace]/_frame/frame.ts";
import { t } from "../_surveys/words.ts";
import { YouSaidForm } from "./you-said-form.tsx";

export const generateMetadata = (): Metadata => ({ title: t("youSaid.title") });

export default withWords(["surveys"], YouSaidPage);

/** What customers are told was done because they said so. */
async function YouSaidPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { member } = await frameOf(workspace);
  const { youSaid } = await read((api) => api.workspace.settings({ workspace }));
  const mayEdit = member.role === "admin" || member.role === "manager";
  return (
    <>
      <PageHeader
        back={<TextLink href={`/${workspace}/surveys`}>{t("back")}</TextLink>}
        title={t("youSaid.title")}
        status={t("youSaid.status")}
      />
      {!mayEdit && (
        <div className="mt-6">
          <Notice title={t("readOnly")} />
        </div>
      )}
      <YouSaidForm workspace={workspace} saved={youSaid} mayEdit={mayEdit} />
    </>
  );
}
