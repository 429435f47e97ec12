import type { AnswerProblem } from "#app/(public)/_pages/problems.ts";

/** What was typed into the page of a survey, for it to come back with; without a form, nothing. */
export function typedIn(form: URLSearchParams | null) {
  const score = form?.get("score") ?? "";
  return {
    score: /^(?:\d|10)$/.test(score) ? Number(score) : null,
    comment: form?.get("comment") ?? "",
    drivers: form?.getAll("driver") ?? [],
  };
}

/** What the page says of the fields that could not be taken, in the order in which they stand there. */
export function problemsOf(issues: { path: PropertyKey[] }[]): AnswerProblem[] {
  const wrong = new Set(issues.map(({ path }) => path[0]));
  return [
    ...(wrong.has("score") ? (["scoreMissing"] as const) : []),
    ...(wrong.has("comment") ? (["commentTooLong"] as const) : []),
    ...(wrong.has("contact") ? (["phoneMissing"] as const) : []),
  ];
}
