"""How much a file may ask of us; far above any real act, far below what would hurt."""

MEBIBYTE = 1 << 20

MAX_BYTES = 20 * MEBIBYTE
"""Size of a file; Telegram hands no bigger ones to bots."""

MAX_TEXT_BYTES = 2 * MEBIBYTE
"""Size of a TXT or HTML file, and of the text that any file may yield."""

MAX_PAGES = 300
"""Pages of a PDF."""

MAX_MEMBERS = 2000
"""Files inside a DOCX."""

MAX_UNPACKED_BYTES = 60 * MEBIBYTE
"""All the files inside a DOCX, unpacked."""

MAX_XML_BYTES = 10 * MEBIBYTE
"""One XML file inside a DOCX, unpacked; read, it takes some ten times as much memory."""

MAX_RATIO = 100
"""How many times its packed size a file inside a DOCX may have, above MIN_RATIO_BYTES."""

MIN_RATIO_BYTES = MEBIBYTE
"""Below this size no ratio does harm: short XML packs very well."""

MAX_MEMORY = 512 * MEBIBYTE
"""Address space of the process that reads acts; the bot takes 240 MB and a load 220, of 1 GB."""

MAX_SECONDS = 45.0
"""How long that process may take for one file."""

START_SECONDS = 20.0
"""How long that process may take to start, on a busy machine."""

IDLE_SECONDS = 20.0
"""How long that process waits for another file before it ends."""
