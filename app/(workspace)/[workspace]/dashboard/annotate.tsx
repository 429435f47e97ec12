"use client";

import { Flag } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { Words } from "#app/_i18n/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import type { Annotation } from "#server/annotation/queries.ts";
import { annotateButton } from "./choice.ts";

const Annotations = dynamic(() => import("./annotations.tsx").then((file) => file.Annotations), {
  ssr: false,
  loading: () => <div className="h-60" />,
});

/** One annotation with its day in words too. */
export type Noted = Annotation & { said: string };

export type AnnotateProps = {
  workspace: string;
  noted: readonly Noted[];
  /** The day to begin with, YYYY-MM-DD. */
  today: string;
  mayShare: boolean;
};

/** What happened on the days shown, behind a button: to note, to change and to remove. */
export function Annotate({
  words,
  ...props
}: AnnotateProps & { words: Words<"button" | "title" | "text" | "close"> }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={words.title}
      description={words.text}
      closeLabel={words.close}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button id={annotateButton}>
          <Icon of={Flag} />
          {words.button}
        </Button>
      }
    >
      <Annotations {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}
