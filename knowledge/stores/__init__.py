"""The two databases: knowledge.db, derived from the acts, and state.db, entrusted by people."""
