/** What stopped a form: `fieldId` is the control's id, and absent where no field is to blame. */
export type Problem = { fieldId?: string; message: string };

/** As much of a tRPC error as a form needs; `data` is absent when the server was not reached. */
type Refusal = {
  message: string;
  data?: { field?: string; fields?: { path: string; message: string }[] } | null;
};

/** The problems a refused mutation tells, in the server's words; `unreachable` when the server said nothing. */
export function problemsOf(refusal: Refusal | null, unreachable: string): Problem[] {
  if (!refusal) return [];
  if (!refusal.data) return [{ message: unreachable }];
  const { field, fields } = refusal.data;
  if (fields) return fields.map(({ path, message }) => ({ fieldId: path, message }));
  return [{ fieldId: field, message: refusal.message }];
}

/** What to say at the control `fieldId`, if anything. */
export function problemAt(problems: readonly Problem[], fieldId: string): string | undefined {
  return problems.find((problem) => problem.fieldId === fieldId)?.message;
}

/** What was typed into the field `name`. */
export function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
