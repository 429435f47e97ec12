import { PencilDrawing } from "#app/_ui/pencil-drawing.tsx";

/** A question with its scale, drawn by hand. */
export function QuestionDrawing() {
  return (
    <PencilDrawing>
      <path d="M10 22c60-1 140 .9 214-.4M10.4 40c40 .8 78-.7 122 .3" strokeWidth="2.5" />
      {Array.from({ length: 11 }, (_, place) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: the eleven boxes never change places
          key={place}
          d={`M${10 + place * 27} 66.2c7-.4 14 .3 21.3 0 .3 7-.2 14 .1 21-7.1.4-14.2-.2-21.3.1-.2-7 .1-14-.1-21.1`}
        />
      ))}
      <path d="M10 104c20 .6 38-.5 52 .1M260 104c16-.5 32 .4 46-.1" className="opacity-60" />
    </PencilDrawing>
  );
}
