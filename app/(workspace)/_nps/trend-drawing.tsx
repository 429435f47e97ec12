import { PencilDrawing } from "#app/_ui/pencil-drawing.tsx";

/** The trend to come, drawn by hand: hairlines, a line that rises, columns under it. */
export function TrendDrawing() {
  return (
    <PencilDrawing>
      <path
        d="M4 12.4c96-1 206 1 312-.3M4 42.7c110 1 200-.9 312 .4M4 73.1c104-.8 214 .7 312-.2"
        className="opacity-60"
      />
      <path
        d="M8 62.8c14-3.1 22-9.2 37-8.7 16 .6 21 7.8 38 5.2 15-2.3 22-15.1 38-15.9 15-.7 24 8.9 39 7.8 17-1.2 24-14.7 40-18.2 14-3.1 25 4.8 39 1.7 17-3.7 25-13.2 43-16.1 11-1.8 21-.6 30-2.5"
        strokeWidth="2.5"
      />
      <path
        d="M14 118.2v-12.3M40 118v-19.2M66 118.3v-15.8M92 118v-23.4M118 118.2v-18.1M144 118v-14.6M170 118.3v-25.7M196 118v-20.3M222 118.2v-12.9M248 118v-22.1M274 118.2v-27.4M300 118v-17.2"
        strokeWidth="5"
        className="opacity-60"
      />
      <path d="M4 118.6c88-.9 216 .8 312-.2" />
    </PencilDrawing>
  );
}
