"""What is seen of the exposure tool."""
