"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { useLive } from "#app/_live/live.tsx";
import { useTRPC } from "#app/_trpc/client.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { words } from "../words.ts";
import { AnswerDetail, ScoreAndTime, titleOf } from "./answer-detail.tsx";

type AnswerSheetProps = {
  workspace: string;
  /** The answer that lies open, or null. */
  id: string | null;
  q: string | undefined;
  timeZone: string;
  mayOpenCases: boolean;
  addressOf(id: string): string;
  onClose(): void;
  /** The sheet is gone, and the focus goes back to the answer it showed. */
  onClosed(id: string | null): void;
};

/** One answer beside the list, which stays in use: another row or the keys j and k show another one here. */
export default function AnswerSheet({ workspace, id, q, onClose, onClosed, ...shown }: AnswerSheetProps) {
  const t = words();
  const title = useRef<HTMLHeadingElement>(null);
  const last = useRef(id);
  if (id) last.current = id;
  const { answer, seen, thanks } = useAnswer(workspace, id, q);
  const name = answer.data && titleOf(answer.data);
  useTitle(id && name ? name : null);

  return (
    <Radix.Root open={id !== null} onOpenChange={(open) => open || onClose()} modal={false}>
      <Radix.Portal>
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            title.current?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed(last.current);
          }}
          onInteractOutside={(event) => event.preventDefault()}
          className="fixed inset-y-0 right-0 z-30 w-full animate-appear overflow-y-auto border-l border-line on-surface bg-surface px-6 pt-5 pb-16 shadow-float sm:px-8 lg:w-[min(36rem,46vw)] print:hidden"
        >
          <div className="flex items-start justify-between gap-4">
            <Radix.Title ref={title} tabIndex={-1} className="text-xl font-bold">
              {name ?? t("sheet.loading")}
            </Radix.Title>
            <IconButton icon={X} label={t("sheet.close")} onClick={onClose} className="-mt-1.5 -mr-3" />
          </div>
          {answer.data && (
            <>
              <p className="mt-1 flex flex-wrap items-baseline justify-between gap-x-4 text-muted">
                <ScoreAndTime found={answer.data} timeZone={shown.timeZone} />
                <TextLink href={shown.addressOf(answer.data.response.id)} className="text-sm">
                  {t("sheet.page")}
                </TextLink>
              </p>
              <AnswerDetail
                workspace={workspace}
                found={answer.data}
                seen={seen.data ?? null}
                thanks={thanks.data ?? null}
                timeZone={shown.timeZone}
                mayOpenCases={shown.mayOpenCases}
                level={3}
              />
            </>
          )}
          {answer.isError && (
            <p role="alert" className="mt-6">
              {t("sheet.failed")}: {answer.error.message}
            </p>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The answer, read again when answers or cases change while it lies open. */
function useAnswer(workspace: string, id: string | null, q: string | undefined) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const about = { workspace, responseId: id ?? "" };
  const enabled = id !== null;
  const { store, moving } = useLive();
  const changed = useSyncExternalStore(
    store.subscribe,
    () => `${store.get().known.changed.responses} ${store.get().known.changed.cases}`,
    () => "",
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: something changed, and it may be this answer
  useEffect(() => {
    if (!enabled || !moving) return;
    void queries.invalidateQueries({ queryKey: trpc.response.get.queryKey() });
    void queries.invalidateQueries({ queryKey: trpc.thanks.of.queryKey() });
  }, [changed, enabled, moving, queries, trpc]);
  return {
    answer: useQuery(trpc.response.get.queryOptions({ ...about, q }, { enabled })),
    seen: useQuery(trpc.evidence.of.queryOptions(about, { enabled })),
    thanks: useQuery(trpc.thanks.of.queryOptions(about, { enabled })),
  };
}

/** The browser's title while something lies open, also when the page beneath puts its own back. */
function useTitle(name: string | null): void {
  // Before the page changes, so that a title that comes with another page is left alone.
  useLayoutEffect(() => {
    if (name === null) return;
    const before = document.title;
    const wanted = `${name} · ${before}`;
    const put = () => {
      if (document.title !== wanted) document.title = wanted;
    };
    put();
    const watch = new MutationObserver(put);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      watch.disconnect();
      if (document.title === wanted) document.title = before;
    };
  }, [name]);
}
