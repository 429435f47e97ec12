"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmStep } from "#app/_second-factor/confirm-step.tsx";
import { t } from "#app/_second-factor/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { toast } from "#app/_ui/toast.ts";
import { AddPasskey } from "./add-passkey.tsx";
import { RemovePasskey } from "./remove-passkey.tsx";

type Passkey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };
type PasskeysProps = { email: string; proven: boolean; passkeys: Passkey[]; timeZone: string };

/** One's passkeys, and the way to another. */
export function Passkeys({ email, proven, passkeys, timeZone }: PasskeysProps) {
  const router = useRouter();
  const [adding, setAdding] = useState(false);
  const day = (at: Date) => <Moment at={at} timeZone={timeZone} style="date" />;

  function added() {
    setAdding(false);
    toast.success(t("passkeyAdded"));
    router.refresh();
  }

  if (adding && !proven) return <ConfirmStep email={email} onCancel={() => setAdding(false)} />;
  if (adding) return <AddPasskey email={email} onAdded={added} onCancel={() => setAdding(false)} />;
  return (
    <>
      <p className="mb-4">{t("passkeysText")}</p>
      {passkeys.length > 0 && (
        <ul className="mb-4 divide-y divide-line border-y border-line">
          {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
              <div className="min-w-0 flex-1 basis-56">
                <p className="font-medium break-words">{name}</p>
                <p className="text-sm text-muted">
                  {t("passkeySince")} {day(createdAt)} ·{" "}
                  {lastUsedAt ? (
                    <>
                      {t("passkeyUsed")} {day(lastUsedAt)}
                    </>
                  ) : (
                    t("passkeyNever")
                  )}
                </p>
              </div>
              <RemovePasskey email={email} id={id} name={name} />
            </li>
          ))}
        </ul>
      )}
      <Button onClick={() => setAdding(true)}>{t("passkeyAdd")}</Button>
    </>
  );
}
