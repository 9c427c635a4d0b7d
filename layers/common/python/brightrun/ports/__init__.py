"""What the use cases need from outside, as Protocols; adapters and fakes implement them."""
