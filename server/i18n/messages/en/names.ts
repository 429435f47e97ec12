/** What Svar calls what it makes itself in a workspace: a survey, a file, an attribute of customers. */
export const names = {
  copy: "{name} (copy)",
  pastAnswers: "Past answers",
  pastedRows: "Pasted rows",
  phone: "Phone",
};
