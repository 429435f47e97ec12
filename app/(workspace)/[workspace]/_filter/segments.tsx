"use client";

import { Bookmark } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { Words } from "#app/_i18n/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import type { SegmentFilter } from "#server/segment/schema.ts";
import { segmentsButton } from "./buttons.ts";

const SegmentList = dynamic(() => import("./segment-list.tsx").then((file) => file.SegmentList), {
  ssr: false,
  loading: () => <div className="h-60" />,
});

export type NamedSegment = {
  id: string;
  name: string;
  href: string;
  by: string | null;
  shared: boolean;
  mayChange: boolean;
};

export type SegmentsProps = {
  workspace: string;
  /** What the page is narrowed to now, and that in words. */
  filter: SegmentFilter;
  said: readonly string[];
  segments: readonly NamedSegment[];
  mayShare: boolean;
  /** The one that says the same. */
  current?: string;
};

/** Filters with a name, behind a button: one's own and everybody's. */
export function Segments({
  words,
  ...props
}: SegmentsProps & { words: Words<"button" | "title" | "text" | "close"> }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={words.title}
      description={words.text}
      closeLabel={words.close}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button id={segmentsButton}>
          <Icon of={Bookmark} />
          {words.button}
        </Button>
      }
    >
      <SegmentList {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}
