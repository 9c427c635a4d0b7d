"""Pure rules: pydantic models and functions, no AWS, no clock, no input or output."""
