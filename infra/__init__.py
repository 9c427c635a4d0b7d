"""The whole stack as code, for AWS and for one machine."""
