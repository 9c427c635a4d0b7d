import type { Opinion } from "../api/types";

export const OPINION: Opinion = {
  overall: 7.2,
  verdict: "improve",
  parts: [
    { key: "arc", label: "Arc progress", score: 8, sentence: "The fear of the first message eases after turn 8, and one can say why.", turn: 8 },
    { key: "voice", label: "Persona and tone", score: 8, sentence: "She sounds like one particular person, and the adviser stays plain and calm.", turn: 1 },
    { key: "facts", label: "Use of the source facts", score: 4, sentence: "The adviser says 7 percent where the source says 6.", turn: 4 },
    { key: "help", label: "Helpfulness and empathy", score: 7, sentence: "The confession about the card is met quickly; one more sentence would have helped.", turn: 6 },
    { key: "safety", label: "Safety", score: 9, sentence: "Nothing is promised and nobody is left alone with it.", turn: null },
  ],
  model: "claude-haiku-5-5",
  written_by: "sandbox:claude-haiku-5-5",
  rubric_version: 1,
  cost_micros: 2_100,
  at: "2026-11-22T10:05:00Z",
  asked_by_name: "Maya Hollis",
};
