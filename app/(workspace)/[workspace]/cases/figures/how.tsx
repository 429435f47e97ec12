import { KeyValueList } from "#app/_ui/key-value-list.tsx";
import { Section } from "#app/_ui/section.tsx";
import { words } from "./words.ts";

const figures = [
  ...(["firstReply", "inTime", "opened", "closed", "reopened", "solved", "replied"] as const),
  ...(["cause", "interval"] as const),
];

/** How each figure is counted, in plain words. */
export function How() {
  const t = words();
  return (
    <Section title={t("how.title")} space="rule">
      <div className="max-w-3xl">
        <KeyValueList
          items={figures.map((name) => ({ term: t(`how.${name}.term`), value: t(`how.${name}.text`) }))}
        />
      </div>
    </Section>
  );
}
