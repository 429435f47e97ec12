"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { SetUp } from "#app/_second-factor/set-up.tsx";
import { t } from "#app/_second-factor/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { RemoveFactor } from "./remove-factor.tsx";
import { RenewCodes } from "./renew-codes.tsx";

type SecondFactorProps = {
  email: string;
  since: Date | null;
  codesLeft: number;
  proven: boolean;
  timeZone: string;
};

/** Whether signing in asks for a second factor, and the ways to change that. */
export function SecondFactor({ email, since, codesLeft, proven, timeZone }: SecondFactorProps) {
  const router = useRouter();
  const [settingUp, setSettingUp] = useState(false);

  function done() {
    setSettingUp(false);
    router.refresh();
  }

  if (settingUp)
    return <SetUp email={email} proven={proven} onDone={done} onCancel={() => setSettingUp(false)} />;
  if (!since) {
    return (
      <>
        <p className="mb-4">{t("off")}</p>
        <Button onClick={() => setSettingUp(true)}>{t("setUp")}</Button>
      </>
    );
  }
  return (
    <>
      <p>
        {t("on")} <Moment at={since} timeZone={timeZone} style="date" />.
      </p>
      <p className="text-muted">{t("codesLeft", { count: codesLeft })}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <RenewCodes email={email} />
        <RemoveFactor email={email} />
      </div>
    </>
  );
}
