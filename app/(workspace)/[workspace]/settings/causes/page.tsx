import { clsx } from "clsx";
import type { Metadata } from "next";
import { listText } from "#app/_i18n/format.ts";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { Chip } from "#app/_ui/chip.tsx";
import type { ListedCause } from "#server/cause/queries.ts";
import { frameOf } from "../../_frame/frame.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { AddCause } from "./add-cause.tsx";
import { CauseMenu } from "./cause-menu.tsx";
import { t } from "./words.ts";

export const generateMetadata = (): Metadata => ({ title: t("title") });

export default withWords(["causes", "settings"], CausesPage);

/** Why cases come, in two levels; managers keep the list. */
async function CausesPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return (
    <SettingsPage workspace={workspace} section="causes" status={t("status")}>
      {() => <Causes workspace={workspace} />}
    </SettingsPage>
  );
}

async function Causes({ workspace }: { workspace: string }) {
  const { member } = await frameOf(workspace);
  const list = await read((api) => api.cause.list({ workspace }));
  const manages = member.role === "admin" || member.role === "manager";
  const others = list.flatMap((one) => [
    { id: one.id, path: one.name, retiredAt: one.retiredAt },
    ...one.beneath.map(({ id, name, retiredAt }) => ({ id, path: `${one.name} › ${name}`, retiredAt })),
  ]);
  const standing = others.filter(({ retiredAt }) => retiredAt === null);
  const row = (cause: ListedCause, above?: ListedCause) => (
    <div
      className={clsx(
        "flex items-center justify-between gap-x-4 border-t border-line py-1.5 max-sm:min-h-13",
        above && "ml-6",
      )}
    >
      <p className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
        <span className={clsx("break-words", !above && "font-bold", cause.retiredAt && "text-muted")}>
          {cause.name}
        </span>
        {cause.retiredAt && <Chip>{t("isRetired")}</Chip>}
        <span className="text-sm text-muted">
          {t("closings", { n: cause.closings })}
          {cause.merged.length > 0 && ` ${t("mergedHere", { names: listText(cause.merged) })}`}
        </span>
      </p>
      {manages && (
        <CauseMenu
          workspace={workspace}
          cause={{ id: cause.id, name: cause.name, retired: cause.retiredAt !== null, first: !above }}
          others={standing.filter(({ id }) => id !== cause.id)}
        />
      )}
    </div>
  );
  return (
    <>
      <div className="mt-6">
        {manages ? <AddCause workspace={workspace} /> : <p className="text-muted">{t("agent")}</p>}
      </div>
      <ul aria-label={t("list")} className="mt-6 max-w-3xl">
        {list.map((one) => (
          <li key={one.id}>
            {row({
              ...one,
              closings: one.beneath.reduce((sum, { closings }) => sum + closings, one.closings),
            })}
            {one.beneath.length > 0 && (
              <ul aria-label={one.name}>
                {one.beneath.map((cause) => (
                  <li key={cause.id}>{row(cause, one)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
