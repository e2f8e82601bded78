"""What the browser gets: the chat page's files and the library's pages."""
