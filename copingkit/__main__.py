"""`python -m copingkit` is the same as `copingkit`."""

from copingkit.cli import main

raise SystemExit(main())
