import { Tabs } from "#app/_ui/tabs.tsx";
import { t } from "../../_campaigns/words.ts";

const steps = ["survey", "people", "text", "when", "review"] as const;
export type Step = (typeof steps)[number];

/** The step that the address names; without one, people, because a draft has its survey already. */
export function stepOf(text: unknown): Step {
  return steps.find((step) => step === text) ?? "people";
}

export function nextStep(step: Step): Step {
  return steps[Math.min(steps.indexOf(step) + 1, steps.length - 1)]!;
}

/** The steps of a draft, each with its own address and open at any time. */
export function Steps({ here, current }: { here: string; current: Step }) {
  return (
    <div className="mt-6">
      <Tabs
        label={t("steps.label")}
        items={steps.map((step, index) => ({
          href: `${here}?step=${step}`,
          label: `${index + 1} ${t(`steps.${step}`)}`,
          current: step === current,
        }))}
      />
    </div>
  );
}
