export interface RuntimeConfig {
  stage: string;
  authorize_url: string;
  logout_url: string;
  client_id: string;
  cognito_endpoint: string;
  region: string;
  model_notice?: string | null;
  /** Where people find help: an address of mail or of a page. */
  support?: string;
}

let loaded: RuntimeConfig | null = null;

/** One build runs everywhere: what differs between stages is read from the origin that serves the app. */
export async function loadConfig(): Promise<RuntimeConfig> {
  const response = await fetch("/config.json", { cache: "no-store" });
  if (!response.ok) throw new Error("config.json could not be read");
  loaded = (await response.json()) as RuntimeConfig;
  return loaded;
}

/** Empty where nobody has said who helps, and when the file itself could not be read. */
export const support = (): string => loaded?.support ?? "";

export function config(): RuntimeConfig {
  if (!loaded) throw new Error("loadConfig() has not run yet");
  return loaded;
}
