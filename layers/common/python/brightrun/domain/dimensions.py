"""The words a chunk is described by: 60 dimensions in seven groups, and the 11 document categories.

A chunk arrives from the customer's own categorisation and chunking with all sixty filled in.
Prompts, plans, filters and the training gates read them by these names, so the names live here
and nowhere else. Values are plain JSON (text, number, boolean, list of text or null).
"""

from typing import Final

CATEGORIES: Final[tuple[str, ...]] = (
    "Complete Systems",
    "Proprietary Strategies",
    "Process Documentation",
    "Knowledge Base",
    "Customer Insights",
    "Sales Enablement",
    "Training Materials",
    "Market Research",
    "Communication Templates",
    "Project Artifacts",
    "External Reference",
)

CONTENT: Final[tuple[str, ...]] = (
    "summary",
    "key_terms",
    "audience",
    "intent",
    "tone",
    "brand_persona",
    "domain",
    "expertise_level",
    "emotional_valence",
)
TASK: Final[tuple[str, ...]] = (
    "task_name",
    "preconditions",
    "inputs",
    "steps",
    "expected_output",
    "warnings",
)
CLAIM_EVIDENCE_REASONING: Final[tuple[str, ...]] = (
    "claim",
    "evidence",
    "reasoning",
    "citations",
    "factual_confidence",
)
SCENARIO: Final[tuple[str, ...]] = (
    "scenario_type",
    "problem_context",
    "solution_action",
    "scenario_outcome",
    "style_notes",
)
TRAINING: Final[tuple[str, ...]] = ("prompt_candidate", "target_answer", "style_directives")
RISK: Final[tuple[str, ...]] = (
    "safety_tags",
    "ip_sensitivity",
    "pii_flag",
    "compliance_flags",
    "coverage",
    "novelty",
)
META: Final[tuple[str, ...]] = (
    "document_id",
    "document_title",
    "document_date",
    "author",
    "source_type",
    "source_url",
    "primary_category",
    "section_heading",
    "chunk_number",
    "page_start",
    "page_end",
    "char_start",
    "char_end",
    "token_count",
    "language",
    "content_hash",
    "label_source",
    "label_model",
    "labeled_by",
    "labeled_at",
    "generation_confidence",
    "generation_cost_micros",
    "generation_duration_ms",
    "review_status",
    "include_in_training",
    "data_split",
)

DIMENSIONS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("content", CONTENT),
    ("task", TASK),
    ("cer", CLAIM_EVIDENCE_REASONING),
    ("scenario", SCENARIO),
    ("training", TRAINING),
    ("risk", RISK),
    ("meta", META),
)
"""The seven groups in the order in which people read them."""

DIMENSION_NAMES: Final[tuple[str, ...]] = tuple(name for _, names in DIMENSIONS for name in names)
"""All sixty names, flat; `dimensions` of an imported chunk has exactly these keys."""

PASSAGE_FILTERS: Final[tuple[str, ...]] = ("expertise_level", "emotional_valence", "domain", "scenario_type")
"""The ones that a row keeps of its passages (`passage_words`), so that the table can be filtered by them."""
