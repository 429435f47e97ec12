import { clsx } from "clsx";
import { Moment } from "#app/_ui/moment.tsx";
import { CustomerQuote } from "#app/(workspace)/_nps/customer-quote.tsx";
import { words } from "../words.ts";
import { GoesOut } from "./goes-out.tsx";
import type { HeldReply } from "./held-replies.tsx";
import type { FoundCase } from "./thread.tsx";

type MessageArticleProps = {
  message: FoundCase["messages"][number];
  found: FoundCase;
  name: string;
  /** A reply that has not left. */
  held?: HeldReply | undefined;
};

/** A mail from the customer (in serif), a reply, or a note (set apart by its border, a word and its ground). */
export function MessageArticle({ message, found, name, held }: MessageArticleProps) {
  const t = words();
  const author = found.colleagues.find(({ id }) => id === message.authorId)?.name;
  const note = message.direction === "note";
  const title =
    message.direction === "in"
      ? t("mailFrom", {
          name: message.knownSender ? name : (message.fromName ?? message.fromAddress ?? name),
        })
      : t(note ? "noteBy" : "mailTo", { name: author ?? t("program") });

  return (
    <article
      id={`entry-${message.id}`}
      tabIndex={-1}
      aria-label={title}
      className={clsx(
        "grid gap-2 border-b border-line py-4",
        note && "my-2 border border-dashed border-warn bg-sunken px-4",
      )}
    >
      <p className="text-sm text-muted">
        <b className="font-bold text-text">{title}</b> ·{" "}
        {held ? <GoesOut {...held} /> : <Moment at={message.at} timeZone={found.workspace.timezone} />}
        {note && ` · ${t("noteMark")}`}
        {message.automatic && ` · ${t("automatic")}`}
      </p>
      {!message.knownSender && (
        <p className="text-sm text-warn">{t("unknownSender", { address: message.fromAddress ?? "" })}</p>
      )}
      {message.direction === "in" ? (
        <CustomerQuote lang={found.response?.locale}>{message.text}</CustomerQuote>
      ) : (
        <p className="max-w-[66ch] text-base break-words whitespace-pre-line">{message.text}</p>
      )}
      {message.quoted && (
        <details className="text-sm text-muted">
          <summary className="inline-flex min-h-6 cursor-pointer items-center">{t("showQuoted")}</summary>
          <p className="mt-2 max-w-[66ch] break-words whitespace-pre-line">{message.quoted}</p>
        </details>
      )}
    </article>
  );
}
