"""What can go wrong with the local cloud, as sentences for the person who started it."""


class LocalCloudError(RuntimeError):
    """Carries one or two plain sentences: what is wrong and what to do."""
