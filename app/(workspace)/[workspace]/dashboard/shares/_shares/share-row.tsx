import { buttonClass } from "#app/_ui/button-class.ts";
import { Chip } from "#app/_ui/chip.tsx";
import { CopyButton } from "#app/_ui/copy-button.tsx";
import type { listShareLinks } from "#server/share/queries.ts";
import { dayInWords } from "../../words.ts";
import { ChangeShareDialog } from "./change-share-dialog.tsx";
import { EndShare } from "./end-share.tsx";
import { sayLocked } from "./say-locked.ts";
import { t } from "./words.ts";

type Listed = Awaited<ReturnType<typeof listShareLinks>>;
type Link = Listed["links"][number];

/** One link: what it shows to whom, how long, and its address while it works. */
export function ShareRow({
  workspace,
  link,
  named,
}: {
  workspace: string;
  link: Link;
  named: Listed["named"];
}) {
  return (
    <li className="border-t border-line py-6">
      <h2 className="flex flex-wrap items-baseline gap-x-3 font-bold">
        {link.name} {link.over && <Chip>{t(link.endedAt ? "ended" : "over")}</Chip>}
      </h2>
      <p className="mt-1 max-w-[90ch] text-sm text-muted">{factsOf(link).join(" · ")}</p>
      <p className="mt-1 max-w-[90ch] text-sm">{sayShown(link, named)}</p>
      {!link.endedAt && (
        <>
          {!link.over && <p className="mt-3 text-sm break-all">{link.url}</p>}
          <div className="mt-3 flex flex-wrap items-center gap-2">
            {!link.over && (
              <>
                <CopyButton
                  value={link.url}
                  label={t("copy")}
                  copiedLabel={t("copied")}
                  failedLabel={t("copyFailed")}
                />
                <a href={link.url} aria-label={t("openOf", { name: link.name })} className={buttonClass({})}>
                  {t("open")}
                </a>
              </>
            )}
            <ChangeShareDialog workspace={workspace} link={link} />
            <EndShare workspace={workspace} shareId={link.id} name={link.name} />
          </div>
        </>
      )}
    </li>
  );
}

function sayShown({ locked }: Link, named: Listed["named"]): string {
  if (!locked) return t("unreadable");
  const filters = sayLocked(locked, named);
  return filters.length > 0 ? t("showsOnly", { filters: filters.join(", ") }) : t("everything");
}

function factsOf(link: Link): string[] {
  const until = link.lastDay ? t("facts.until", { day: dayInWords(link.lastDay) }) : t("facts.forever");
  return [
    t(`kinds.${link.kind}`),
    t(`facts.comments.${link.comments}`),
    t(link.hasPassword ? "facts.password" : "facts.open"),
    ...(link.endedAt ? [] : [until]),
    link.openedOn ? t("facts.opened", { day: dayInWords(link.openedOn) }) : t("facts.neverOpened"),
    t("facts.made", {
      name: link.madeBy ?? t("facts.somebody"),
      day: dayInWords(link.createdAt.toISOString().slice(0, 10)),
    }),
  ];
}
