import { dictionary } from "@zxcvbn-ts/language-common";

/** Passwords that many people have, in lower case. It comes with the package; nothing is asked of the network. */
export const commonPasswords: ReadonlySet<string> = new Set(
  dictionary["passwords-common"].map((password) => password.toLowerCase()),
);
