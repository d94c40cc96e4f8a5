"""Named connections: PostgreSQL, Spark, SQL Server, Oracle."""
