"""What a run will cost and how long it will take, said before anything is spent."""
