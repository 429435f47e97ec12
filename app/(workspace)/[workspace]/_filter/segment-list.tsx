"use client";

import { Link } from "#app/_ui/link.tsx";
import { panelItemClass } from "#app/_ui/panel-item-class.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";
import { SaveSegment } from "./save-segment.tsx";
import { SegmentCommands } from "./segment-commands.tsx";
import type { NamedSegment, SegmentsProps } from "./segments.tsx";

const t = appTranslator("filter");

/** The segments of a person, to choose from, to rename, to share and to end; and the way to save one. */
export function SegmentList({
  workspace,
  filter,
  said,
  segments,
  mayShare,
  current,
  onDone,
}: SegmentsProps & { onDone: () => void }) {
  const kinds = [
    { title: t("segments.own"), of: segments.filter(({ shared }) => !shared) },
    { title: t("segments.shared"), of: segments.filter(({ shared }) => shared) },
  ];
  return (
    <div className="grid gap-6">
      {segments.length === 0 && <p className="text-muted">{t("segments.none")}</p>}
      {kinds
        .filter(({ of }) => of.length > 0)
        .map(({ title, of }) => (
          <section key={title} aria-label={title}>
            <h3 className="mb-1 text-sm font-medium text-muted">{title}</h3>
            <ul>
              {of.map((segment) => (
                <li key={segment.id} className="border-t border-line py-1">
                  <Choose segment={segment} current={segment.id === current} onDone={onDone} />
                  {segment.mayChange && (
                    <SegmentCommands workspace={workspace} segment={segment} mayShare={mayShare} />
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      <SaveSegment
        workspace={workspace}
        filter={filter}
        said={said}
        mayShare={mayShare}
        same={segments.find(({ id }) => id === current)?.name}
        onSaved={onDone}
      />
    </div>
  );
}

type ChooseProps = { segment: NamedSegment; current: boolean; onDone: () => void };

function Choose({ segment, current, onDone }: ChooseProps) {
  return (
    <Link
      href={segment.href}
      aria-current={current || undefined}
      onClick={onDone}
      className={`${panelItemClass} aria-[current]:font-bold`}
    >
      {segment.name}
      {segment.shared && segment.by && (
        <span className="font-normal text-muted">{t("segments.by", { name: segment.by })}</span>
      )}
    </Link>
  );
}
