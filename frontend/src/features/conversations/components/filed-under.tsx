import { useState } from "react";
import { Pencil } from "lucide-react";
import type { Conversation } from "@/api/types";
import { Chip } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Field, Input, Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useDraft } from "@/lib/draft";
import { TIER_WORDS } from "@/lib/words";
import { FILED, useDescribe, type Change, type Describing, type Filed, type Name } from "../describing";
import { FILTER_NAMES } from "../filters";

const CHIPS = ["persona", "emotion", "arc", "topic", "intent", "tone"] as const;
const WORDS: Record<Name, string> = { ...FILTER_NAMES, tags: "Tags" };
const tagsOf = (text: string): string[] => [...new Set(text.split(",").map((tag) => tag.trim()).filter(Boolean))];
const inWords = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join(", ") : (value ?? "")) || "none";

/** What a conversation is filed under: shown as chips, changed in place. */
export function FiledUnder({ one, chips, mayEdit }: { one: Conversation; chips: boolean; mayEdit: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
        {chips ? CHIPS.map((name) => (one[name] ? <Chip key={name} name={FILTER_NAMES[name]}>{one[name]}</Chip> : null)) : null}
        {chips ? <Chip name="Tier">{TIER_WORDS[one.tier]}</Chip> : null}
        {one.tags.map((tag) => (
          <Chip key={tag} name="Tag">
            {tag}
          </Chip>
        ))}
        {mayEdit ? (
          <Button size="s" variant="link" icon={Pencil} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "Close" : "Change these"}
          </Button>
        ) : null}
      </div>
      {open && mayEdit ? <Block one={one} /> : null}
    </>
  );
}

function Block({ one }: { one: Conversation }) {
  const describing = useDescribe(one);
  const { busy, clash, refusal, store, keepTheirs } = describing;
  const typing = useTyped(one);
  const change = (to: Change): Promise<boolean> => store(to, Object.fromEntries(Object.keys(to).map((name) => [name, one[name as Name]])));
  return (
    <section aria-label="Filed under" className="mt-3 grid gap-3 rounded-3 border border-line bg-sunken px-4 py-3">
      {clash ? (
        <Notice tone="warn" title={`${clash.who} changed this meanwhile. Your choice is safe.`}>
          {clash.names.map((name) => (
            <span key={name} className="mt-1 block">
              {WORDS[name]}: theirs {inWords(clash.theirs[name])}, yours {inWords(clash.mine[name])}
            </span>
          ))}
          <span className="mt-2 flex gap-2">
            <Button size="s" onClick={() => void change(clash.mine)}>
              Keep mine
            </Button>
            <Button
              size="s"
              onClick={() => {
                keepTheirs();
                typing.reset();
              }}
            >
              Keep theirs
            </Button>
          </span>
        </Notice>
      ) : null}
      {refusal && Object.keys(refusal.fields).length === 0 ? (
        <Notice tone="problem" title={refusal.sentence} action={<Button size="s" onClick={() => void change(refusal.change)}>Try again</Button>} />
      ) : null}
      <div className="grid grid-cols-2 gap-x-4 gap-y-2 max-sm:grid-cols-1 min-[1600px]:grid-cols-4">
        {FILED.map((name) => (
          <Choice key={name} name={name} one={one} describing={describing} onChange={change} />
        ))}
      </div>
      <Tags one={one} typing={typing} describing={describing} onChange={change} />
      <p role="status" className="text-12 text-text-2">
        {busy ? "Saving…" : one.current_version === null ? "Each choice is saved by itself, and Claude is told of it." : "Each choice is saved by itself. The text stays as it is."}
      </p>
    </section>
  );
}

interface PartProps {
  one: Conversation;
  describing: Describing;
  onChange: (change: Change) => Promise<boolean>;
}

function Choice({ name, one, describing: { choices, refusal, clash }, onChange }: PartProps & { name: Filed }) {
  const wanted = refusal?.change[name] ?? clash?.mine[name] ?? one[name];
  const known = choices?.[name] ?? [];
  const offered = known.includes(wanted) ? known : [wanted, ...known];
  return (
    <Field label={WORDS[name]} error={refusal?.fields[name]} {...(known.length > 0 && !known.includes(one[name]) ? { help: `“${one[name]}” is no longer one of this dataset` } : {})}>
      {(ids) => (
        <Select {...ids} className="w-full" value={wanted} onChange={(event) => void onChange({ [name]: event.target.value })}>
          {offered.map((word) => (
            <option key={word} value={word}>
              {word || "None"}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** What is typed as tags, until it is stored: also over a reload. */
function useTyped(one: Conversation) {
  const [kept, keep, clear] = useDraft(`tags.${one.id}`);
  const [typed, setTyped] = useState<string | null>(kept || null);
  const type = (text: string): void => {
    setTyped(text);
    keep(text);
  };
  const reset = (): void => {
    setTyped(null);
    clear();
  };
  return { text: typed ?? one.tags.join(", "), type, reset };
}

/** Free words, stored when the field is left. */
function Tags({ one, typing: { text, type, reset }, describing: { refusal }, onChange }: PartProps & { typing: ReturnType<typeof useTyped> }) {
  const save = async (): Promise<void> => {
    const tags = tagsOf(text);
    if (tags.join() === one.tags.join() || (await onChange({ tags }))) reset();
  };
  return (
    <Field label="Tags" help="Several with commas between them. Saved when you leave the field or press Enter." error={refusal?.fields.tags ? refusal.sentence : null}>
      {(ids) => <Input {...ids} value={text} maxLength={900} onChange={(event) => type(event.target.value)} onBlur={() => void save()} onKeyDown={(event) => event.key === "Enter" && void save()} />}
    </Field>
  );
}
