"""The verbs of the product. Each orchestrates the domain through ports."""
