"""The reports that the packs hold as data, and the ids by which checks name them."""

GETTING_A_GRIP = "peel-getting-a-grip-2023"
"""*PEEL Spotlight - Police performance: Getting a grip*, published on 7 July 2023."""
