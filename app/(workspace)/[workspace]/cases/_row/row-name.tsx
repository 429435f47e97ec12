"use client";

import { clsx } from "clsx";
import { Link } from "#app/_ui/link.tsx";
import { words } from "../words.ts";
import { type Heard, useReads } from "./reads.tsx";

type RowNameProps = {
  one: Heard;
  name: string;
  account: string | null;
  /** Where the name leads; without one it cannot be pressed. */
  href?: string;
};

/** Whose case a row is; bold, with a dot and a word, while the reader has not read what came of the customer last. */
export function RowName({ one, name, account, href }: RowNameProps) {
  const unread = useReads().isUnread(one);
  const weight = unread ? "font-bold" : "font-medium";
  return (
    <>
      {unread && (
        <span
          aria-hidden="true"
          className="mr-2 inline-block rounded-full border-4 border-brand align-middle"
        />
      )}
      {href ? (
        <Link href={href} className={clsx(weight, "after:absolute after:inset-0")}>
          {name}
        </Link>
      ) : (
        <span className={weight}>{name}</span>
      )}
      {account && ` · ${account}`}
      {unread && <span className="sr-only">, {words()("unread.word")}</span>}
    </>
  );
}
