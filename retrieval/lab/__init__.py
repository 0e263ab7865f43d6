"""How the models are made and measured; what runs needs none of it, `newsdesk eval` aside."""
