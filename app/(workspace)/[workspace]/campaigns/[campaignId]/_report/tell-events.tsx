import { CopyButton } from "#app/_ui/copy-button.tsx";
import { Section } from "#app/_ui/section.tsx";
import { t } from "../../_campaigns/words.ts";

/** How a program tells of an event that this campaign listens to. */
export function TellEvents({ type }: { type: string }) {
  const request = requestFor(type);
  return (
    <Section title={t("tell.title")}>
      <p className="text-muted">{t("tell.text")}</p>
      <pre className="mt-3 rounded-sheet border border-line bg-sunken p-3 text-sm break-words whitespace-pre-wrap">
        <code>{request}</code>
      </pre>
      <div className="mt-3">
        <CopyButton
          value={request}
          label={t("tell.copy")}
          copiedLabel={t("tell.copied")}
          failedLabel={t("tell.copyFailed")}
        />
      </div>
    </Section>
  );
}

const requestFor = (type: string) => `POST /api/v1/events
Authorization: Bearer <API key>
Content-Type: application/json

{
  "type": "${type}",
  "contact": { "email": "anna@example.com", "name": "Anna Berg" },
  "occurredAt": "2026-11-23T09:00:00Z",
  "attributes": { "order": "10042" },
  "idempotencyKey": "${type}-10042"
}`;
