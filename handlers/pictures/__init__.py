"""Deadlines, events and commitments as a picture: /resumen, and the command `acuerdos chart`."""
