import { Tabs } from "#app/_ui/tabs.tsx";
import { t } from "./words.ts";

const steps = ["upload", "match", "check", "import"] as const;
export type Step = (typeof steps)[number];

type StepsProps = { workspace: string; importId?: string; current: Step };

/** The four steps of an import, each with its own address; those that cannot be gone to are left out. */
export function Steps({ workspace, importId, current }: StepsProps) {
  const here = `/${workspace}/imports`;
  const open = importId ? (current === "import" ? ["import"] : ["upload", "match", "check"]) : ["upload"];
  return (
    <div className="mt-6">
      <Tabs
        label={t("steps.label")}
        items={steps
          .filter((step) => open.includes(step))
          .map((step) => ({
            href: step === "upload" ? here : `${here}/${importId}${step === "import" ? "" : `?step=${step}`}`,
            label: `${steps.indexOf(step) + 1} ${t(`steps.${step}`)}`,
            current: step === current,
          }))}
      />
    </div>
  );
}
