"""What SQS gave up delivering."""
