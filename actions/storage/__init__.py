"""The one database: its tables, its migrations and the repositories that speak to it."""
