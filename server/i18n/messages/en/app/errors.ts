export const errors = {
  title: "Something went wrong",
  formTitle: "This could not be saved yet",
  unreachable: "Svar does not answer. Check the connection and try again; what you typed is still here.",
  away: "Svar could not be reached. Try again.",
  stillSignedIn: "Svar did not answer, so you are still signed in. Check the connection and try again.",
  unexpected: "That is our fault. Try again in a moment; what you typed is still here.",
  pageTitle: "This page could not be shown",
  pageText:
    "Something went wrong on our side. Your data is safe. Try again; if it stays, tell your administrator the number below.",
  reference: "Reference {digest}",
  retry: "Try again",
  notFoundTitle: "There is nothing here",
  notFoundText:
    "The address may be mistyped, the page may have been removed, or it belongs to a workspace you are not a member of.",
  home: "Go to the start page",
};
