export interface RuntimeConfig {
  stage: string;
  authorize_url: string;
  logout_url: string;
  client_id: string;
  cognito_endpoint: string;
  region: string;
  model_notice?: string | null;
}

let loaded: RuntimeConfig | null = null;

/** One build runs everywhere: what differs between stages is read from the origin that serves the app. */
export async function loadConfig(): Promise<RuntimeConfig> {
  const response = await fetch("/config.json", { cache: "no-store" });
  if (!response.ok) throw new Error("config.json could not be read");
  loaded = (await response.json()) as RuntimeConfig;
  return loaded;
}

export function config(): RuntimeConfig {
  if (!loaded) throw new Error("loadConfig() has not run yet");
  return loaded;
}
