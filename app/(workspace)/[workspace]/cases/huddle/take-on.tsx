import { Section } from "#app/_ui/section.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { t } from "./words.ts";

const lines = 5;

/** Lines to write on: what, who, by when. */
export function TakeOn() {
  return (
    <Section title={t("take.title")} space="rule">
      <Table caption={t("take.title")}>
        <thead>
          <tr>
            <Th className="w-3/5">{t("take.what")}</Th>
            <Th>{t("take.who")}</Th>
            <Th>{t("take.when")}</Th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: lines }, (_, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they are empty and stay where they are
            <tr key={line}>
              <Td />
              <Td />
              <Td />
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
