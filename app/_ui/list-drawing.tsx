import { PencilDrawing } from "./pencil-drawing.tsx";

/** A list to come, drawn by hand: mark, name, a line or two of words. */
export function ListDrawing() {
  return (
    <PencilDrawing>
      <path
        d="M3 6.5c80-1.6 190 .8 314-.6M4 46.8c98 1.2 214-1 312 .3M3 87.4c120-1 196 1.1 314-.5"
        className="opacity-60"
      />
      <path d="M9 20.2c2.2.2 6.8-.3 9.3 0-1.4 2.9-3 5.7-4.8 8.6-1.7-2.8-3.2-5.7-4.8-8.7" />
      <path d="M9.3 60.8c2.9-.2 5.9.2 8.7 0 .2 2.9-.2 5.8.1 8.7-3 .2-5.9-.1-8.9.1.2-2.9-.2-5.9 0-8.9" />
      <path d="M8.9 110.1c1.6-3 3.1-5.9 4.9-8.8 1.6 2.9 3.2 5.8 4.6 8.9-3.1-.2-6.3.2-9.7 0" />
      <path
        d="M38 22.4c22-.8 38 .6 61-.2M38.3 63c19 .7 52-.8 74 .1M37.8 103.4c26-.7 30 .5 51-.3"
        strokeWidth="2.5"
      />
      <path
        d="M38 34.2c60 1.1 128-.8 196 .2M38.2 74.8c84-.9 104 .9 158 0M38 115.3c70 .8 152-.9 214-.1"
        className="opacity-60"
      />
    </PencilDrawing>
  );
}
