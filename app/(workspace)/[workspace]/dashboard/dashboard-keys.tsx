import { type PageKey, PageKeys, PartKeys } from "#app/_keys/page-keys.tsx";
import { shiftedDays } from "#server/dashboard/rules.ts";
import type { Period } from "#server/dashboard/schema.ts";
import { unfiltered } from "../_filter/address.ts";
import { filterButton, segmentsButton } from "../_filter/buttons.ts";
import { annotateButton } from "./choice.ts";
import type { Shown } from "./places.ts";
import { words } from "./words.ts";

/** Week, month, quarter, year, all. */
const ofPeriods: Record<string, Period> = { w: "7d", m: "30d", q: "90d", y: "12m", a: "all" };

/** The shortcuts of the dashboard; those of the trend, which has the focus for them, are listed with them. */
export function DashboardKeys({ view, found, places }: Shown) {
  const t = words();
  const [earlier, later] = ([-1, 1] as const).map((by) => shiftedDays(found.days, by));
  const noDates = { from: undefined, to: undefined };
  const none = view.compare === "none";
  const keys: PageKey[] = [
    ...Object.entries(ofPeriods).map(([key, period]) => ({
      key,
      label: t(`period.${period}`),
      href: places.dashboard({ ...noDates, period }),
    })),
    ...[
      { key: "arrowleft", label: t("earlier"), days: earlier },
      { key: "arrowright", label: t("later"), days: later },
    ].flatMap(({ days, ...one }) =>
      days ? [{ ...one, href: places.dashboard({ ...days, period: undefined }) }] : [],
    ),
    {
      key: "x",
      label: t("keys.compare"),
      href: places.dashboard({
        compare: none ? undefined : "none",
        compareFrom: undefined,
        compareTo: undefined,
      }),
    },
    { key: "/", label: t("keys.filter"), at: filterButton },
    { key: "escape", label: t("keys.clear"), href: places.dashboard(unfiltered) },
    { key: "s", label: t("keys.segments"), at: segmentsButton },
    { key: "n", label: t("keys.annotate"), at: annotateButton },
  ];
  return (
    <>
      <PartKeys
        title={t("keys.trendTitle")}
        keys={[
          { key: "arrowleft/arrowright", label: t("keys.trendMove") },
          { key: "enter", label: t("keys.trendOpen") },
          { key: "shift+arrowright", label: t("keys.trendMore") },
        ]}
      />
      <PageKeys title={t("keys.title")} keys={keys} />
    </>
  );
}
