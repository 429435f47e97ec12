import { clsx } from "clsx";
import { type DragEvent, useRef, useState } from "react";
import { Field } from "#app/_ui/field.tsx";
import { t } from "./words.ts";

/** The file, chosen by a button or dropped on the field. */
export function FileField({ error }: { error: string | undefined }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (input.current && event.dataTransfer.files.length > 0) input.current.files = event.dataTransfer.files;
  }

  return (
    <Field name="file" label={t("upload.file")} hint={t("upload.fileHint")} error={error}>
      {(control) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the input inside does the same
        <div
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
          className={clsx("rounded-control border border-dashed border-line-strong p-4", over && "bg-sunken")}
        >
          <input
            {...control}
            ref={input}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
            className="min-h-9 w-full text-sm file:mr-3 file:min-h-9 file:rounded-control file:border file:border-solid file:border-line-strong file:bg-surface file:px-3 file:text-text max-sm:min-h-11 max-sm:file:min-h-11"
          />
        </div>
      )}
    </Field>
  );
}
