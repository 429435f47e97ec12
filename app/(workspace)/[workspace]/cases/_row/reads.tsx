"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import { useTRPCClient } from "#app/_trpc/client.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { NamedCase } from "../_act/acting.tsx";
import { words } from "../words.ts";

/** A case as a page knows it: when its customer was last heard, and whether that was unread when the page was read. */
export type Heard = { id: string; heardAt: Date; unread: boolean };

type Reads = {
  isUnread(one: Heard): boolean;
  /** Notes that a case is before its reader, unless it is read already, or they marked it as unread while it is open. */
  see(one: Heard): void;
  /** The case is not before its reader any more. */
  leave(caseId: string): void;
  markUnread(cases: readonly NamedCase[]): void;
};

const ReadsContext = createContext<Reads | null>(null);

/** Until when this tab has read cases, in milliseconds: its pages may have been read before that. */
type Known = ReadonlyMap<string, number>;

/** What the reader of this tab has read, for the rows and the open case below it. */
export function ReadsProvider({ workspace, children }: { workspace: string; children: ReactNode }) {
  const client = useTRPCClient();
  const router = useRouter();
  const [known, setKnown] = useState<Known>(new Map());
  const open = useRef<{ id: string; keepUnread: boolean } | null>(null);
  const value = useMemo(() => {
    const forget = (ids: readonly string[]) =>
      setKnown((before) => new Map([...before].filter(([id]) => !ids.includes(id))));
    const isUnread = ({ id, heardAt, unread }: Heard) => {
      const until = known.get(id);
      return unread && (until === undefined || heardAt.getTime() > until);
    };
    return {
      isUnread,
      see(one: Heard) {
        const { id, heardAt } = one;
        if (open.current?.id !== id) open.current = { id, keepUnread: false };
        if (open.current.keepUnread || !isUnread(one)) return;
        setKnown((before) => new Map(before).set(id, heardAt.getTime()));
        client.case.read
          .mutate({ workspace, caseId: id, heardAt: heardAt.toISOString() })
          .catch(() => forget([id]));
      },
      leave(caseId: string) {
        if (open.current?.id === caseId) open.current = null;
      },
      async markUnread(cases: readonly NamedCase[]) {
        const t = words();
        const caseIds = cases.map(({ id }) => id);
        try {
          const { marked } = await client.case.markUnread.mutate({ workspace, caseIds });
          if (open.current && marked.includes(open.current.id)) open.current.keepUnread = true;
          forget(marked);
          router.refresh();
          toast(marked.length > 0 ? t("unread.marked", { n: marked.length }) : t("unread.none"));
        } catch (error) {
          toast.error(t("failed"), { description: error instanceof Error ? error.message : String(error) });
        }
      },
    };
  }, [client, router, workspace, known]);
  return <ReadsContext value={value}>{children}</ReadsContext>;
}

/** What the reader has read of the cases here. */
export function useReads(): Reads {
  const reads = useContext(ReadsContext);
  if (!reads) throw new Error("what is read of cases needs ReadsProvider above it");
  return reads;
}
