"""What a person sees of the safety plan: the page, the crisis run, versions, prints."""
