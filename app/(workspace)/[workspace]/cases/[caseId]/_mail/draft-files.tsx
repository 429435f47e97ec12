"use client";

import { Paperclip, X } from "lucide-react";
import { buttonClass } from "#app/_ui/button-class.ts";
import { FieldError } from "#app/_ui/field-error.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import type { Attachment } from "#server/attachment/queries.ts";
import { sizeInWords } from "#server/attachment/rules.ts";
import { readersLanguage } from "#server/i18n/speech.ts";
import type { Uploads } from "./use-uploads.ts";
import { mailWords } from "./words.ts";

type DraftFilesProps = { files: Attachment[]; uploads: Uploads; disabled: boolean };

/** The files that go with the reply that is being written; they are on the server as its words are. */
export function DraftFiles({ files, uploads, disabled }: DraftFilesProps) {
  const t = mailWords();
  const { pending, problem } = uploads;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <input
          id="files"
          type="file"
          multiple
          disabled={disabled}
          aria-describedby={problem ? "files-hint files-error" : "files-hint"}
          aria-invalid={problem ? true : undefined}
          onChange={(event) => {
            void uploads.add([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
          className="peer sr-only"
        />
        <label
          htmlFor="files"
          className={buttonClass(
            { size: "small" },
            "cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus",
          )}
        >
          <Icon of={Paperclip} size={14} />
          {t("attach.label")}
        </label>
        <p id="files-hint" className="text-sm text-muted">
          {t("attach.hint")}
        </p>
      </div>
      {problem && <FieldError id="files-error">{problem}</FieldError>}
      <p role="status" className={pending > 0 ? "text-sm text-muted" : "sr-only"}>
        {pending > 0
          ? t("attach.uploading", { n: pending })
          : files.length > 0 && t("attach.added", { n: files.length })}
      </p>
      {files.length > 0 && (
        <ul aria-label={t("files")} className="grid gap-1 text-sm">
          {files.map(({ id, fileName, size }) => (
            <li key={id} className="flex min-w-0 items-center gap-2">
              <span className="min-w-0 break-words">{fileName}</span>
              <span className="text-muted tabular-nums">{sizeInWords(size, readersLanguage())}</span>
              <IconButton
                icon={X}
                size="small"
                label={t("attach.remove", { name: fileName })}
                disabled={disabled}
                onClick={() => uploads.remove(id, fileName)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
