/** The cookie that carries the language chosen where nobody is signed in. */
export const languageCookie = "language";
