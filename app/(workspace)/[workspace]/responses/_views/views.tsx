import { numberText } from "#app/_i18n/format.ts";
import { Tabs } from "#app/_ui/tabs.tsx";
import { words } from "../words.ts";

type ViewsProps = {
  workspace: string;
  current: "table" | "reading" | "setAside";
  setAside: number;
  /** Where the two views of the answers are that count, with what narrows them now. */
  table?: string;
  reading?: string;
};

/** The answers that count, as a table and to be read, and the provisional ones beside them. */
export function Views({ workspace, current, setAside, ...addresses }: ViewsProps) {
  const t = words();
  const here = `/${workspace}/responses`;
  const { table = here, reading = `${here}?view=reading` } = addresses;
  return (
    <div className="mt-4">
      <Tabs
        label={t("views.label")}
        items={[
          { href: table, label: t("views.table"), current: current === "table" },
          { href: reading, label: t("views.reading"), current: current === "reading" },
          {
            href: `${here}/set-aside`,
            label: t("views.setAside"),
            count: setAside > 0 ? numberText(setAside) : undefined,
            current: current === "setAside",
          },
        ]}
      />
    </div>
  );
}
