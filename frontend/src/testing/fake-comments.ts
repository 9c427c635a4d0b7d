import type { Comment } from "../api/types";
import type { FakeAnswer, FakeRequest } from "./fake-api";

/** Comments by conversation, as the server keeps them. */
export function fakeComments() {
  const said = new Map<string, Comment[]>();
  let next = 1;
  const answer = (conversation: string, { method, path, body }: FakeRequest): FakeAnswer => {
    const all = said.get(conversation) ?? [];
    const id = path.split("/")[4];
    if (method === "POST") {
      const made = { id: `comment${String(next++)}`, version: Number(body["version"]), turn: Number(body["turn"]), text: String(body["text"]), by: "u1", by_name: "Maya Hollis", at: new Date().toISOString(), changed_at: null, mine: true };
      said.set(conversation, [...all, made]);
      return { status: 201, body: made };
    }
    if (method === "DELETE") said.set(conversation, all.filter((each) => each.id !== id));
    if (method === "PATCH") {
      const changed = all.map((each) => (each.id === id ? { ...each, text: String(body["text"]), changed_at: new Date().toISOString() } : each));
      said.set(conversation, changed);
      return { status: 200, body: changed.find((each) => each.id === id) };
    }
    return method === "DELETE" ? { status: 200, body: {} } : { status: 200, body: { items: all, total: all.length, next_cursor: null } };
  };
  return { answer };
}
