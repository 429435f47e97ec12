import { chooseTheme } from "#app/_theme/choose-theme.ts";
import { type Theme, themes } from "#app/_theme/theme.ts";

type ThemeSwitchProps = { current: Theme; legend: string; words: Record<Theme, string> };

/** Light, dark, or as the system has it; three plain submit buttons, so it works without JavaScript. */
export function ThemeSwitch({ current, legend, words }: ThemeSwitchProps) {
  return (
    <form action={chooseTheme}>
      <fieldset>
        <legend className="mb-1 text-sm text-muted">{legend}</legend>
        <div className="inline-flex rounded-control border border-line-strong p-0.5">
          {themes.map((theme) => (
            <button
              key={theme}
              type="submit"
              name="theme"
              value={theme}
              aria-pressed={theme === current}
              className="min-h-8 rounded-mark px-2.5 text-sm aria-pressed:bg-text aria-pressed:font-medium aria-pressed:text-bg forced-colors:aria-pressed:forced-color-adjust-none max-sm:min-h-11"
            >
              {words[theme]}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}
