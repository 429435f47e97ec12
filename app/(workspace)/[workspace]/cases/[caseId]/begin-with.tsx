import { Button } from "#app/_ui/button.tsx";
import type { Template } from "#server/template/queries.ts";
import { t } from "../../settings/templates/words.ts";

type BeginWithProps = { template: Template | null; onPick(template: Template): void };

/** The text that the case's rule suggests for the reply, in one press. */
export function BeginWith({ template, onPick }: BeginWithProps) {
  if (!template) return null;
  return (
    <Button className="justify-self-start" onClick={() => onPick(template)}>
      {t("begin", { name: template.name })}
    </Button>
  );
}
