"""The library: reads pages, finds passages, writes answers and checks them. Knows no people."""
