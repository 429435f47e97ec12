import { Paperclip } from "lucide-react";
import { Icon } from "#app/_ui/icon.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { Attachment } from "#server/attachment/queries.ts";
import { sizeInWords } from "#server/attachment/rules.ts";
import { mailWords } from "./words.ts";

/** The files of a mail, to be saved; those that were left out with why. `base` is the case's address. */
export function FileList({ files, base }: { files: Attachment[]; base: string }) {
  const t = mailWords();
  if (files.length === 0) return null;
  return (
    <ul aria-label={t("files")} className="grid gap-1 text-sm">
      {files.map(({ id, fileName, size, leftOut }) => (
        <li key={id} className="flex min-h-6 flex-wrap items-center gap-x-2 max-sm:min-h-11">
          <Icon of={Paperclip} size={14} className="text-muted" />
          {leftOut ? (
            <span className="min-w-0 break-words">
              {t("file", { name: fileName, size: sizeInWords(size) })} ·{" "}
              <span className="text-muted">{t(`leftOut.${leftOut}`)}</span>
            </span>
          ) : (
            <>
              <TextLink href={`${base}/files/${id}`} download className="min-w-0 break-words">
                {fileName}
              </TextLink>
              <span className="text-muted tabular-nums">{sizeInWords(size)}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
