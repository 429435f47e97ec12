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
  | "factorTitle"
  | "factorText"
  | "setUp"
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

type StoppedProps = { why: "signed_out" | "factor"; workspace: string; words: Words<EndedKey> };

/** Over a page whose reader was signed out elsewhere, or needs a second factor now; what was typed stays under it. */
export function Stopped({ why, workspace, words }: StoppedProps) {
  const said = {
    signed_out: {
      title: words.signedOutTitle,
      text: words.signedOutText,
      href: `/sign-in?next=/${workspace}`,
      action: words.signIn,
    },
    factor: {
      title: words.factorTitle,
      text: words.factorText,
      href: "/second-factor",
      action: words.setUp,
    },
  }[why];
  return (
    <div className="fixed inset-x-4 bottom-20 z-40 mx-auto max-w-xl rounded-control shadow-float md:bottom-6 print:hidden">
      <Notice
        tone="warn"
        live
        title={said.title}
        actions={
          <LinkButton href={said.href} target="_blank">
            {said.action}
            <span className="sr-only"> {words.newTab}</span>
          </LinkButton>
        }
      >
        {said.text}
      </Notice>
    </div>
  );
}
