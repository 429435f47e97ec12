import { buttonClass } from "#app/_ui/button-class.ts";
import { Section } from "#app/_ui/section.tsx";
import { t } from "../words.ts";
import { EraseDialog } from "./erase-dialog.tsx";

type TheirDataProps = { workspace: string; contactId: string; name: string; typed: string | null };

/** A copy of everything about a customer, and erasing it. */
export function TheirData({ workspace, contactId, name, typed }: TheirDataProps) {
  return (
    <Section title={t("privacy.title")}>
      <p className="mb-3 text-sm text-muted">
        {t("privacy.text")} {t("privacy.exportHint")}
      </p>
      <div className="flex flex-wrap gap-2">
        <a href={`/${workspace}/contacts/${contactId}/export`} download className={buttonClass({})}>
          {t("privacy.export")}
        </a>
        <EraseDialog workspace={workspace} contactId={contactId} name={name} typed={typed} />
      </div>
    </Section>
  );
}
