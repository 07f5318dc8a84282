"""One folder a tool, one entry of the sidebar; tools never import each other."""
