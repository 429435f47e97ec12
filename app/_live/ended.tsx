import type { Words } from "#app/_i18n/words.ts";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { Notice } from "#app/_ui/notice.tsx";

export type EndedKey =
  | "removedTitle"
  | "removedText"
  | "home"
  | "signedOutTitle"
  | "signedOutText"
  | "signIn"
  | "newTab";

/** In the place of a workspace whose member one is no longer. */
export function Removed({ words }: { words: Words<EndedKey> }) {
  return (
    <main className="mx-auto grid max-w-110 gap-4 px-5 py-16" role="alert">
      <h1 className="text-2xl font-bold">{words.removedTitle}</h1>
      <p className="text-base text-muted">{words.removedText}</p>
      <p>
        <LinkButton href="/">{words.home}</LinkButton>
      </p>
    </main>
  );
}

/** Over a page whose reader was signed out elsewhere; what was typed stays under it. */
export function SignedOut({ workspace, words }: { workspace: string; words: Words<EndedKey> }) {
  return (
    <div className="fixed inset-x-4 bottom-20 z-40 mx-auto max-w-xl rounded-control shadow-float md:bottom-6 print:hidden">
      <Notice
        tone="warn"
        live
        title={words.signedOutTitle}
        actions={
          <LinkButton href={`/sign-in?next=/${workspace}`} target="_blank">
            {words.signIn}
            <span className="sr-only"> {words.newTab}</span>
          </LinkButton>
        }
      >
        {words.signedOutText}
      </Notice>
    </div>
  );
}
