"""`make demo`: the product's main job from end to end, as a customer's own program would do it."""
