import { Paperclip } from "lucide-react";
import { Icon } from "#app/_ui/icon.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { Attachment } from "#server/attachment/queries.ts";
import { sizeInWords } from "#server/attachment/rules.ts";
import { readersLanguage } from "#server/i18n/speech.ts";
import { mailWords } from "./words.ts";

/** The files of a mail, to be saved; those that were left out with why. `base` is the case's address. */
export function FileList({ files, base }: { files: Attachment[]; base: string }) {
  const t = mailWords();
  if (files.length === 0) return null;
  return (
    <ul aria-label={t("files")} className="grid gap-1 text-sm">
      {files.map(({ id, fileName, size, leftOut }) => (
        <li key={id} className="flex min-h-6 items-baseline gap-2 max-sm:min-h-11">
          <Icon of={Paperclip} size={14} className="translate-y-0.5 text-muted" />
          <p className="min-w-0 break-words">
            {leftOut ? (
              fileName
            ) : (
              <TextLink href={`${base}/files/${id}`} download>
                {fileName}
              </TextLink>
            )}{" "}
            <span className="text-muted tabular-nums">
              {sizeInWords(size, readersLanguage())}
              {leftOut && ` · ${t(`leftOut.${leftOut}`)}`}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
