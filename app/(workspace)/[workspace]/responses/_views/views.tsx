import { Tabs } from "#app/_ui/tabs.tsx";
import { words } from "../words.ts";

type ViewsProps = { workspace: string; current: "answers" | "setAside"; setAside: number };

/** The answers that count, and the provisional ones beside them. */
export function Views({ workspace, current, setAside }: ViewsProps) {
  const t = words();
  const here = `/${workspace}/responses`;
  return (
    <div className="mt-4">
      <Tabs
        label={t("views.label")}
        items={[
          { href: here, label: t("views.answers"), current: current === "answers" },
          {
            href: `${here}/set-aside`,
            label: t("views.setAside"),
            count: setAside > 0 ? String(setAside) : undefined,
            current: current === "setAside",
          },
        ]}
      />
    </div>
  );
}
