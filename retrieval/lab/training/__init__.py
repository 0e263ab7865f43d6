"""Making the bundled embedding model from its teacher."""
