/** The look shared by text inputs, text areas and selects; 16 px on phones so that iOS does not zoom. */
export const controlClass =
  "w-full rounded-control border border-line-strong bg-surface px-3 text-sm text-text placeholder:text-subtle max-sm:text-base disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-subtle aria-invalid:border-alarm aria-invalid:inset-ring-1 aria-invalid:inset-ring-alarm";
