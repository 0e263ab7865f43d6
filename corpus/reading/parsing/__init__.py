"""Reading what strangers made, in processes of its own that may be lost: pages, documents, mail and feeds."""
