import { t } from "./words.ts";

/** What a webhook answered: "It answered 403: invalid_token", or why it could not be asked. */
export function answerInWords({ status, answer }: { status: number | null; answer: string | null }): string {
  if (status === null) return answer ?? "";
  return answer ? t("answered", { status, answer }) : t("answeredOnly", { status });
}
