"""Figures of newspapers, in Dutch and English: amounts, shares, counts, measures, dates and times."""
