import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Moment } from "#app/_ui/moment.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { CustomerQuote } from "#app/(workspace)/_nps/customer-quote.tsx";
import { words } from "../words.ts";
import { FileList } from "./_mail/file-list.tsx";
import { MailFrame } from "./_mail/mail-frame.tsx";
import { mailWords } from "./_mail/words.ts";
import { GoesOut } from "./goes-out.tsx";
import type { HeldReply } from "./held-replies.tsx";
import type { FoundCase } from "./thread.tsx";

type Message = FoundCase["messages"][number];

type MessageArticleProps = {
  message: Message;
  found: FoundCase;
  name: string;
  /** The case's address. */
  base: string;
  /** A reply that has not left. */
  held?: HeldReply | undefined;
};

/**
 * A mail from the customer (in serif), a reply, or a note (set apart by its border, a word and its ground). What a machine
 * wrote, or was set aside, is folded.
 */
export function MessageArticle({ message, found, name, base, held }: MessageArticleProps) {
  const t = words();
  const note = message.direction === "note";
  const title = titleOf(message, found, name);
  const folded = message.automatic || message.setAside === "loop";
  const at = held ? <GoesOut {...held} /> : <Moment at={message.at} timeZone={found.workspace.timezone} />;
  const original = (
    <TextLink href={`${base}/mails/${message.id}/original`} download>
      {mailWords()("original")}
    </TextLink>
  );
  const content = <Content message={message} found={found} name={name} base={base} />;

  return (
    <article
      id={`entry-${message.id}`}
      tabIndex={-1}
      aria-label={title}
      className={clsx(
        "grid grid-cols-1 gap-2 border-b border-line py-4",
        note && "my-2 border border-dashed border-warn bg-sunken px-4",
      )}
    >
      {folded ? (
        <details className="text-sm text-muted">
          <summary className="min-h-6 cursor-pointer max-sm:min-h-11">
            {title} · {at}
          </summary>
          <div className="mt-2 grid grid-cols-1 gap-2">
            {content}
            {message.inboundMailId && <p>{original}</p>}
          </div>
        </details>
      ) : (
        <>
          <p className="text-sm text-muted">
            <b className="font-bold text-text">{title}</b> · {at}
            {note && ` · ${t("noteMark")}`}
            {message.writtenAs && ` · ${mailWords()("byMail")}`}
            {message.inboundMailId && <> · {original}</>}
          </p>
          {content}
        </>
      )}
    </article>
  );
}

function titleOf(message: Message, found: FoundCase, name: string): string {
  const t = words();
  if (message.direction !== "in") {
    const author = found.colleagues.find(({ id }) => id === message.authorId)?.name;
    return t(message.direction === "note" ? "noteBy" : "mailTo", { name: author ?? t("program") });
  }
  const from = message.knownSender ? name : (message.fromName ?? message.fromAddress ?? name);
  if (message.automatic) return mailWords()("automatic", { name: from });
  return message.setAside === "loop" ? mailWords()("looped", { name: from }) : t("mailFrom", { name: from });
}

function Content({ message, found, name, base }: Omit<MessageArticleProps, "held">) {
  const t = words();
  const files = found.attachments.filter(({ messageId }) => messageId === message.id);
  return (
    <>
      <Doubt message={message} />
      {message.hasHtml ? (
        <MailFrame src={`${base}/mails/${message.id}`} name={message.fromName ?? name} />
      ) : message.direction === "in" ? (
        <CustomerQuote lang={found.response?.locale}>{message.text}</CustomerQuote>
      ) : (
        <p className="max-w-[66ch] text-base break-words whitespace-pre-line text-text">{message.text}</p>
      )}
      {message.quoted && !message.hasHtml && (
        <details className="text-sm text-muted">
          <summary className="inline-flex min-h-6 cursor-pointer items-center max-sm:min-h-11">
            {t("showQuoted")}
          </summary>
          <p className="mt-2 max-w-[66ch] break-words whitespace-pre-line">{message.quoted}</p>
        </details>
      )}
      <FileList files={files} base={base} />
    </>
  );
}

/** What to know before reading on: it is not the customer's, or does nothing here. */
function Doubt({ message }: { message: Message }): ReactNode {
  const t = mailWords();
  const address = message.fromAddress ?? "";
  if (message.setAside)
    return <p className="max-w-[66ch] text-sm text-warn">{t(`aside.${message.setAside}`, { address })}</p>;
  if (message.knownSender) return null;
  return <p className="max-w-[66ch] text-sm text-warn">{t("unverified", { address })}</p>;
}
