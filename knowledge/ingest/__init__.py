"""From files to pages, and from pages to passages."""
