"use client";

import { Tag, X } from "lucide-react";
import { Button } from "#app/_ui/button.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { useActing } from "../_act/use-acting.ts";
import { words } from "../words.ts";

type CaseTagsProps = { one: { id: string; name: string }; tags: readonly { id: string; name: string }[] };

/** The tags of a case, each to be taken off, and the way to add one. */
export function CaseTags({ one, tags }: CaseTagsProps) {
  const t = words();
  const { act, ask, frame } = useActing();
  async function takeOff(tag: { id: string; name: string }) {
    const obstacle = await act({ kind: "untag", tagId: tag.id }, { cases: [one] });
    if (obstacle) toast.error(t("failed"), { description: obstacle });
  }
  if (!frame.mayAct && tags.length === 0) return null;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2 text-sm">
      <ul aria-label={t("tag.tags")} className="flex flex-wrap items-center gap-2 empty:hidden">
        {tags.map((tag) => (
          <li
            key={tag.id}
            className="inline-flex items-center gap-1 rounded-control border border-line-strong pl-2 text-muted"
          >
            {tag.name}
            {frame.mayAct && (
              <IconButton
                icon={X}
                size="small"
                label={t("tag.takeOff", { name: tag.name })}
                onClick={() => takeOff(tag)}
              />
            )}
          </li>
        ))}
      </ul>
      {frame.mayAct && (
        <Button
          size="small"
          variant="quiet"
          className="print:hidden"
          onClick={() => ask({ kind: "tag", cases: [one] })}
        >
          <Icon of={Tag} />
          {t("tag.add")}
        </Button>
      )}
    </div>
  );
}
