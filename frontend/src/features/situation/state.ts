import { useSyncExternalStore } from "react";
import type { ConversationRow } from "@/api/types";

export type Asked = Pick<ConversationRow, "id" | "ref">;

let asked: Asked | null = null;
const listeners = new Set<() => void>();
const set = (next: Asked | null): void => {
  asked = next;
  listeners.forEach((listener) => {
    listener();
  });
};

/** Any page may ask for the dialog; it is mounted once, in the frame. */
export const askSituation = ({ id, ref }: Asked): void => set({ id, ref });
export const closeSituation = (): void => set(null);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useAskedSituation = (): Asked | null => useSyncExternalStore(subscribe, () => asked);
