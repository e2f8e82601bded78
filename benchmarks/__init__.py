"""What coach bench measures, one measurement a file."""
