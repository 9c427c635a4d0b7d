"""The whole stack as code, for AWS and for one machine."""

import os

# Node 20 is our floor, and the CDK runs on it; its banner of twelve lines would hide what matters.
os.environ.setdefault("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20")
