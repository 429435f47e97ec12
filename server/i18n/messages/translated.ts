/** The keys of `Messages`, each with some text: what a language must have, no more and no less. */
export type Translated<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : Translated<Messages[Key]>;
};
