import { Copy } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/field";
import { toast } from "@/lib/toasts";

interface Props {
  title: string;
  text: string;
  secret: string;
  onClose: () => void;
}

/** Shown once: it is not stored anywhere in a form that could be read again. */
export function Secret({ title, text, secret, onClose }: Props) {
  const copy = (): void =>
    void navigator.clipboard.writeText(secret).then(
      () => toast("Copied."),
      () => toast("The browser did not allow copying. Select the text and copy it.", { tone: "problem" }),
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={text}
      width="narrow"
      footer={
        <Button size="l" variant="primary" onClick={onClose}>
          I have kept it
        </Button>
      }
    >
      <div className="flex gap-2">
        <Input readOnly aria-label={title} className="font-mono" value={secret} onFocus={(event) => event.target.select()} />
        <Button icon={Copy} onClick={copy}>
          Copy
        </Button>
      </div>
    </Dialog>
  );
}
