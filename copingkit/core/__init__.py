"""What every part may lean on: plain Python, no Qt, nothing else of ours."""
