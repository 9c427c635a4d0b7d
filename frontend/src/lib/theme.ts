export type Theme = "light" | "dark" | "system";

const KEY = "br.theme";

export function themeChoice(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

const device = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)");

function apply(theme: Theme): void {
  const dark = theme === "dark" || (theme === "system" && device().matches);
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
}

export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is blocked: the choice lasts until the reload.
  }
  apply(theme);
}

/** Follows the device while "system" is chosen. */
export function followDevice(): () => void {
  const media = device();
  const onChange = (): void => apply(themeChoice());
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
}
