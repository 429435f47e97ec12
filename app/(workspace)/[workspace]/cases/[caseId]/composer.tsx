"use client";

import { clsx } from "clsx";
import { type ComponentProps, useState } from "react";
import { useListedKeys } from "#app/_keys/use-keys.ts";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { useIsPhone } from "#app/_ui/use-is-phone.ts";
import type { Attachment } from "#server/attachment/queries.ts";
import type { Template } from "#server/template/queries.ts";
import { fillIn, unfilledIn, type Values } from "#server/template/rules.ts";
import { t as ofTemplates } from "../../settings/templates/words.ts";
import { LikelyPromises } from "../_promise/likely-promises.tsx";
import { NotePromiseDialog } from "../_promise/note-promise-dialog.tsx";
import { words } from "../words.ts";
import { DraftFiles } from "./_mail/draft-files.tsx";
import { useUploads } from "./_mail/use-uploads.ts";
import { BeginWith } from "./begin-with.tsx";
import { useCaseSheets } from "./case-sheets.tsx";
import { ComposerSheet } from "./composer-sheet.tsx";
import { ComposerTabs } from "./composer-tabs.tsx";
import { DockedBar } from "./docked-bar.tsx";
import { DraftLine } from "./draft-line.tsx";
import type { SavedDraft } from "./draft-store.ts";
import { HeldReplies, type HeldReply } from "./held-replies.tsx";
import { NewerDialog } from "./newer-dialog.tsx";
import { OtherDraft } from "./other-draft.tsx";
import { SendBar } from "./send-bar.tsx";
import { SendWays } from "./send-ways.tsx";
import { TemplatePicker } from "./template-picker.tsx";
import { useDraft, useDraftState } from "./use-draft.ts";
import { useField } from "./use-field.ts";
import { useSending } from "./use-sending.ts";

type ComposerProps = {
  workspace: string;
  caseId: string;
  memberId: string;
  name: string;
  address: string | null;
  closed: boolean;
  saved: SavedDraft | null;
  /** The newest message or event of the dialogue that is shown. */
  newest: string | null;
  held: HeldReply[];
  /** Those that go with the reply. */
  files: Attachment[];
  /** The others who work here. */
  colleagues: readonly { id: string; name: string }[];
  /** Those in the customer's language first, and what is filled into them. */
  templates: readonly Template[];
  /** The one that the rule suggests which opened the case. */
  suggested: Template | null;
  values: Values;
  /** What was promised in the case already, in its words. */
  promised: readonly string[];
  ways: Pick<ComponentProps<typeof SendWays>, "times" | "timezone" | "ask">;
};

/** Where a reply or a note is written. Both keep their words until they are sent, on every device. */
export function Composer(props: ComposerProps) {
  const { workspace, caseId, name, address, closed, newest, held } = props;
  const t = words();
  const store = useDraft({ workspace, caseId, memberId: props.memberId, saved: props.saved, newest });
  const { draft, state } = useDraftState(store);
  const sheets = useCaseSheets();
  const isOverScreen = useIsPhone() && sheets.open === "write";
  const inHead = isOverScreen && state !== "kept";
  const obstacle = closed ? t("composer.closed") : address ? null : t("composer.noAddress");
  const kind = obstacle ? "note" : draft.kind;
  const note = kind === "note";
  const sending = useSending({ workspace, caseId, kind, store, newest, onSent: sheets.close });
  const [picking, setPicking] = useState(false);
  const uploads = useUploads({ workspace, caseId });
  const [promise, setPromise] = useState<string | null>(null);
  const isEmpty = draft.text.trim() === "";
  const unfilled = note ? [] : unfilledIn(draft.text);
  const notReady = isEmpty || unfilled.length > 0 || (!note && uploads.pending > 0);
  const mayGo = !notReady && !sending.pending;

  const write = (text: string) =>
    store.change(isEmpty || draft.seen === null ? { text, kind, seen: newest } : { text, kind });

  const send = () => void (mayGo && sending.send());
  const { field, ...keys } = useField({
    text: draft.text,
    write,
    send,
    slash: note ? null : () => setPicking(true),
  });

  useListedKeys(t("keys.writing"), [
    { key: "command+enter", label: t("keys.send") },
    ...(note ? [] : [{ key: "/", label: t("keys.template") }]),
  ]);

  function goBackTo() {
    sheets.show("write");
    keys.focus();
  }

  const word = note
    ? t(sending.pending ? "composer.adding" : "composer.add")
    : t(sending.pending ? "composer.sending" : "composer.send");
  const pressed = { disabled: notReady, "aria-disabled": sending.pending || undefined, children: word };

  const put = ({ text }: Template) => keys.put(fillIn(text, props.values));

  return (
    <section
      aria-label={t("composer.label")}
      data-docked
      className={clsx(
        "mt-6 grid gap-4 print:hidden phone:sticky phone:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] phone:-mx-4 phone:border-t phone:border-line phone:bg-bg phone:px-4 phone:py-2",
        isOverScreen ? "z-40" : "phone:z-20",
      )}
    >
      <HeldReplies workspace={workspace} held={held} name={name} store={store} onBack={goBackTo} />
      <DockedBar
        kinds={obstacle ? ["note"] : ["reply", "note"]}
        begun={isEmpty ? null : kind}
        onChoose={(next) => next !== kind && store.change({ kind: next })}
      />
      <ComposerSheet
        caseId={caseId}
        label={note ? t("composer.noteLabel") : t("composer.replyLabel", { name })}
        field={field}
        submit={{ form: "write", ...pressed }}
        state={inHead && <DraftLine store={store} />}
      >
        {obstacle ? (
          <p className="mb-3 text-sm text-muted">{obstacle}</p>
        ) : (
          <ComposerTabs kind={kind} onChange={(next) => store.change({ kind: next })} panelId="write" />
        )}
        <form
          id="write"
          {...(obstacle ? {} : { role: "tabpanel", "aria-labelledby": `write-${kind}` })}
          className={clsx(
            "grid gap-3 rounded-control border p-4",
            !obstacle && "rounded-tl-none",
            note ? "border-dashed border-warn bg-sunken" : "border-line-strong",
          )}
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            if (!note) void uploads.add([...event.dataTransfer.files]);
          }}
        >
          <Field
            name="text"
            label={note ? t("composer.noteLabel") : t("composer.replyLabel", { name })}
            hint={note ? t("composer.noteHint") : t("composer.replyHint", { address: address ?? "" })}
            error={sending.error}
          >
            {(control) => (
              <Textarea
                {...control}
                ref={field}
                rows={6}
                value={draft.text}
                readOnly={sending.pending}
                onChange={(event) => write(event.target.value)}
                onKeyDown={keys.pressed}
              />
            )}
          </Field>
          {!inHead && <DraftLine store={store} />}
          <OtherDraft store={store} />
          {!note && isEmpty && <BeginWith template={props.suggested} onPick={put} />}
          {!note && <DraftFiles files={props.files} uploads={uploads} disabled={sending.pending} />}
          {!note && <LikelyPromises text={draft.text} known={props.promised} onNote={setPromise} />}
          {unfilled.length > 0 && (
            <p role="status" className="text-sm text-warn">
              {ofTemplates("unfilled", { first: unfilled[0]!, count: unfilled.length })}
            </p>
          )}
          <SendBar
            note={note}
            text={draft.text}
            submit={pressed}
            colleagues={props.colleagues}
            onMention={keys.mention}
            onPromise={closed ? null : () => setPromise(keys.selected())}
          >
            <SendWays {...props.ways} sending={sending} disabled={notReady} caseId={caseId} name={name} />
            <Button variant="quiet" onClick={() => setPicking(true)}>
              {ofTemplates("button")}
            </Button>
          </SendBar>
        </form>
      </ComposerSheet>
      <TemplatePicker open={picking} onOpenChange={setPicking} templates={props.templates} onPick={put} />
      <NotePromiseDialog caseId={caseId} text={promise} onClose={() => setPromise(null)} />
      <NewerDialog sending={sending} name={name} closed={closed} onKeep={keys.focus} onRead={sheets.close} />
    </section>
  );
}
