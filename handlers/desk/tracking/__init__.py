"""Track the status of commitments (done, in progress, reopened), one by one or with a table."""
