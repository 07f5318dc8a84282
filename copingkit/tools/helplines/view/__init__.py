"""What a person sees of the helplines."""
