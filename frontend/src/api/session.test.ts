import { beforeEach, describe, expect, it, vi } from "vitest";
import { localPath } from "./oidc";
import { createSession } from "./session";

const grant = (seconds: number) => new Response(JSON.stringify({ id_token: "t1", expires_at: new Date(Date.now() + seconds * 1000).toISOString() }));
const refused = () => new Response("{}", { status: 401 });

describe("the session", () => {
  const fetching = vi.fn<typeof fetch>();
  beforeEach(() => {
    fetching.mockReset();
    vi.stubGlobal("fetch", fetching);
  });

  it("asks the server once, however many requests need a token at the same time", async () => {
    fetching.mockResolvedValue(grant(3600));
    const session = createSession();
    const tokens = await Promise.all([session.bearer(), session.bearer(), session.bearer()]);
    expect(tokens).toEqual(["t1", "t1", "t1"]);
    expect(fetching).toHaveBeenCalledTimes(1);
  });

  it("renews a token that is about to end", async () => {
    fetching.mockImplementation(() => Promise.resolve(grant(10)));
    const session = createSession();
    await session.bearer();
    await session.bearer();
    expect(fetching).toHaveBeenCalledTimes(2);
  });

  it("tells someone who was never in from someone whose session ended", async () => {
    fetching.mockResolvedValueOnce(refused());
    const stranger = createSession();
    await stranger.refresh();
    expect(stranger.snapshot().phase).toBe("signed-out");

    fetching.mockResolvedValueOnce(grant(3600)).mockResolvedValueOnce(refused());
    const known = createSession();
    await known.refresh();
    await known.refresh();
    expect(known.snapshot().phase).toBe("ended");
  });

  it("does not throw anybody out because the network is away", async () => {
    fetching.mockResolvedValueOnce(grant(3600)).mockRejectedValueOnce(new TypeError("Failed to fetch"));
    const session = createSession();
    await session.refresh();
    await expect(session.refresh()).rejects.toThrow("did not answer");
    expect(session.snapshot().phase).toBe("signed-in");
  });
});

it("only ever returns to a path of this app after signing in", () => {
  expect(localPath("/d/1?open=FP-0007")).toBe("/d/1?open=FP-0007");
  for (const evil of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) expect(localPath(evil)).toBe("/datasets");
});
