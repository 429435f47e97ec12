import type { TextArea, Texts } from "./texts.ts";

/** The keys of `Messages`, each with some text: what a language must have, no more and no less. */
export type Translated<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : Translated<Messages[Key]>;
};

/**
 * What a formal voice says otherwise than its language does; everything else is the language's. Causes, digests,
 * holidays, the law, names and refusals are among colleagues.
 */
export type FormalTexts = {
  readonly [Area in Exclude<
    TextArea,
    "causes" | "digest" | "holidays" | "law" | "names" | "refusals"
  >]: Partial<Translated<Texts[Area]>>;
};
