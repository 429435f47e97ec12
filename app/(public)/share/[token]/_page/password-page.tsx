import { wordsOf } from "#app/_i18n/words.ts";
import { Entrance } from "#app/(auth)/_auth/entrance.tsx";
import { t } from "#app/(public)/_share/words.ts";
import { enter } from "./enter.ts";
import { PasswordForm } from "./password-form.tsx";

type PasswordPageProps = { token: string; asked: Record<string, string | string[] | undefined> };

const keys = ["reader.password", "reader.show", "reader.enter", "reader.entering"] as const;

/** Asks for the password of a link, and says nothing of what it shows. */
export function PasswordPage({ token, asked }: PasswordPageProps) {
  const pairs = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, one]),
  );
  const query = new URLSearchParams(pairs).toString();
  return (
    <Entrance title={t("reader.passwordTitle")} intro={t("reader.passwordText")}>
      <PasswordForm enter={enter.bind(null, token, query)} words={wordsOf(t, keys)} />
    </Entrance>
  );
}
