"""What the secretariat says of commitments: done, in progress, open again; one by one or by a table."""
