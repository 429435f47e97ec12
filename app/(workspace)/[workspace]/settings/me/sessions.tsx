"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { OwnSession } from "#server/auth/queries.ts";
import { shared, t } from "../_settings/words.ts";

type SessionsProps = { sessions: OwnSession[]; timeZone: string };

/** Where one is signed in, this browser first, and the ways to end what should not be. */
export function Sessions({ sessions, timeZone }: SessionsProps) {
  const router = useRouter();
  const after = (said: string) => ({
    onSuccess() {
      toast.success(said);
      router.refresh();
    },
    onError(error: Parameters<typeof problemsOf>[0]) {
      for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
    },
  });
  const api = useTRPC();
  const end = useMutation(api.auth.endSession.mutationOptions(after(t("sessionEnded"))));
  const endOthers = useMutation(api.auth.endOtherSessions.mutationOptions(after(t("signedOutOthers"))));
  const ending = (id: string) => end.isPending && end.variables.id === id;

  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-medium">{named(session)}</p>
              <p className="text-sm text-muted">
                {session.current ? (
                  t("sessionThis")
                ) : (
                  <>
                    {t("sessionLastUsed")} <Moment at={session.lastUsed} timeZone={timeZone} />
                  </>
                )}
                {" · "}
                {t("sessionSince")} <Moment at={session.since} timeZone={timeZone} style="date" />
                {session.network && <> · {t("sessionNetwork", { network: session.network })}</>}
              </p>
            </div>
            {!session.current && (
              <Button
                size="small"
                aria-label={t("sessionEndNamed", { name: named(session) })}
                aria-disabled={ending(session.id) || undefined}
                onClick={() => ending(session.id) || end.mutate({ id: session.id })}
              >
                {ending(session.id) ? t("signingOut") : t("sessionEnd")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button
          className="mt-4"
          aria-disabled={endOthers.isPending || undefined}
          onClick={() => endOthers.isPending || endOthers.mutate()}
        >
          {endOthers.isPending ? t("signingOut") : t("signOutOthers")}
        </Button>
      )}
    </>
  );
}

function named({ browser, system }: OwnSession): string {
  if (browser && system) return t("sessionBrowser", { browser, system });
  return browser ?? system ?? t("sessionUnknown");
}
