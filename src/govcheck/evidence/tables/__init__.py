"""What a table is, what its cells mean, and counting by Python alone."""
