"""What the packaged program begins with."""

from copingkit.cli import main

raise SystemExit(main())
