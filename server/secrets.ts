import { mostSecrets, retired } from "./token/codec.ts";

const wayToSecret = "Make one with: openssl rand -base64 32";

type Source = Record<string, string | undefined>;

/** What is wrong with the secrets of an environment: too short, to be guessed, or listed twice (RELIABILITY.md H13). */
export function secretProblems({ SVAR_SECRET: secret, DATABASE_URL, SVAR_FORMER_SECRETS }: Source): string[] {
  const former = listed(SVAR_FORMER_SECRETS ?? "").map((one) => one.replace(retired, ""));
  const wrong = [
    ...former.flatMap((one) => weakness("SVAR_FORMER_SECRETS: a secret", one)),
    ...(new Set([secret, ...former]).size <= former.length
      ? ["SVAR_FORMER_SECRETS has a secret twice, or that of SVAR_SECRET. List each former one once."]
      : []),
    ...(former.length >= mostSecrets ? [`SVAR_FORMER_SECRETS has more than ${mostSecrets - 1}.`] : []),
  ];
  if (secret) return [...weakness("SVAR_SECRET", secret), ...wrong];
  return DATABASE_URL ? [`SVAR_SECRET must be set when DATABASE_URL is. ${wayToSecret}`, ...wrong] : wrong;
}

function weakness(name: string, secret: string): string[] {
  if (secret.length < 32)
    return [`${name} has ${secret.length} characters and needs at least 32. ${wayToSecret}`];
  const guessable =
    /change.?(me|this|it)|your.?secret|example|placeholder|default/i.test(secret) || new Set(secret).size < 8;
  return guessable ? [`${name} can be guessed. ${wayToSecret}`] : [];
}

/** What is written with spaces or commas between. */
export function listed(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}
