import { useQuery } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import type { Conversation, ConversationRow } from "@/api/types";
import { IconButton } from "@/components/ui/button";
import { useShortcuts } from "@/lib/shortcuts";
import { toast } from "@/lib/toasts";
import { conversationQuery } from "../api";

const asText = (one: Conversation): string =>
  one.version?.turns.map((turn) => `${turn.role === "user" ? "USER" : "ASSISTANT"}\n${turn.content}`).join("\n\n") ?? "";

export function CopyButton({ row }: { row: ConversationRow | null }) {
  const { data } = useQuery({ ...conversationQuery(row?.id ?? ""), enabled: Boolean(row) });
  const copy = (): void => {
    if (!data?.version) return;
    navigator.clipboard.writeText(asText(data)).then(
      () => toast(`${data.ref} copied.`),
      () => toast("The browser did not allow copying.", { tone: "problem" }),
    );
  };
  useShortcuts({ y: copy });
  if (!data?.version) return null;
  return <IconButton icon={Copy} label="Copy the conversation" hint="Y" size="s" onClick={copy} />;
}
