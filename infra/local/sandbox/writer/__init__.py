"""The practice model's pen: a plan and its facts in, a conversation out, the same one every time."""
