"""Several HR systems seen as one: each chore goes to the first that offers it."""

from collections.abc import Sequence

from actions.chores.system import Booking, Chore, HRSystem, LeaveBalance, NotOffered, Ticket


class CombinedHRSystem:
    """Passes each chore on to the first system that offers it."""

    def __init__(self, systems: Sequence[HRSystem]) -> None:
        self._system = {chore: system for system in reversed(systems) for chore in system.capabilities}

    @property
    def capabilities(self) -> frozenset[Chore]:
        """The chores that any of the systems offers."""
        return frozenset(self._system)

    def enrol(self, employee: str, course: str) -> Booking:
        """Books a place on a course; raises ChoreError."""
        return self._for(Chore.enrol).enrol(employee, course)

    def leave_balance(self, employee: str) -> LeaveBalance:
        """Looks up how much holiday is left; raises ChoreError."""
        return self._for(Chore.leave_balance).leave_balance(employee)

    def open_ticket(self, employee: str, subject: str, text: str) -> Ticket:
        """Opens a ticket with HR; raises ChoreError."""
        return self._for(Chore.ticket).open_ticket(employee, subject, text)

    def hand_over(self, employee: str, text: str) -> Ticket:
        """Gives a person in HR the text that the employee chose; raises ChoreError."""
        return self._for(Chore.hand_over).hand_over(employee, text)

    def _for(self, chore: Chore) -> HRSystem:
        if chore not in self._system:
            raise NotOffered(chore)
        return self._system[chore]
