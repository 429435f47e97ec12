"use client";

import { Button } from "#app/_ui/button.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { toast } from "#app/_ui/toast.ts";
import { useActing } from "../_act/use-acting.ts";
import { words } from "../words.ts";

type OtherOpenProps = { one: { id: string; name: string }; otherId: string };

/** That the customer has another open case, and the way to make both one. */
export function OtherOpen({ one, otherId }: OtherOpenProps) {
  const t = words();
  const { workspace, frame, act } = useActing();
  async function merge() {
    const obstacle = await act(
      { kind: "merge", intoId: one.id },
      { cases: [{ id: otherId, name: one.name }] },
    );
    if (obstacle) toast.error(t("failed"), { description: obstacle });
  }
  return (
    <div className="mt-4 print:hidden">
      <Notice
        title={t("merge.other", { name: one.name })}
        actions={
          <span className="flex flex-wrap gap-2">
            <LinkButton href={`/${workspace}/cases/${otherId}`}>{t("merge.look")}</LinkButton>
            {frame.mayAct && <Button onClick={merge}>{t("merge.button")}</Button>}
          </span>
        }
      >
        {t("merge.text")}
      </Notice>
    </div>
  );
}
