"""What is seen of the exercises."""
