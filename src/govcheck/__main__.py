"""`python -m govcheck`."""

from govcheck.cli.main import main

if __name__ == "__main__":
    main()
