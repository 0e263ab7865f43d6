"""What articles say of a question over time, as people in Discord ask for it."""
