import { useEffect, useRef } from "react";

export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

const OFF = "br.single-keys";

export const singleKeysOn = (): boolean => {
  try {
    return localStorage.getItem(OFF) !== "off";
  } catch {
    return true;
  }
};
export const setSingleKeys = (on: boolean): void => {
  try {
    localStorage.setItem(OFF, on ? "on" : "off");
  } catch {
    // Storage is blocked: the choice lasts until the reload.
  }
};

export const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["TEXTAREA", "SELECT"].includes(target.tagName) ||
    (target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type)));

const blocked = (): boolean => document.querySelector("[role=dialog][data-state=open],[role=menu][data-state=open]") !== null;

/** Single keys work when nothing is being typed and no dialog is open; they can be switched off (WCAG 2.1.4). */
export function useShortcuts(shortcuts: Shortcuts, active = true): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!active) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (typing(event.target) || blocked()) return;
      if (event.key.length === 1 && !singleKeysOn()) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const shifted = event.shiftKey && event.key.length > 1 ? latest.current[`Shift ${key}`] : undefined;
      const action = shifted ?? latest.current[key];
      if (!action) return;
      // A focused button or link answers to space and enter itself.
      const onControl = event.target instanceof HTMLElement && event.target.closest("button,a,input,summary");
      if (onControl && [" ", "Enter"].includes(event.key)) return;
      event.preventDefault();
      action(event);
    };
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("keydown", onKey);
    };
  }, [active]);
}
