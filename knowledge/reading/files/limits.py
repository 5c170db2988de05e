"""Limits on files: far above any real act, far below what would do harm."""

MEBIBYTE = 1 << 20

MAX_BYTES = 20 * MEBIBYTE
"""Size of a file; Telegram doesn't let bots download bigger ones."""

MAX_TEXT_BYTES = 2 * MEBIBYTE
"""Size of a TXT or HTML file, and of the text extracted from any file."""

MAX_PAGES = 300
"""Pages of a PDF."""

MAX_MEMBERS = 2000
"""Files inside a DOCX."""

MAX_UNPACKED_BYTES = 60 * MEBIBYTE
"""All the files inside a DOCX, unpacked."""

MAX_XML_BYTES = 10 * MEBIBYTE
"""One XML file inside a DOCX, unpacked; parsed, it takes about ten times as much memory."""

MAX_RATIO = 100
"""Unpacked to packed size of a file inside a DOCX, above MIN_RATIO_BYTES."""

MIN_RATIO_BYTES = MEBIBYTE
"""Below this size no ratio does harm: short XML packs very well."""

MAX_MEMORY = 512 * MEBIBYTE
"""Address space of the process that reads acts; the bot takes 250 MB and a load 220, which fits in 1 GB."""

MAX_SECONDS = 45.0
"""How long that process may take for one file."""

START_SECONDS = 60.0
"""How long that process may take to start, on a busy machine."""

IDLE_SECONDS = 20.0
"""How long that process waits for another file before it ends."""
