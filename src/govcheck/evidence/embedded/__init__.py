"""DuckDB: Parquet and large CSV files."""
