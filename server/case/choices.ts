/** How a customer came who gave no answer. */
export const waysToCome = ["phone", "mail", "in_person"] as const;
