"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { toast } from "#app/_ui/toast.ts";
import { t } from "../_settings/words.ts";
import { accountRequest } from "./account-request.ts";

/** Whether keys pressed alone do something; saved with the person as soon as it is changed. */
export function KeysSwitch({ on }: { on: boolean }) {
  const router = useRouter();
  const [checked, setChecked] = useState(on);

  async function set(singleKeys: boolean) {
    setChecked(singleKeys);
    const refused = await accountRequest("/update-user", { singleKeys });
    if (refused) {
      setChecked(on);
      return void toast.error(refused.message);
    }
    toast.success(t("saved"));
    router.refresh();
  }

  return (
    <>
      <Checkbox
        label={t("keysOn")}
        hint={t("keysHint")}
        checked={checked}
        onChange={({ target }) => set(target.checked)}
      />
      <p className="mt-1 text-muted">{t("keysShow")}</p>
    </>
  );
}
