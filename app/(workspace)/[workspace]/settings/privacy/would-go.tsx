"use client";

import { useQuery } from "@tanstack/react-query";
import { dayText, numberText } from "#app/_i18n/format.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import type { Kind, Months } from "#server/retention/rules.ts";
import { t } from "./words.ts";

type WouldGoProps = { workspace: string; periods: Record<Kind, Months>; timeZone: string };

/** How many of each kind would go today by these periods, and from when the oldest is. */
export function WouldGo({ workspace, periods, timeZone }: WouldGoProps) {
  const found = useQuery(
    useTRPC().retention.preview.queryOptions({ workspace, periods }, { staleTime: 0, gcTime: 0 }),
  );
  if (found.isPending)
    return (
      <p role="status" className="mt-6 text-muted">
        {t("previewing")}
      </p>
    );
  if (found.isError)
    return (
      <div className="mt-6">
        <Notice live tone="alarm" title={t("previewFailed")} />
      </div>
    );
  const going = found.data.filter(({ n }) => n > 0).reverse();
  if (going.length === 0)
    return (
      <div className="mt-6">
        <Notice live tone="ok" title={t("wouldGoNothing")} />
      </div>
    );
  return (
    <div role="status" className="mt-6">
      <Table caption={t("wouldGo")} showCaption dense>
        <thead>
          <tr>
            <Th>{t("what")}</Th>
            <Th numeric>{t("howMany")}</Th>
            <Th numeric>{t("oldest")}</Th>
          </tr>
        </thead>
        <tbody>
          {going.map(({ kind, n, oldest }) => (
            <tr key={kind}>
              <Th scope="row" className="font-normal">
                {t(`kind.${kind}`)}
              </Th>
              <Td numeric>{numberText(n)}</Td>
              <Td numeric>{oldest && dayText(new Date(oldest), timeZone)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
