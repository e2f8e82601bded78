"""What an employee is told at first contact, before anything else is said."""

PURPOSE = "first_contact"
# Raise it when the text changes in substance: everybody is then told again.
VERSION = 1
# That the help lines stood beside a reply; its version is the day, as a number.
HELP = "help_lines"

TEXT = (
    "Before we start: I'm an AI coach, software and not a person.\n"
    "Only you can read what we write; your manager, HR and administrators cannot. "
    "It is stored encrypted on your company's own machines.\n"
    'You can ask me "who can read this?" at any time, or ask for a person instead.'
)
