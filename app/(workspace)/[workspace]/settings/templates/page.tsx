import type { Metadata } from "next";
import { languageText } from "#app/_i18n/format.ts";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { ListDrawing } from "#app/_ui/list-drawing.tsx";
import { frameOf } from "../../_frame/frame.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { EndTemplateDialog } from "./end-template-dialog.tsx";
import { TemplateDialog } from "./template-dialog.tsx";
import { ruleNames, t } from "./words.ts";

export const generateMetadata = (): Metadata => ({ title: t("title") });

export default withWords(["settings", "templates"], TemplatesPage);

/** The texts that colleagues begin replies with; managers write, change and end them. */
async function TemplatesPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return (
    <SettingsPage workspace={workspace} section="templates" status={t("status")}>
      {() => <Templates workspace={workspace} />}
    </SettingsPage>
  );
}

async function Templates({ workspace }: { workspace: string }) {
  const { member } = await frameOf(workspace);
  const { templates, uses, locale } = await read(async (api) => ({
    templates: await api.template.list({ workspace }),
    uses: await api.rule.templateUses({ workspace }),
    locale: (await api.workspace.settings({ workspace })).locale,
  }));
  const manages = member.role === "admin" || member.role === "manager";
  const rulesOf = (id: string) => {
    const { sentBy = [], suggestedBy = [] } = uses.find((one) => one.id === id) ?? {};
    return { sentBy, suggestedBy };
  };
  const make = manages && <TemplateDialog workspace={workspace} locale={locale} />;
  if (templates.length === 0) {
    return (
      <EmptyState title={t("empty")} actions={make} drawing={<ListDrawing />}>
        {t(manages ? "emptyText" : "emptyAgent")}
      </EmptyState>
    );
  }
  return (
    <>
      {make && <div className="mt-6">{make}</div>}
      <ul aria-label={t("list")} className="mt-6 max-w-3xl">
        {templates.map((template) => (
          <li
            key={template.id}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-line py-4"
          >
            <div className="min-w-0 flex-1 basis-80">
              <p>
                <b className="font-bold">{template.name}</b>{" "}
                <span className="text-sm text-muted">· {languageText(template.locale)}</span>
              </p>
              <p
                lang={template.locale}
                className="mt-1 line-clamp-3 text-sm break-words whitespace-pre-line text-muted"
              >
                {template.text}
              </p>
              <UsedBy {...rulesOf(template.id)} />
            </div>
            {manages && (
              <div className="flex gap-2">
                <TemplateDialog
                  workspace={workspace}
                  locale={locale}
                  template={template}
                  sentBy={rulesOf(template.id).sentBy}
                />
                <EndTemplateDialog workspace={workspace} template={template} {...rulesOf(template.id)} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function UsedBy({ sentBy, suggestedBy }: { sentBy: readonly string[]; suggestedBy: readonly string[] }) {
  if (sentBy.length + suggestedBy.length === 0) return null;
  return (
    <p className="mt-2 text-sm">
      {[
        sentBy.length > 0 && t("sentBy", ruleNames(sentBy)),
        suggestedBy.length > 0 && t("suggestedBy", ruleNames(suggestedBy)),
      ]
        .filter(Boolean)
        .join(" ")}
    </p>
  );
}
