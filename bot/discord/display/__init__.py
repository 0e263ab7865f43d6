"""How answers look in Discord: quotations, sources, dates and links, with everything foreign escaped."""
