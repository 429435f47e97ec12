"use client";

import { useMutation } from "@tanstack/react-query";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { t } from "./words.ts";

type MovableItemProps = {
  workspace: string;
  rule: { ruleId: string; name: string };
  /** Where it stands, from 1. */
  at: { place: number; of: number };
  movable: boolean;
  children: ReactNode;
};

/** An entry of the list that is moved by its buttons or, while the focus is in it, by Shift with an arrow key. */
export function MovableItem({ workspace, rule, at, movable, children }: MovableItemProps) {
  const router = useRouter();
  const item = useRef<HTMLLIElement>(null);
  const focused = useRef<Element | null>(null);
  const { ruleId, name } = rule;
  const move = useMutation(
    useTRPC().rule.move.mutationOptions({
      onSuccess({ place, of }) {
        if (place === at.place) toast.info(t("atEnd", { name }));
        else toast.success(t("moved", { name, place, of }));
        router.refresh();
      },
      onError: (error) => toast.error(error.message),
    }),
  );

  // The browser takes the focus from what is put elsewhere in the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the place is another
  useEffect(() => {
    if (focused.current instanceof HTMLElement) focused.current.focus();
    focused.current = null;
  }, [at.place]);

  function go(to: "up" | "down") {
    if (move.isPending) return;
    const { activeElement } = document;
    focused.current = item.current?.contains(activeElement) ? activeElement : null;
    move.mutate({ workspace, ruleId, to });
  }
  function press(event: KeyboardEvent) {
    const to = ({ ArrowUp: "up", ArrowDown: "down" } as const)[event.key as "ArrowUp"];
    if (!movable || !event.shiftKey || !to) return;
    event.preventDefault();
    go(to);
  }

  return (
    <li ref={item} onKeyDown={press} className="flex items-start gap-x-4 border-t border-line py-4">
      <span aria-hidden className="w-5 pt-0.5 text-right text-muted tabular-nums max-sm:hidden">
        {at.place}
      </span>
      <div className="min-w-0 flex-1">
        <span className="sr-only">{t("place", at)}</span>
        {children}
      </div>
      {movable && (
        <div className="flex max-sm:flex-col">
          <IconButton
            icon={ArrowUp}
            label={t("up", { name })}
            aria-disabled={at.place === 1 || undefined}
            onClick={() => go("up")}
          />
          <IconButton
            icon={ArrowDown}
            label={t("down", { name })}
            aria-disabled={at.place === at.of || undefined}
            onClick={() => go("down")}
          />
        </div>
      )}
    </li>
  );
}
