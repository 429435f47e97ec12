/** The texts each form shows, by key of the area "auth"; apart from the forms, because a client module exports components only. */
export const signInKeys = [
  "email",
  "password",
  "showPassword",
  "signIn",
  "signingIn",
  "companySignIn",
  "goingToCompany",
  "companyDemands",
  "problemTitle",
] as const;

export const companySignInKeys = ["email", "companySignIn", "goingToCompany", "problemTitle"] as const;

export const signUpKeys = [
  "name",
  "nameMissing",
  "company",
  "companyHint",
  "companyMissing",
  "email",
  "password",
  "passwordHint",
  "showPassword",
  "signUp",
  "signingUp",
  "problemTitle",
] as const;

export const companyKeys = [
  "company",
  "companyHint",
  "companyMissing",
  "signUp",
  "signingUp",
  "problemTitle",
] as const;

export const linkKeys = ["email", "sendLink", "sendingLink", "linkSentTitle", "problemTitle"] as const;

export const resetKeys = [
  "newPassword",
  "passwordHint",
  "showPassword",
  "savePassword",
  "savingPassword",
  "problemTitle",
] as const;

export const joinKeys = ["join", "joining", "joinGoneText", "problemTitle"] as const;

export const joinSignUpKeys = [
  ...joinKeys,
  "name",
  "nameMissing",
  "email",
  "password",
  "passwordHint",
  "showPassword",
] as const;

export const openLinkKeys = ["signIn", "signingIn", "problemTitle"] as const;

export const codeKeys = ["code", "codeHint", "signIn", "signingIn", "problemTitle"] as const;

export const passkeyKeys = ["passkey", "passkeyAsking", "passkeyNone", "problemTitle"] as const;
