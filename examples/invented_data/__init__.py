"""How the rows of the examples are invented. `generate_data.py` beside this folder is its door."""
